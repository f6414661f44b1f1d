package dk.klyngeflow.benchmarks;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One period as a strip of dots, or as a band and a median where there are few of them; the own practice as a diamond with its interval.
 * A function of what was released and of the own row, so that no place in it says more than whole percents. Own and others differ by
 * shape and label, not by colour alone.
 */
final class FigureChart {

    /** So narrow that its letters are large enough on a phone. */
    private static final int WIDTH = 360;

    static final int LEFT = 16;
    static final int SPAN = 328;
    private static final int AXIS = 150;
    /** Of the figures at the axis, with and without the own mark above them. */
    private static final int BESIDE_MARK = 46;

    private static final int BELOW_AXIS = 24;
    private static final int LINE = 28;
    private static final int DOT = 5;
    private static final int PARTS = 4;

    private FigureChart() {}

    /** @param leastDots from how many practices dots are drawn; the cluster may want more than ten */
    static String svg(Figures.View view, int leastDots) {
        Optional<Spread> released = view.released();
        BigDecimal end = end(view);
        int height = AXIS + (hasMark(view) ? BESIDE_MARK : BELOW_AXIS) + LINE + 12;
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="16" fill="#1a1a1a">
                <title>%s</title>
                <desc>%s</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(
                        WIDTH,
                        height,
                        WIDTH,
                        height,
                        escaped(view.measure().title() + ", " + view.period().inWords()),
                        escaped(FigureWords.all(view))));
        released.ifPresent(spread -> {
            band(svg, spread, end);
            median(svg, view.measure(), spread, end);
            if (spread.practices() >= Math.max(Spread.LEAST, leastDots)) {
                dots(svg, spread, end);
            }
        });
        axis(svg, view.measure(), end, hasMark(view) ? BESIDE_MARK : BELOW_AXIS);
        view.own().ifPresent(own -> own(svg, own, end));
        legend(svg, view);
        return svg.append("</svg>\n").toString();
    }

    private static boolean hasMark(Figures.View view) {
        return view.own().map(OwnFigure::percent).isPresent();
    }

    /** A round number that everything stands below. */
    private static BigDecimal end(Figures.View view) {
        BigDecimal largest = view.released()
                .map(spread -> spread.shown(spread.dots().get(spread.dots().size() - 1)))
                .orElse(BigDecimal.ONE);
        for (OwnFigure own : view.own().stream().toList()) {
            BigDecimal high = own.high() != null ? own.high() : own.percent();
            largest = high == null ? largest : largest.max(high);
        }
        for (int power = -2; ; power++) {
            for (int digit : new int[] {1, 2, 4, 6, 8}) {
                BigDecimal end = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                if (end.compareTo(largest) >= 0) {
                    return view.measure().isRate() ? end : end.min(BigDecimal.valueOf(100));
                }
            }
        }
    }

    private static double x(BigDecimal value, BigDecimal end) {
        return LEFT + SPAN * value.doubleValue() / end.doubleValue();
    }

    private static void band(StringBuilder svg, Spread spread, BigDecimal end) {
        double from = x(spread.shown(spread.q1()), end);
        double to = x(spread.shown(spread.q3()), end);
        svg.append(line(
                "<rect x=\"%.6f\" y=\"40\" width=\"%.6f\" height=\"%d\" fill=\"#d9e4ec\" stroke=\"#5b646b\" stroke-dasharray=\"2 2\"/>%n",
                from, Math.max(1, to - from), AXIS - 40));
    }

    private static void dots(StringBuilder svg, Spread spread, BigDecimal end) {
        Map<Long, Integer> stacked = new TreeMap<>();
        for (long dot : spread.dots()) {
            int height = stacked.merge(dot, 1, Integer::sum);
            svg.append(line(
                    "<circle cx=\"%.6f\" cy=\"%d\" r=\"%d\" fill=\"#2c4a5e\" stroke=\"#ffffff\"/>%n",
                    x(spread.shown(dot), end), AXIS - 2 * DOT * height + DOT, DOT));
        }
    }

    private static void median(StringBuilder svg, Measure measure, Spread spread, BigDecimal end) {
        double at = x(spread.shown(spread.median()), end);
        svg.append(line(
                "<line x1=\"%.6f\" y1=\"28\" x2=\"%.6f\" y2=\"%d\" stroke=\"#1a1a1a\" stroke-width=\"2\"/>%n",
                at, at, AXIS));
        String anchor = at < WIDTH / 3.0 ? "start" : at > 2 * WIDTH / 3.0 ? "end" : "middle";
        text(svg, at, 20, anchor, "median " + FigureWords.value(measure, spread.shown(spread.median())));
    }

    private static void axis(StringBuilder svg, Measure measure, BigDecimal end, int below) {
        svg.append(line(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#5b646b\"/>%n", LEFT, AXIS, LEFT + SPAN, AXIS));
        for (int part = 0; part <= PARTS; part += 2) {
            BigDecimal value = end.multiply(BigDecimal.valueOf(part))
                    .divide(BigDecimal.valueOf(PARTS))
                    .stripTrailingZeros();
            BigDecimal shown = value.scale() < 0 ? value.setScale(0) : value;
            double at = x(shown, end);
            svg.append(line(
                    "<line x1=\"%.2f\" y1=\"%d\" x2=\"%.2f\" y2=\"%d\" stroke=\"#5b646b\"/>%n",
                    at, AXIS, at, AXIS + 5));
            String label = part == PARTS
                    ? FigureWords.value(measure, shown)
                    : shown.toPlainString().replace('.', ',');
            text(svg, at, AXIS + below, part == 0 ? "start" : part == PARTS ? "end" : "middle", label);
        }
    }

    private static void own(StringBuilder svg, OwnFigure own, BigDecimal end) {
        BigDecimal percent = own.percent();
        if (percent == null) {
            return;
        }
        double at = x(percent, end);
        int y = AXIS + 16;
        if (own.low() != null && own.high() != null) {
            svg.append(line(
                    "<line x1=\"%.2f\" y1=\"%d\" x2=\"%.2f\" y2=\"%d\" stroke=\"#8a3b12\" stroke-width=\"3\"/>%n",
                    x(own.low(), end), y, x(own.high(), end), y));
        }
        svg.append(line(
                "<path d=\"M%.2f %d l9 10 l-9 10 l-9 -10 z\" fill=\"#8a3b12\" stroke=\"#ffffff\"/>%n", at, y - 10));
    }

    private static void legend(StringBuilder svg, Figures.View view) {
        int y = AXIS + (hasMark(view) ? BESIDE_MARK : BELOW_AXIS) + LINE;
        int next = LEFT;
        if (hasMark(view)) {
            svg.append(line("<path d=\"M%d %d l7 8 l-7 8 l-7 -8 z\" fill=\"#8a3b12\"/>%n", next + 7, y - 14));
            text(svg, next + 20, y, "start", "jeres praksis");
            next += 140;
        }
        if (view.released().isPresent()) {
            svg.append(line(
                    "<rect x=\"%d\" y=\"%d\" width=\"20\" height=\"14\" fill=\"#d9e4ec\" stroke=\"#5b646b\" stroke-dasharray=\"2 2\"/>%n",
                    next, y - 13));
            text(svg, next + 26, y, "start", "den midterste halvdel");
        }
    }

    private static void text(StringBuilder svg, double x, int y, String anchor, String text) {
        svg.append(line("<text x=\"%.2f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped(text)));
    }

    /** With points, whatever language the machine speaks. */
    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
