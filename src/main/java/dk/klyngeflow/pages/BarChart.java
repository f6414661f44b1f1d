package dk.klyngeflow.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lying bars with their figures, one or two for each row, as narrow as a phone. The first is full and the second hatched, so that they are
 * told apart in print and without colours; the page has the same in a table.
 */
public final class BarChart {

    private static final int WIDTH = 360;
    private static final int BAR = 16;
    private static final int HEAD = 22;
    private static final int GAP = 10;
    private static final int FIGURE = 112;
    private static final int LEFT = 4;
    private static final int LONGEST = 44;
    private static final int TITLE = 28;
    private static final int LEGEND = 20;

    /** @param value below zero is drawn as nought @param figure as people read it */
    public record Bar(long value, String figure) {}

    /** @param second null when there is nothing to hold the first against */
    public record Row(String label, Bar first, @Nullable Bar second) {}

    /** @param first what the full bars are @param second what the hatched ones are; empty when there are none */
    public record Drawn(String title, String first, String second, List<Row> rows) {}

    private BarChart() {}

    /** What the picture says, for those who do not see it. */
    static String inWords(Drawn chart) {
        return chart.rows().stream()
                .map(row -> {
                    Bar second = row.second();
                    return row.label() + ": " + chart.first() + " "
                            + row.first().figure()
                            + (second == null ? "" : ", " + chart.second() + " " + second.figure());
                })
                .collect(Collectors.joining("; "));
    }

    /** @param id of the picture on its page, in letters: its pattern and its words are found by it */
    public static String svg(String id, Drawn chart) {
        boolean isPaired = !chart.second().isEmpty();
        int row = HEAD + BAR + (isPaired ? BAR : 0) + GAP;
        int top = TITLE + (isPaired ? 2 * LEGEND + 6 : 0);
        int height = top + row * chart.rows().size() + 4;
        StringBuilder svg = new StringBuilder(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" class="bars" role="img" aria-labelledby="%s-t %s-d" \
                font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="14" fill="#1a1a1a">
                <title id="%s-t">%s</title>
                <desc id="%s-d">%s</desc>
                <defs><pattern id="%s-p" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
                <rect width="6" height="6" fill="#ffffff"/><rect width="2" height="6" fill="#5b646b"/></pattern></defs>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(WIDTH, height, id, id, id, escaped(chart.title()), id, escaped(inWords(chart)), id));
        String hatched = "url(#" + id + "-p)";
        svg.append("<text x=\"%d\" y=\"18\" font-weight=\"bold\">%s</text>\n"
                .formatted(LEFT, escaped(shortened(chart.title()))));
        if (isPaired) {
            box(svg, LEFT, TITLE, 14, "#1f4e5f");
            text(svg, LEFT + 20, TITLE + 12, chart.first());
            box(svg, LEFT, TITLE + LEGEND, 14, hatched);
            text(svg, LEFT + 20, TITLE + LEGEND + 12, chart.second());
        }
        long longest = longest(chart);
        int y = top;
        for (Row one : chart.rows()) {
            text(svg, LEFT, y + 16, shortened(one.label()));
            bar(svg, y + HEAD, one.first(), longest, "#1f4e5f");
            Bar second = one.second();
            if (second != null) {
                bar(svg, y + HEAD + BAR, second, longest, hatched);
            }
            y += row;
        }
        return svg.append("</svg>\n").toString();
    }

    private static long longest(Drawn chart) {
        long longest = 1;
        for (Row row : chart.rows()) {
            Bar second = row.second();
            longest = Math.max(longest, Math.max(row.first().value(), second == null ? 0 : second.value()));
        }
        return longest;
    }

    private static void bar(StringBuilder svg, int y, Bar bar, long longest, String fill) {
        int width = (int) Math.round((double) (WIDTH - LEFT - FIGURE) * Math.max(0, bar.value()) / longest);
        if (width > 0) {
            box(svg, LEFT, y, width, fill);
        }
        text(svg, LEFT + width + 6, y + 12, bar.figure());
    }

    private static void box(StringBuilder svg, int x, int y, int width, String fill) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#1a1a1a\"/>\n"
                .formatted(x, y, width, BAR - 2, fill));
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, escaped(text)));
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
