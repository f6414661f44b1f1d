package dk.klyngeflow.archive;

import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Cluster;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Tells what is in an archive, for people who have no more than the archive: a page that any browser shows, and the same as a table. */
@Component
class ArchiveIndex {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="da"><head><meta charset="utf-8"><title>%1$s</title><meta name="viewport" content="width=device-width">
            <style>body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#1b2a33}
            table{border-collapse:collapse;width:100%%}th,td{text-align:left;padding:.35em .6em;border-bottom:1px solid #ccd6db;vertical-align:top}
            code{font-size:.75em;word-break:break-all}</style></head>
            <body><h1>%1$s</h1>
            """;

    private final CopenhagenTime time;

    ArchiveIndex(CopenhagenTime time) {
        this.time = time;
    }

    /** @param sha256 in hex */
    record Entry(String path, String shelf, String what, LocalDate day, long size, String sha256) {}

    String html(Cluster cluster, List<Entry> entries, int keptBack) {
        StringBuilder page = new StringBuilder(HEAD.formatted(text("Arkiv for " + cluster.name())));
        page.append("<p>Lavet af Klyngeflow den ")
                .append(DanishTime.MOMENT.format(time.now().atZone(CopenhagenTime.ZONE)))
                .append(". ")
                .append(entries.size() == 1 ? "1 fil." : entries.size() + " filer.")
                .append(" Den samme liste står i indhold.csv, som kan åbnes i et regneark.</p>\n");
        if (keptBack > 0) {
            page.append("<p>")
                    .append(keptBack == 1 ? "1 fil er" : keptBack + " filer er")
                    .append(" ikke med, fordi kun sekretæren må se den enkelte praksis’ tal.</p>\n");
        }
        Map<String, List<Entry>> shelves =
                entries.stream().collect(Collectors.groupingBy(Entry::shelf, LinkedHashMap::new, Collectors.toList()));
        shelves.forEach((shelf, files) -> {
            page.append("<h2>")
                    .append(text(shelf))
                    .append("</h2>\n<table><thead><tr><th>Dag</th><th>Hvad</th>"
                            + "<th>Fil</th><th>SHA-256</th></tr></thead><tbody>\n");
            files.forEach(file -> row(file, page));
            page.append("</tbody></table>\n");
        });
        return page.append(
                        "<p>SHA-256 er filens fingeraftryk: regnes det ud igen og giver det samme, er filen ikke ændret.")
                .append("</p></body></html>\n")
                .toString();
    }

    private static void row(Entry file, StringBuilder page) {
        page.append("<tr><td>")
                .append(DanishTime.DAY_IN_FIGURES.format(file.day()))
                .append("</td><td>")
                .append(text(file.what()))
                .append("</td><td><a href=\"")
                .append(text(address(file.path())))
                .append("\">")
                .append(text(file.path()))
                .append("</a></td><td><code>")
                .append(file.sha256())
                .append("</code></td></tr>\n");
    }

    static Sheet sheet(List<Entry> entries) {
        return new Sheet(
                "Indhold",
                List.of("Fil", "Hvor", "Hvad", "Dag", "Bytes", "SHA-256"),
                entries.stream()
                        .map(entry -> Arrays.<Object>asList(
                                entry.path(), entry.shelf(), entry.what(), entry.day(), entry.size(), entry.sha256()))
                        .toList());
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String address(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path that we have made is no address: " + path, e);
        }
    }
}
