package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bar for each date: who can, who can if need be, who cannot, who is silent. The four differ by pattern and by the figure in them, not by
 * colour alone, so that the chart can be read in print and by people who do not see colours.
 */
final class PollChart {

    private static final int WIDTH = 640;
    private static final int LABEL = 190;
    private static final int BAR = WIDTH - LABEL - 8;
    private static final int ROW = 40;
    private static final int TOP = 36;

    private static final String DEFS = """
            <defs>
            <pattern id="maybe" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <rect width="8" height="8" fill="#ffffff"/><rect width="4" height="8" fill="#e3b341"/></pattern>
            <pattern id="silent" width="8" height="8" patternUnits="userSpaceOnUse">\
            <rect width="8" height="8" fill="#ffffff"/><circle cx="4" cy="4" r="1.2" fill="#5b646b"/></pattern>
            </defs>
            """;

    private record Part(String name, String fill, String text) {}

    private static final List<Part> PARTS = List.of(
            new Part("ja", "#2e6b3f", "#ffffff"),
            new Part("hvis nødvendigt", "url(#maybe)", "#1a1a1a"),
            new Part("nej", "#f3c6c6", "#1a1a1a"),
            new Part("uden svar", "url(#silent)", "#1a1a1a"));

    private PollChart() {}

    /** What the picture says, for those who do not see it. */
    static String inWords(PollResult result) {
        return result.dates().stream()
                .map(date -> PollTexts.capital(CopenhagenTime.inWords(date.startsAt())) + ": " + PollTexts.tally(date))
                .collect(Collectors.joining(" "));
    }

    static String svg(PollResult result) {
        int height = TOP + ROW * result.dates().size() + 4;
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="14" fill="#1a1a1a">
                <title>Svarene på hver dato</title>
                <desc>%s</desc>
                """.formatted(WIDTH, height, WIDTH, height, escaped(inWords(result))));
        svg.append(DEFS).append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        legend(svg);
        int y = TOP;
        for (DateTally date : result.dates()) {
            row(svg, date, result.best().filter(date::equals).isPresent(), y);
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder svg) {
        int x = LABEL;
        for (Part part : PARTS) {
            box(svg, x, 8, 14, 14, part);
            text(svg, x + 20, 20, "#1a1a1a", "start", part.name());
            x += 30 + 8 * part.name().length();
        }
    }

    private static void row(StringBuilder svg, DateTally date, boolean isBest, int y) {
        text(svg, 4, y + 20, "#1a1a1a", "start", PollTexts.shortly(date.startsAt()) + (isBest ? " ★" : ""));
        List<Integer> counts = List.of(date.yes(), date.ifNeedBe(), date.no(), date.silent());
        int all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
        int before = 0;
        for (int i = 0; i < PARTS.size(); i++) {
            int x = LABEL + BAR * before / all;
            before += counts.get(i);
            int width = LABEL + BAR * before / all - x;
            if (width > 0) {
                box(svg, x, y, width, ROW - 12, PARTS.get(i));
                figure(svg, x + width / 2, y + 19, counts.get(i), PARTS.get(i));
            }
        }
    }

    private static void box(StringBuilder svg, int x, int y, int width, int height, Part part) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#1a1a1a\"/>\n"
                .formatted(x, y, width, height, part.fill()));
    }

    /** On a plate, since figures on a pattern are hard to read. */
    private static void figure(StringBuilder svg, int x, int y, int count, Part part) {
        if (part.fill().startsWith("url")) {
            int width = count > 9 ? 22 : 14;
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"18\" fill=\"#ffffff\"/>\n"
                    .formatted(x - width / 2, y - 14, width));
        }
        text(svg, x, y, part.text(), "middle", String.valueOf(count));
    }

    private static void text(StringBuilder svg, int x, int y, String fill, String anchor, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" fill=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(x, y, fill, anchor, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
