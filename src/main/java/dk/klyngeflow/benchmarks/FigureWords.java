package dk.klyngeflow.benchmarks;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a picture says, in sentences: counts before percent, the direction in words, the gap in patients, and whether it may be chance. */
final class FigureWords {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    private FigureWords() {}

    static String number(long count) {
        return NumberFormat.getIntegerInstance(DANISH).format(count);
    }

    static String value(Measure measure, BigDecimal value) {
        String number = value.toPlainString().replace('.', ',');
        return measure.isRate() ? number + " pr. 1.000" : number + " %";
    }

    /** As in {@code 41 recepter på høje doser af 160 recepter på opioider (26 %)}. */
    static String own(Measure measure, OwnFigure own) {
        if (own.state() == RowState.HIDDEN_AT_SOURCE) {
            return "Jeres tal er så lille, at kilden ikke viser det.";
        }
        if (own.state() == RowState.ABSENT || own.numerator() == null || own.denominator() == null) {
            return "Der er ingen tal for jeres praksis.";
        }
        boolean isNamed =
                !measure.words().numerator().equals(Measure.unknown("x").words().numerator());
        String counts = isNamed
                ? number(own.numerator()) + " " + measure.words().numerator() + " af " + number(own.denominator()) + " "
                        + measure.words().denominator()
                : number(own.numerator()) + " af " + number(own.denominator());
        BigDecimal percent = own.percent();
        return "Jeres praksis: " + counts
                + (percent == null ? ": for få til en procent." : " (" + value(measure, percent) + ").");
    }

    /** Everything in a few sentences, for the page and for those who do not see the picture. */
    static String all(Figures.View view) {
        List<String> said = new ArrayList<>();
        view.own().ifPresent(own -> said.add(own(view.measure(), own)));
        if (view.released().isEmpty()) {
            said.add(nothing());
            return String.join(" ", said);
        }
        Spread spread = view.released().get();
        said.add(ofAll(view.measure(), spread));
        view.own().ifPresent(own -> said.addAll(beside(view.measure(), own)));
        return String.join(" ", said);
    }

    static String nothing() {
        return "Klyngens tal vises ikke: for få praksis med tal, der er store nok.";
    }

    static String ofAll(Measure measure, Spread spread) {
        return "Halvdelen af klyngens praksis ligger på " + value(measure, spread.shown(spread.median()))
                + " eller derunder, og den midterste halvdel mellem "
                + spread.shown(spread.q1()).toPlainString().replace('.', ',')
                + " og " + value(measure, spread.shown(spread.q3())) + "; "
                + measure.direction().inWords() + ".";
    }

    private static List<String> beside(Measure measure, OwnFigure own) {
        List<String> said = new ArrayList<>();
        Long gap = own.gap();
        if (gap != null) {
            boolean isLower = measure.direction() == Measure.Direction.LOWER;
            said.add("Ca. " + number(gap) + (isLower ? " færre" : " flere") + " ville nå klyngens median.");
        }
        if (own.isPerhapsChance()) {
            said.add("Forskellen til klyngen kan være tilfældig.");
        }
        return said;
    }

    /** What to aim for: a guideline, or what a quarter of the cluster reaches already. */
    static String aim(Measure measure, Spread spread) {
        Measure.Target target = measure.target();
        if (target != null && target.value() != null) {
            String source = target.source() == null ? "" : " (" + target.source() + ")";
            return "Mål: " + value(measure, target.value()) + source + ".";
        }
        return switch (measure.direction()) {
            case LOWER ->
                "En fjerdedel af jer når allerede " + value(measure, spread.shown(spread.q1())) + " eller mindre.";
            case HIGHER ->
                "En fjerdedel af jer når allerede " + value(measure, spread.shown(spread.q3())) + " eller mere.";
            case NONE -> "";
        };
    }

    /** Who is in it. */
    static String who(Spread spread) {
        String left = spread.notShown() == 0
                ? ""
                : spread.notShown() == 1
                        ? " 1 praksis er ikke vist, fordi dens tal er for små."
                        : " " + spread.notShown() + " praksis er ikke vist, fordi deres tal er for små.";
        return spread.practices() + " praksis er med." + left;
    }
}
