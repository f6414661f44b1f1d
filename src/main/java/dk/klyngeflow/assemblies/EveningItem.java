package dk.klyngeflow.assemblies;

import java.util.List;

/** One item of an evening. @param candidates ids, parted by blanks */
record EveningItem(
        int number,
        String key,
        ItemKind kind,
        String title,
        String text,
        String beforeText,
        String afterText,
        String candidates,
        int seats) {

    List<String> standing() {
        return candidates.isBlank() ? List.of() : List.of(candidates.split(" "));
    }
}
