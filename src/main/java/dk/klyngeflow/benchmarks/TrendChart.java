package dk.klyngeflow.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Own line, the cluster's median and its middle half over time, from nought; the own line has a gap where there are too few. */
final class TrendChart {

    static final int LEAST = 4;

    private static final int WIDTH = 360;
    private static final int LEFT = 40;
    private static final int SPAN = 300;
    private static final int TOP = 16;
    private static final int FLOOR = 150;
    private static final int HEIGHT = 230;

    private TrendChart() {}

    /** @param views of one measure, the oldest first; at least four of the same length */
    static String svg(List<Figures.View> views) {
        double end = end(views);
        StringBuilder svg = new StringBuilder();
        Measure measure = views.get(0).measure();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="16" fill="#1a1a1a">
                <title>%s over tid</title>
                <desc>%s</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, escaped(measure.title()), escaped(inWords(views))));
        StringBuilder lower = new StringBuilder();
        for (int at = 0; at < views.size(); at++) {
            Spread spread = views.get(at).released().orElse(null);
            if (spread != null) {
                double width = SPAN / (double) Math.max(1, views.size() - 1) / 2;
                double top = y(spread.shown(spread.q3()), end);
                svg.append(line(
                        "<rect x=\"%.2f\" y=\"%.6f\" width=\"%.2f\" height=\"%.6f\" fill=\"#d9e4ec\"/>",
                        x(at, views.size()) - width / 2,
                        top,
                        width,
                        Math.max(1, y(spread.shown(spread.q1()), end) - top)));
                lower.append(line(
                        "<rect x=\"%.2f\" y=\"%.6f\" width=\"%.2f\" height=\"3\"/>",
                        x(at, views.size()) - width / 2, y(spread.shown(spread.median()), end) - 1.5, width));
            }
        }
        svg.append(lower);
        own(svg, views, end);
        svg.append(line(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#5b646b\"/>", LEFT, FLOOR, LEFT + SPAN, FLOOR));
        text(svg, LEFT - 6, FLOOR + 5, "end", "0");
        text(svg, LEFT - 6, TOP + 6, "end", plain(end));
        text(svg, LEFT, FLOOR + 24, "start", views.get(0).period().key());
        text(
                svg,
                LEFT + SPAN,
                FLOOR + 24,
                "end",
                views.get(views.size() - 1).period().key());
        // whoever has none of her own in it needs no mark for it
        boolean isOwn = views.stream().anyMatch(view -> view.own().isPresent());
        if (isOwn) {
            svg.append(line("<path d=\"M%d %d l7 7 l-7 7 l-7 -7 z\" fill=\"#8a3b12\"/>", LEFT + 7, FLOOR + 46));
            text(svg, LEFT + 20, FLOOR + 58, "start", "jeres praksis");
        }
        int median = isOwn ? LEFT + 140 : LEFT;
        svg.append(line("<rect x=\"%d\" y=\"%d\" width=\"22\" height=\"14\" fill=\"#d9e4ec\"/>", median, FLOOR + 46));
        svg.append(line("<rect x=\"%d\" y=\"%d\" width=\"22\" height=\"3\"/>", median, FLOOR + 51));
        text(svg, median + 28, FLOOR + 58, "start", "klyngens median");
        return svg.append("</svg>\n").toString();
    }

    static String inWords(List<Figures.View> views) {
        Figures.View first = views.get(0);
        Figures.View last = views.get(views.size() - 1);
        String own = value(first) != null && value(last) != null
                ? " Jeres praksis gik fra " + said(first, value(first)) + " til " + said(last, value(last)) + "."
                : "";
        String median = first.released().isPresent() && last.released().isPresent()
                ? " Klyngens median gik fra " + said(first, median(first)) + " til " + said(last, median(last)) + "."
                : "";
        return "Fra " + first.period().inWords() + " til " + last.period().inWords() + "." + own + median;
    }

    private static void own(StringBuilder svg, List<Figures.View> views, double end) {
        for (int at = 0; at < views.size(); at++) {
            BigDecimal own = value(views.get(at));
            if (own == null) {
                continue;
            }
            BigDecimal before = at == 0 ? null : value(views.get(at - 1));
            double x = x(at, views.size());
            if (before != null) {
                svg.append(line(
                        "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"#8a3b12\" stroke-width=\"2\"/>",
                        x(at - 1, views.size()), y(before, end), x, y(own, end)));
            }
            svg.append(line("<path d=\"M%.2f %.2f l6 6 l-6 6 l-6 -6 z\" fill=\"#8a3b12\"/>", x, y(own, end) - 6));
        }
    }

    private static @Nullable BigDecimal value(Figures.View view) {
        return view.own().map(OwnFigure::percent).orElse(null);
    }

    private static @Nullable BigDecimal median(Figures.View view) {
        return view.released().map(spread -> spread.shown(spread.median())).orElse(null);
    }

    private static String said(Figures.View view, @Nullable BigDecimal value) {
        return value == null ? "" : FigureWords.value(view.measure(), value);
    }

    private static double end(List<Figures.View> views) {
        double largest = 1;
        for (Figures.View view : views) {
            BigDecimal own = value(view);
            largest = own == null ? largest : Math.max(largest, own.doubleValue());
            largest = Math.max(
                    largest,
                    view.released()
                            .map(spread -> spread.shown(spread.q3()).doubleValue())
                            .orElse(0.0));
        }
        return Math.ceil(largest / 10) * 10;
    }

    private static String plain(double end) {
        return String.valueOf(Math.round(end));
    }

    private static double x(int at, int of) {
        double margin = SPAN / (double) Math.max(1, of - 1) / 4;
        return LEFT + margin + (SPAN - 2 * margin) * at / Math.max(1, of - 1);
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
