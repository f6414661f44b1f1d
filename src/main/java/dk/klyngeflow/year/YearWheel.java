package dk.klyngeflow.year;

import dk.klyngeflow.year.YearStates.Seen;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The year as a wheel, January at the top, clockwise: each item is a mark with its number in the table. How far it is can be told from the
 * shape of the mark, so that no colour need be seen, on a screen or in print.
 */
final class YearWheel {

    private static final int WIDTH = 340;
    private static final int MIDDLE = WIDTH / 2;
    private static final int OUTER = 166;
    private static final int INNER = 138;
    private static final int MARK = 12;
    private static final int APART = 32;
    private static final int[] RINGS = {120, 88, 56};
    private static final int LEGEND = 350;
    private static final int LINE = 28;
    private static final int MONTHS = 12;
    private static final String INK = "#1a1a1a";
    private static final List<String> NAMES =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");

    private record Point(double x, double y) {

        double to(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    private YearWheel() {}

    /** What the picture says, for those who do not see it. */
    static String inWords(int year, List<Seen> items) {
        return items.isEmpty()
                ? "Der er ikke mere i " + year + "."
                : items.stream()
                        .map(seen -> seen.number() + ": " + seen.title() + ", "
                                + seen.state().danish().toLowerCase(Locale.forLanguageTag("da")) + ".")
                        .collect(Collectors.joining(" "));
    }

    static String svg(int year, LocalDate today, List<Seen> items) {
        int height = LEGEND + LINE * 3;
        StringBuilder svg = new StringBuilder(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="13" fill="%s">
                <title>Årshjul %d</title>
                <desc>%s</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(WIDTH, height, WIDTH, height, INK, year, escaped(inWords(year, items))));
        months(svg, year);
        if (today.getYear() == year) {
            hand(svg, today);
        }
        marks(svg, items);
        text(svg, MIDDLE, MIDDLE + 7, 20, "bold", INK, String.valueOf(year));
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private static void months(StringBuilder svg, int year) {
        for (int radius : new int[] {OUTER, INNER}) {
            svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"none\" stroke=\"%s\"/>\n"
                    .formatted(MIDDLE, MIDDLE, radius, INK));
        }
        for (int month = 1; month <= MONTHS; month++) {
            LocalDate first = LocalDate.of(year, month, 1);
            line(svg, at(first, INNER), at(first, OUTER), "");
            Point name = at(first.plusDays(first.lengthOfMonth() / 2), (OUTER + INNER) / 2.0);
            text(svg, name.x, name.y + 5, 13, "normal", INK, NAMES.get(month - 1));
        }
    }

    private static void hand(StringBuilder svg, LocalDate today) {
        line(svg, at(today, 34), at(today, INNER), " stroke-width=\"2\" stroke-dasharray=\"5 4\"");
    }

    private static void marks(StringBuilder svg, List<Seen> items) {
        List<Point> taken = new ArrayList<>();
        for (Seen seen : items) {
            Point place = free(seen.day(), seen.item().year(), taken);
            taken.add(place);
            mark(svg, place, seen.state(), String.valueOf(seen.number()));
        }
    }

    /** On its day, on the first ring where it covers no other; further on in the year where all are full. */
    private static Point free(LocalDate day, int year, List<Point> taken) {
        LocalDate within = day.getYear() == year
                ? day
                : day.getYear() < year ? LocalDate.of(year, 1, 1) : LocalDate.of(year, 12, 31);
        for (int later = 0; later < 90; later += 3) {
            for (int ring : RINGS) {
                Point place = at(within.plusDays(later), ring);
                if (taken.stream().allMatch(other -> place.to(other) >= APART)) {
                    return place;
                }
            }
        }
        return at(within, RINGS[0]);
    }

    private static void mark(StringBuilder svg, Point place, StateOfItem state, String number) {
        boolean isDone = state == StateOfItem.DONE;
        String look = "fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s"
                .formatted(
                        isDone ? INK : "#ffffff",
                        INK,
                        state == StateOfItem.UNDER_WAY || state == StateOfItem.LATE ? "3" : "1.2",
                        state == StateOfItem.DROPPED ? " stroke-dasharray=\"2 3\"" : "");
        if (state == StateOfItem.LATE) {
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%d\" height=\"%d\" %s/>\n"
                    .formatted(figure(place.x - MARK), figure(place.y - MARK), 2 * MARK, 2 * MARK, look));
        } else {
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%d\" %s/>\n"
                    .formatted(figure(place.x), figure(place.y), MARK, look));
        }
        text(svg, place.x, place.y + 4.5, 13, "bold", isDone ? "#ffffff" : INK, number);
    }

    private static void legend(StringBuilder svg) {
        StateOfItem[] states = StateOfItem.values();
        for (int each = 0; each < states.length; each++) {
            int x = each % 2 == 0 ? 20 : MIDDLE + 10;
            int y = LEGEND + 10 + LINE * (each / 2);
            mark(svg, new Point(x, y), states[each], "");
            svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x + 20, y + 5, states[each].danish()));
        }
        int y = LEGEND + 10 + LINE * 2;
        line(
                svg,
                new Point(MIDDLE - 2.0, y),
                new Point(MIDDLE + 22.0, y),
                " stroke-width=\"2\" stroke-dasharray=\"5 4\"");
        svg.append("<text x=\"%d\" y=\"%d\">I dag</text>\n".formatted(MIDDLE + 30, y + 5));
    }

    private static Point at(LocalDate day, double radius) {
        double turn =
                2 * Math.PI * (day.getDayOfYear() - 1) / Year.of(day.getYear()).length();
        return new Point(MIDDLE + radius * Math.sin(turn), MIDDLE - radius * Math.cos(turn));
    }

    private static void line(StringBuilder svg, Point from, Point to, String look) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"%s/>\n"
                .formatted(figure(from.x), figure(from.y), figure(to.x), figure(to.y), INK, look));
    }

    private static void text(StringBuilder svg, double x, double y, int size, String weight, String fill, String text) {
        if (!text.isEmpty()) {
            svg.append(
                    "<text x=\"%s\" y=\"%s\" font-size=\"%d\" font-weight=\"%s\" fill=\"%s\" text-anchor=\"middle\">%s</text>\n"
                            .formatted(figure(x), figure(y), size, weight, fill, escaped(text)));
        }
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
