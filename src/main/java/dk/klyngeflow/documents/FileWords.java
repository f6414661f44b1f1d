package dk.klyngeflow.documents;

import java.util.List;

/**
 * What is written in a file.
 *
 * @param pages the text of each, the first first
 * @param properties what the file says of itself, such as its author; one a line
 * @param isWhole false when there is a page that nobody can read, such as a scan
 */
public record FileWords(List<String> pages, String properties, boolean isWhole) {

    static final FileWords UNREADABLE = new FileWords(List.of(), "", false);

    public FileWords {
        pages = List.copyOf(pages);
    }
}
