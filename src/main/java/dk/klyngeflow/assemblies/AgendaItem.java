package dk.klyngeflow.assemblies;

import java.util.List;

/**
 * One thing on the agenda, as whoever opens the evening hands it over.
 *
 * @param key the same for as long as the item is there, whatever stands before it
 * @param before how it stands today, of a change of the statutes; may be empty
 * @param after how it is to stand
 * @param candidates ids of those who stand, of an election
 * @param seats of an election; else 0
 */
public record AgendaItem(
        String key,
        ItemKind kind,
        String title,
        String text,
        String before,
        String after,
        List<String> candidates,
        int seats) {

    public AgendaItem {
        candidates = List.copyOf(candidates);
    }

    public static AgendaItem of(String key, ItemKind kind, String title, String text) {
        return new AgendaItem(key, kind, title, text, "", "", List.of(), 0);
    }
}
