package dk.klyngeflow.benchmarks;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meetings;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a practice will try stands among what was agreed at the meeting where its figures were looked at, with an owner and a day. */
@Component
class PracticePlans {

    private static final int MONTHS = 3;
    private static final int LONGEST = 300;

    private final FigureNotes notes;
    private final Meetings meetings;
    private final ActionItems items;
    private final CopenhagenTime time;

    PracticePlans(FigureNotes notes, Meetings meetings, ActionItems items, CopenhagenTime time) {
        this.notes = notes;
        this.meetings = meetings;
        this.items = items;
        this.time = time;
    }

    /**
     * Keeps what she says; saying it again changes nothing.
     *
     * @param text empty takes it back
     * @param due three months from now when she leaves it out
     */
    void plan(MeasureFacts facts, String provider, String text, @Nullable LocalDate due, String by) {
        String clusterId = facts.clusterId();
        String measureId = facts.measure().measureId();
        Optional<String> before = notes.item(clusterId, measureId, provider);
        notes.say(clusterId, measureId, provider, FigureNotes.Kind.TRY, text, by);
        if (text.isEmpty()) {
            before.ifPresent(item -> items.drop(clusterId, item));
            return;
        }
        String said = facts.measure().title() + ": " + text;
        String line = said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
        if (before.flatMap(item -> items.find(clusterId, item)).isPresent()) {
            items.reword(clusterId, before.get(), line, due);
            return;
        }
        LocalDate day = due == null ? time.today().plusMonths(MONTHS) : due;
        facts.meeting()
                .flatMap(look -> meetings.find(clusterId, look.meetingId()))
                .flatMap(meeting -> items.add(meeting, new ActionItem.New(line, by, day)))
                .ifPresent(item -> notes.became(clusterId, measureId, provider, item));
    }
}
