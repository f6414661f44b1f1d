package dk.klyngeflow.archive;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.FileNames;
import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.documents.FiledPapers.FiledPaper;
import dk.klyngeflow.documents.FiledPapers.Shelf;
import dk.klyngeflow.documents.KeptBack;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which files of a cluster an archive holds, where they stand in it and what they are called there. Reads no content. */
@Component
class ArchiveContents {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "application/xml", ".xml",
            "image/png", ".png",
            "image/jpeg", ".jpg");
    private static final Set<String> HARMLESS = Set.of(".xlsx", ".csv", ".txt", ".docx", ".ics", ".zip");
    private static final int LONGEST = 90;

    private final Documents documents;
    private final KeptBack keptBack;
    private final ObjectProvider<FiledPapers> kinds;

    ArchiveContents(Documents documents, KeptBack keptBack, ObjectProvider<FiledPapers> kinds) {
        this.documents = documents;
        this.keptBack = keptBack;
        this.kinds = kinds;
    }

    /** @param path in the archive */
    record Filed(String path, FiledPaper paper, Document document) {}

    /** @param keptBack how many files are left out, because only the secretary may see them */
    record Contents(List<Filed> files, int keptBack) {}

    Contents of(String clusterId, boolean withKeptBack) {
        Map<String, FiledPaper> papers = new HashMap<>();
        kinds.orderedStream()
                .flatMap(kind -> kind.papers(clusterId).stream())
                .sorted(Comparator.comparing(FiledPaper::shelf))
                .forEach(paper -> papers.putIfAbsent(paper.documentId(), paper));
        Set<String> hidden = withKeptBack ? Set.of() : keptBack.all(clusterId);
        List<Document> all = documents.all(clusterId);
        Set<String> taken = new HashSet<>();
        List<Filed> files = all.stream()
                .filter(document -> !hidden.contains(document.id()))
                .map(document -> new Filed("", papers.getOrDefault(document.id(), other(document)), document))
                .sorted(Comparator.comparing((Filed filed) -> filed.paper().shelf())
                        .thenComparing(filed -> filed.paper().day())
                        .thenComparing(filed -> filed.document().storedAt()))
                .map(filed -> new Filed(free(taken, filed), filed.paper(), filed.document()))
                .toList();
        return new Contents(new ArrayList<>(files), all.size() - files.size());
    }

    private static FiledPaper other(Document document) {
        return new FiledPaper(
                document.id(), Shelf.OTHER, CopenhagenTime.dayOf(document.storedAt()), document.fileName());
    }

    private static String free(Set<String> taken, Filed filed) {
        FiledPaper paper = filed.paper();
        String name = paper.day() + " " + name(paper.title(), filed.document());
        String ending = ending(filed.document());
        String path = paper.shelf().folder() + "/" + name + ending;
        // programs for Windows make one file of two that differ in case only
        for (int number = 2; !taken.add(path.toLowerCase(Locale.ROOT)); number++) {
            path = paper.shelf().folder() + "/" + name + " (" + number + ")" + ending;
        }
        return path;
    }

    private static String name(String title, Document document) {
        String plain = FileNames.clean(title.replaceAll("[/\\\\]", "-"));
        String given = ending(document);
        String bare = plain.toLowerCase(Locale.ROOT).endsWith(given)
                ? plain.substring(0, plain.length() - given.length())
                : plain;
        return (bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare).replaceAll("[\\s.]+$", "");
    }

    /** From what the file is; a name alone opens no program. */
    private static String ending(Document document) {
        String name = document.fileName().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String given = dot < 0 ? "" : name.substring(dot);
        return ENDINGS.getOrDefault(document.mediaType(), HARMLESS.contains(given) ? given : ".bin");
    }
}
