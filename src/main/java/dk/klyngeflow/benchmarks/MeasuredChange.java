package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.figuretables.MeasurePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measure before and after a meeting, by the same definition: the period that was looked at there, and the newest as long a one that
 * began after it. A function of what was released and of the own row.
 */
record MeasuredChange(Figures.View before, Figures.View after, LocalDate meeting) {

    private static final int HUNDRED = 100;

    /**
     * Empty when nothing has been read since.
     *
     * @param looked the period that was looked at @param startsAt of the meeting; null without a date
     */
    static Optional<MeasuredChange> since(List<Figures.View> views, MeasurePeriod looked, @Nullable Instant startsAt) {
        if (startsAt == null) {
            return Optional.empty();
        }
        LocalDate day = CopenhagenTime.dayOf(startsAt);
        Optional<Figures.View> before =
                views.stream().filter(view -> view.period().equals(looked)).findFirst();
        return before.flatMap(first -> views.stream()
                .filter(view -> months(view) == months(first))
                .filter(view -> !view.period().from().isBefore(day))
                .reduce((one, other) -> other)
                .map(last -> new MeasuredChange(first, last, day)));
    }

    private static long months(Figures.View view) {
        return ChronoUnit.MONTHS.between(view.period().from(), view.period().until());
    }

    private Measure measure() {
        return before.measure();
    }

    Optional<BigDecimal> medianBefore() {
        return before.released().map(spread -> spread.shown(spread.median()));
    }

    Optional<BigDecimal> medianAfter() {
        return after.released().map(spread -> spread.shown(spread.median()));
    }

    Optional<BigDecimal> ownBefore() {
        return before.own().flatMap(own -> Optional.ofNullable(own.percent()));
    }

    Optional<BigDecimal> ownAfter() {
        return after.own().flatMap(own -> Optional.ofNullable(own.percent()));
    }

    /** Both in a few sentences, the own first. */
    String inWords() {
        List<String> said = new ArrayList<>();
        said.add("Før og efter mødet den " + DanishTime.DAY.format(meeting) + " ("
                + before.period().inWords() + " og " + after.period().inWords() + "):");
        if (!own().isEmpty()) {
            said.add(own());
        }
        if (!ofAll().isEmpty()) {
            said.add(ofAll());
        }
        return String.join(" ", said);
    }

    /** Empty when one of the two is too small for a percent. */
    String own() {
        if (ownBefore().isEmpty() || ownAfter().isEmpty()) {
            return "";
        }
        String sentence = "Jeres praksis gik fra " + said(ownBefore().get()) + " til "
                + said(ownAfter().get()) + ".";
        Optional<double[]> interval = newcombe();
        if (interval.isEmpty()) {
            return sentence;
        }
        double[] between = interval.get();
        String points = "Ændringen ligger mellem " + points(between[0]) + " og " + points(between[1]) + " procentpoint";
        return sentence + " " + points
                + (between[0] <= 0 && between[1] >= 0
                        ? " og kan være tilfældig."
                        : "; det er mere end tilfældet plejer.");
    }

    /** Of the medians; the uncertainty is that of the released dots, so that it says nothing that they do not. */
    String ofAll() {
        if (medianBefore().isEmpty() || medianAfter().isEmpty()) {
            return "";
        }
        Spread first = before.released().orElseThrow();
        Spread last = after.released().orElseThrow();
        long[] then = first.medianBetween();
        long[] now = last.medianBetween();
        boolean isPerhapsChance = then[0] <= now[1] && now[0] <= then[1];
        String sentence = "Klyngens median gik fra " + said(medianBefore().get()) + " til "
                + said(medianAfter().get()) + ".";
        return sentence + " Med " + first.practices() + " og " + last.practices() + " praksis ligger den mellem "
                + plain(first.shown(then[0])) + " og " + said(first.shown(then[1])) + " før og mellem "
                + plain(last.shown(now[0])) + " og " + said(last.shown(now[1])) + " efter"
                + (isPerhapsChance ? ", så ændringen kan være tilfældig." : ", så ændringen er næppe tilfældig.");
    }

    /** Newcombe's interval of the difference, from Wilson's of the two; none of a rate. */
    Optional<double[]> newcombe() {
        if (measure().isRate() || ownBefore().isEmpty() || ownAfter().isEmpty()) {
            return Optional.empty();
        }
        OwnFigure first = before.own().orElseThrow();
        OwnFigure last = after.own().orElseThrow();
        if (first.numerator() == null
                || first.denominator() == null
                || last.numerator() == null
                || last.denominator() == null) {
            return Optional.empty();
        }
        return Optional.of(newcombe(first.numerator(), first.denominator(), last.numerator(), last.denominator()));
    }

    static double[] newcombe(long num1, long den1, long num2, long den2) {
        double p1 = num1 / (double) den1;
        double p2 = num2 / (double) den2;
        double[] one = OwnFigure.wilson(num1, den1);
        double[] two = OwnFigure.wilson(num2, den2);
        double d = p2 - p1;
        return new double[] {
            d - Math.hypot(p2 - two[0], one[1] - p1), d + Math.hypot(two[1] - p2, p1 - one[0]),
        };
    }

    private String said(BigDecimal value) {
        return FigureWords.value(measure(), value);
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }

    private static String points(double share) {
        long whole = BigDecimal.valueOf(share * HUNDRED)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return whole < 0 ? "−" + -whole : String.valueOf(whole);
    }
}
