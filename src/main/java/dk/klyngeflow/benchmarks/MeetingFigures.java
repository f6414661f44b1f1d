package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.links.Links;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others may take of the figures of a meeting: the way to them, and what was released for all. Nobody's own, and nothing of an open
 * set: a paper that is kept cannot take back a name.
 */
@Component
public class MeetingFigures {

    private static final String SCALE = " %";

    private final PlenumFigures plenum;
    private final Figures figures;
    private final FigureReaders readers;
    private final FigureScreens screens;
    private final Links links;

    MeetingFigures(PlenumFigures plenum, Figures figures, FigureReaders readers, FigureScreens screens, Links links) {
        this.plenum = plenum;
        this.figures = figures;
        this.readers = readers;
        this.screens = screens;
        this.links = links;
    }

    /** @param linkId of the personal link */
    public record Door(String title, String linkId) {}

    /** @param svg empty when the set is open or too small: the words say why */
    public record Picture(String title, String period, String words, String svg) {}

    /**
     * A measure of the meeting that has been read again since.
     *
     * @param before medians; @param better lower, higher or empty
     * @param words the change, and whether it may be chance
     */
    public record Again(
            String measure,
            String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            String better,
            String words) {}

    public boolean hasAny(Meeting meeting) {
        return !plenum.measures(meeting).isEmpty();
    }

    /** Her own way to each measure of the meeting; none for whoever is in no practice. */
    @Transactional
    public List<Door> doors(Meeting meeting, String personId) {
        if (readers.of(meeting.clusterId(), personId).provider().isEmpty()) {
            return List.of();
        }
        return plenum.measures(meeting).stream()
                .map(measure -> new Door(
                        measure.title(),
                        links.of(meeting.clusterId(), FiguresLink.PURPOSE, measure.measureId(), personId)))
                .toList();
    }

    /** For minutes and other papers that are kept. */
    public List<Picture> lasting(Meeting meeting) {
        return PlenumFigures.shown(plenum.all(meeting, Optional.empty())).stream()
                .flatMap(facts -> PlenumFigures.period(meeting, facts).stream().map(period -> lasting(facts, period)))
                .toList();
    }

    private Picture lasting(MeasureFacts facts, MeasurePeriod period) {
        String clusterId = facts.clusterId();
        Measure measure = facts.measure();
        Figures.Lasting lasting = figures.lasting(facts, period);
        Figures.View view = lasting.view();
        boolean isShown = view.released().isPresent() && !lasting.isOpen();
        String words = lasting.isOpen()
                ? "Tallene vises åbent i klyngen og står derfor ikke i et papir, der gemmes. Se dem på jeres egen side."
                : FigureWords.all(view)
                        + view.released()
                                .map(FigureWords::who)
                                .map(who -> " " + who)
                                .orElse("");
        return new Picture(measure.title(), period.inWords(), words, isShown ? screens.picture(clusterId, view) : "");
    }

    /** What the new measurement begins with: the same definition, and what has been read since. */
    public List<Again> again(Meeting meeting) {
        List<Again> found = new ArrayList<>();
        List<MeasureFacts> all = PlenumFigures.shown(plenum.all(meeting, Optional.empty()));
        for (Figures.Seen seen : figures.seen(all, Figures.Reader.OUTSIDE)) {
            Measure measure = seen.facts().measure();
            Optional<MeasuredChange> change = PlenumFigures.period(meeting, seen.facts())
                    .flatMap(period -> MeasuredChange.since(seen.views(), period, meeting.startsAt()));
            found.add(new Again(
                    measure.title(),
                    measure.isRate() ? "pr. 1.000" : SCALE.strip(),
                    change.flatMap(MeasuredChange::medianBefore).orElse(null),
                    change.flatMap(MeasuredChange::medianAfter).orElse(null),
                    switch (measure.direction()) {
                        case LOWER -> "LOWER";
                        case HIGHER -> "HIGHER";
                        case NONE -> "";
                    },
                    change.map(MeasuredChange::ofAll)
                            .filter(words -> !words.isEmpty())
                            .orElse("Målingen er ikke indlæst for en senere periode endnu.")));
        }
        return found;
    }
}
