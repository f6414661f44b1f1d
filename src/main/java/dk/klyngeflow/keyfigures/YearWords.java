package dk.klyngeflow.keyfigures;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.pages.BarChart;
import dk.klyngeflow.pages.BarChart.Bar;
import dk.klyngeflow.pages.BarChart.Drawn;
import dk.klyngeflow.pages.YearlyFigures;
import dk.klyngeflow.pages.YearlyFigures.KeyFigure;
import dk.klyngeflow.pages.YearlyFigures.Yearly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Years and moments as people read them, in a table and in pictures. */
final class YearWords {

    /** So many years are drawn and listed. */
    static final int YEARS = 10;

    private static final long TENTHS = 10;
    private static final long HUNDRED = 100;

    private YearWords() {}

    /** One year with what is known of it; public: a template reads it. */
    public record Year(int year, Map<KeyFigure, Yearly> known) {

        /** Empty when nothing is known. */
        public String of(KeyFigure figure) {
            Yearly yearly = known.get(figure);
            return yearly == null ? "" : inWords(yearly);
        }
    }

    static String inWords(Yearly yearly) {
        return switch (yearly.figure().unit()) {
            case NUMBER -> String.valueOf(yearly.value());
            case DAYS -> {
                String days = yearly.value() / TENTHS + "," + yearly.value() % TENTHS;
                yield days + (days.equals("1,0") ? " dag" : " dage");
            }
            case SHARE -> percent(yearly) + "\u00a0% af " + yearly.outOf();
            case MONEY -> Money.kroner(yearly.value());
        };
    }

    static long percent(Yearly yearly) {
        return Math.round((double) HUNDRED * yearly.value() / yearly.outOf());
    }

    /** The newest first, those of this one cluster, or of all together. */
    static List<Year> years(Collection<Yearly> yearly, String clusterId) {
        TreeMap<Integer, Map<KeyFigure, Yearly>> years = new TreeMap<>();
        yearly.stream()
                .filter(each -> each.clusterId().equals(clusterId))
                .forEach(each -> years.computeIfAbsent(each.year(), year -> new EnumMap<>(KeyFigure.class))
                        .put(each.figure(), each));
        return years.descendingMap().entrySet().stream()
                .limit(YEARS)
                .map(each -> new Year(each.getKey(), each.getValue()))
                .toList();
    }

    /** The oldest first, as one reads a development; empty when there is nothing to draw. */
    static String chart(String id, String title, KeyFigure first, KeyFigure second, List<Year> years) {
        List<BarChart.Row> rows = new ArrayList<>();
        for (Year year : years) {
            Yearly one = year.known().get(first);
            Yearly other = year.known().get(second);
            if (one != null || other != null) {
                rows.add(0, new BarChart.Row(String.valueOf(year.year()), bar(one), bar(other)));
            }
        }
        return rows.isEmpty() ? "" : BarChart.svg(id, new Drawn(title, first.danish(), second.danish(), rows));
    }

    private static Bar bar(@Nullable Yearly yearly) {
        if (yearly == null) {
            return new Bar(0, "ingen tal");
        }
        boolean isShare = yearly.figure().unit() == YearlyFigures.Unit.SHARE;
        return isShare
                ? new Bar(percent(yearly), percent(yearly) + "\u00a0%")
                : new Bar(yearly.value(), inWords(yearly));
    }

    static String day(Instant moment) {
        return DanishTime.DAY_IN_FIGURES.format(CopenhagenTime.dayOf(moment));
    }

    /** How long ago, in whole days. */
    static String ago(Instant moment, Instant now) {
        long days = Math.max(0, Duration.between(moment, now).toDays());
        return days == 0 ? "i dag" : days == 1 ? "1 dag" : days + " dage";
    }
}
