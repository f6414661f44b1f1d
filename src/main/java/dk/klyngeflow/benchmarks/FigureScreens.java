package dk.klyngeflow.benchmarks;

import dk.klyngeflow.links.Block;
import dk.klyngeflow.members.ClusterSettings;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a practice sees of one measure: the sentence first, then the picture, what to aim for, and the figures as a table. */
@Component
class FigureScreens {

    private static final int MOST_PERIODS = 12;

    private final ClusterSettings settings;

    private final Changes changes;

    FigureScreens(ClusterSettings settings, Changes changes) {
        this.settings = settings;
        this.changes = changes;
    }

    /** @param seen of one measure, of at least one period */
    List<Block> of(Figures.Seen seen) {
        String clusterId = seen.facts().clusterId();
        List<Figures.View> views = seen.views();
        Figures.View newest = views.get(views.size() - 1);
        Measure measure = newest.measure();
        List<Block> blocks = new ArrayList<>();
        String sentence = FigureWords.all(newest);
        blocks.add(new Block.Text(sentence));
        if (newest.released().isPresent()
                || newest.own().map(OwnFigure::percent).isPresent()) {
            blocks.add(new Block.Picture(picture(clusterId, newest), sentence));
        }
        newest.released()
                .map(spread -> FigureWords.aim(measure, spread))
                .filter(aim -> !aim.isEmpty())
                .ifPresent(aim -> blocks.add(new Block.Note(aim)));
        blocks.add(table(newest));
        if (!newest.table().isEmpty()) {
            blocks.add(named(newest));
        }
        List<Figures.View> alike = alike(views);
        if (alike.size() >= TrendChart.LEAST) {
            blocks.add(new Block.Picture(TrendChart.svg(alike), TrendChart.inWords(alike)));
        }
        changes.of(seen).ifPresent(change -> {
            blocks.add(new Block.Text(change.inWords()));
            blocks.add(new Block.Picture(picture(clusterId, change), change.inWords()));
        });
        if (views.size() > 1) {
            blocks.add(overTime(views.subList(Math.max(0, views.size() - MOST_PERIODS), views.size())));
        }
        blocks.add(new Block.Text(about(newest)));
        return blocks;
    }

    /** Why it is measured, what is counted, who is in, and where it is from. */
    static String about(Figures.View view) {
        Measure measure = view.measure();
        String why = measure.words().why().isEmpty() ? "" : measure.words().why() + "\n";
        String source = measure.words().source().isEmpty()
                ? ""
                : " Kilde: " + measure.words().source() + ".";
        String who = view.released().map(FigureWords::who).orElse("");
        return why + "Talt: " + measure.words().numerator() + " af "
                + measure.words().denominator() + ", " + view.period().inWords() + ". " + who + source;
    }

    /** The periods that are as long as the newest; a year is no point between quarters. */
    static List<Figures.View> alike(List<Figures.View> views) {
        int length = months(views.get(views.size() - 1));
        List<Figures.View> alike =
                views.stream().filter(view -> months(view) == length).toList();
        return alike.subList(Math.max(0, alike.size() - MOST_PERIODS), alike.size());
    }

    private static int months(Figures.View view) {
        return (int)
                ChronoUnit.MONTHS.between(view.period().from(), view.period().until());
    }

    String picture(String clusterId, Figures.View view) {
        return FigureChart.svg(view, settings.get(clusterId, FigureSettings.LEAST_DOTS));
    }

    String picture(String clusterId, MeasuredChange change) {
        return ChangeChart.svg(change, settings.get(clusterId, FigureSettings.LEAST_DOTS));
    }

    Optional<MeasuredChange> change(Figures.Seen seen) {
        return changes.of(seen);
    }

    static Block.Table table(Figures.View view) {
        Measure measure = view.measure();
        List<List<String>> rows = new ArrayList<>();
        view.own().ifPresent(own -> rows.add(List.of("Jeres praksis", ownShown(measure, own))));
        view.released().ifPresent(spread -> {
            rows.add(List.of("Klyngens median", FigureWords.value(measure, spread.shown(spread.median()))));
            rows.add(List.of(
                    "Den midterste halvdel",
                    FigureWords.value(measure, spread.shown(spread.q1())) + " til "
                            + FigureWords.value(measure, spread.shown(spread.q3()))));
            Long rate = spread.rate();
            if (rate != null) {
                rows.add(List.of("Hele klyngen", FigureWords.value(measure, spread.shown(rate))));
            }
        });
        return new Block.Table("Se tallene", List.of("Hvem", view.period().inWords()), rows);
    }

    private static String ownShown(Measure measure, OwnFigure own) {
        return own.percent() == null ? "for få til en procent" : FigureWords.value(measure, own.percent());
    }

    private static Block.Table named(Figures.View view) {
        List<List<String>> rows = new ArrayList<>();
        view.table().stream()
                .map(line -> List.of(
                        view.names().getOrDefault(line.provider(), line.provider()),
                        line.numerator() == null || line.denominator() == null
                                ? "skjult"
                                : FigureWords.number(line.numerator()) + " af "
                                        + FigureWords.number(line.denominator())))
                .sorted(Comparator.comparing(row -> row.get(0)))
                .forEach(rows::add);
        return new Block.Table("De praksis, der vil vises med navn", List.of("Praksis", "Tal"), rows);
    }

    private static Block.Table overTime(List<Figures.View> views) {
        List<List<String>> rows = views.stream()
                .map(view -> List.of(
                        view.period().inWords(),
                        view.own().map(own -> ownShown(view.measure(), own)).orElse("–"),
                        view.released()
                                .map(spread -> FigureWords.value(view.measure(), spread.shown(spread.median())))
                                .orElse("–")))
                .toList();
        return new Block.Table("Over tid", List.of("Periode", "Jeres praksis", "Klyngens median"), rows);
    }
}
