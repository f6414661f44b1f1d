package dk.klyngeflow.benchmarks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Two strips side by side, before and after: the medians joined by a line, the own by another. A function of a {@link MeasuredChange} alone. */
final class ChangeChart {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 250;
    private static final int LEFT = 44;
    private static final int FLOOR = 180;
    private static final int TOP = 16;
    private static final int[] AT = {120, 280};
    private static final int HALF = 34;
    private static final int DOT = 4;

    private ChangeChart() {}

    static String svg(MeasuredChange change, int leastDots) {
        double end = end(change);
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="16" fill="#1a1a1a">
                <title>%s før og efter mødet</title>
                <desc>%s</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(
                WIDTH, HEIGHT, WIDTH, HEIGHT, escaped(change.before().measure().title()), escaped(change.inWords())));
        strip(svg, change.before(), AT[0], end, leastDots);
        strip(svg, change.after(), AT[1], end, leastDots);
        change.medianBefore()
                .ifPresent(first -> change.medianAfter()
                        .ifPresent(last -> svg.append(line(
                                "<line x1=\"%d\" y1=\"%.6f\" x2=\"%d\" y2=\"%.6f\" stroke=\"#1a1a1a\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>",
                                AT[0] + HALF, y(first, end), AT[1] - HALF, y(last, end)))));
        change.ownBefore()
                .ifPresent(first -> change.ownAfter()
                        .ifPresent(last -> svg.append(line(
                                "<line x1=\"%d\" y1=\"%.2f\" x2=\"%d\" y2=\"%.2f\" stroke=\"#8a3b12\" stroke-width=\"3\"/>",
                                AT[0], y(first, end), AT[1], y(last, end)))));
        change.ownBefore().ifPresent(own -> mark(svg, AT[0], y(own, end)));
        change.ownAfter().ifPresent(own -> mark(svg, AT[1], y(own, end)));
        axis(svg, change, end);
        return svg.append("</svg>\n").toString();
    }

    private static void strip(StringBuilder svg, Figures.View view, int at, double end, int leastDots) {
        view.released().ifPresent(spread -> {
            double top = y(spread.shown(spread.q3()), end);
            svg.append(line(
                    "<rect x=\"%d\" y=\"%.6f\" width=\"%d\" height=\"%.6f\" fill=\"#d9e4ec\" stroke=\"#5b646b\" stroke-dasharray=\"2 2\"/>",
                    at - HALF, top, 2 * HALF, Math.max(1, y(spread.shown(spread.q1()), end) - top)));
            double median = y(spread.shown(spread.median()), end);
            svg.append(line(
                    "<line x1=\"%d\" y1=\"%.6f\" x2=\"%d\" y2=\"%.6f\" stroke=\"#1a1a1a\" stroke-width=\"3\"/>",
                    at - HALF, median, at + HALF, median));
            if (spread.practices() >= Math.max(Spread.LEAST, leastDots)) {
                Map<Long, Integer> beside = new HashMap<>();
                for (long dot : spread.dots()) {
                    int place = beside.merge(dot, 1, Integer::sum);
                    svg.append(line(
                            "<circle cx=\"%d\" cy=\"%.6f\" r=\"%d\" fill=\"#2c4a5e\" stroke=\"#ffffff\"/>",
                            at - HALF + DOT + (place - 1) * 2 * DOT, y(spread.shown(dot), end), DOT));
                }
            }
        });
    }

    private static void mark(StringBuilder svg, int x, double y) {
        svg.append(
                line("<path d=\"M%d %.2f l9 10 l-9 10 l-9 -10 z\" fill=\"#8a3b12\" stroke=\"#ffffff\"/>", x, y - 10));
    }

    private static void axis(StringBuilder svg, MeasuredChange change, double end) {
        svg.append(line(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#5b646b\"/>", LEFT, FLOOR, WIDTH - 8, FLOOR));
        text(svg, LEFT - 6, FLOOR + 5, "end", "0");
        text(
                svg,
                LEFT - 6,
                TOP + 6,
                "end",
                Math.round(end) + (change.before().measure().isRate() ? "" : " %"));
        text(svg, AT[0], FLOOR + 22, "middle", change.before().period().key());
        text(svg, AT[1], FLOOR + 22, "middle", change.after().period().key());
        int y = FLOOR + 56;
        if (change.ownBefore().isPresent() || change.ownAfter().isPresent()) {
            svg.append(line("<path d=\"M%d %d l7 8 l-7 8 l-7 -8 z\" fill=\"#8a3b12\"/>", 17, y - 14));
            text(svg, 30, y, "start", "jeres praksis");
        }
        svg.append(line(
                "<line x1=\"166\" y1=\"%d\" x2=\"190\" y2=\"%d\" stroke=\"#1a1a1a\" stroke-width=\"3\"/>",
                y - 6, y - 6));
        text(svg, 196, y, "start", "klyngens median");
    }

    private static double end(MeasuredChange change) {
        double largest = 1;
        for (Figures.View view : new Figures.View[] {change.before(), change.after()}) {
            for (Spread spread : view.released().stream().toList()) {
                largest = Math.max(
                        largest,
                        spread.shown(spread.dots().get(spread.dots().size() - 1))
                                .doubleValue());
            }
            for (OwnFigure own : view.own().stream().toList()) {
                BigDecimal percent = own.percent();
                largest = percent == null ? largest : Math.max(largest, percent.doubleValue());
            }
        }
        return Math.ceil(largest / 10) * 10;
    }

    private static double y(BigDecimal value, double end) {
        return FLOOR - (FLOOR - TOP) * value.doubleValue() / end;
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(line("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text)));
    }

    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
