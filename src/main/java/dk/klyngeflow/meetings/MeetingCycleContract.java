package dk.klyngeflow.meetings;

import dk.klyngeflow.dates.MeetingsUnderWay;
import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody who works for the cluster wants a meeting between two days. */
@Component
class MeetingCycleContract implements FormContract<MeetingCycleContract.Form> {

    private final MeetingPlanning planning;
    private final MeetingsUnderWay underWay;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    MeetingCycleContract(
            MeetingPlanning planning, MeetingsUnderWay underWay, CurrentPerson person, CopenhagenTime time) {
        this.planning = planning;
        this.underWay = underWay;
        this.person = person;
        this.time = time;
    }

    record Form(@Nullable LocalDate earliestDay, @Nullable LocalDate latestDay, boolean askForTopics, String another) {}

    @Override
    public String task() {
        return MeetingCycle.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return person.hasRole(clusterId, Role.COORDINATOR, Role.SECRETARY, Role.BOARD)
                ? Optional.empty()
                : Optional.of("Kun koordinator, sekretær og bestyrelse kan planlægge et møde.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return read(fields, answer.clusterId(), asksForTopics(fields));
    }

    /** The weeks, for whoever begins a meeting from another page. */
    Form read(FormFields fields, String clusterId, boolean asksForTopics) {
        LocalDate earliest = fields.dayAhead("earliestDay", "Tidligst");
        LocalDate latest = fields.dayAhead("latestDay", "Senest");
        fields.required("earliestDay", "Tidligst");
        fields.required("latestDay", "Senest");
        if (earliest != null && !earliest.isAfter(time.today())) {
            fields.wrong("Mødet kan tidligst ligge i morgen.");
        }
        if (earliest != null && latest != null && latest.isBefore(earliest)) {
            fields.wrong("„Senest“ skal være efter „tidligst“.");
        }
        if (latest != null && latest.isAfter(time.today().plusDays(ProposedDates.MOST_DAYS_AHEAD))) {
            fields.wrong("Mødet kan højst ligge halvandet år frem.");
        }
        String another = fields.has("another")
                ? fields.choice("another", Set.of("YES", "NO"), "Svar, om der skal være endnu et møde.")
                : "";
        // only when all else is right: what she is asked about another one depends on the days
        fields.refuseIfWrong();
        if (earliest != null && latest != null && !another.equals("YES")) {
            underWay.warning(clusterId, earliest, latest).ifPresent(warning -> {
                throw new FormRefused(warning + " Skal der være endnu et møde, så svar ja til det nederst.");
            });
        }
        return new Form(earliest, latest, asksForTopics, another);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Meeting meeting = planning.wanted(
                answer.clusterId(),
                Objects.requireNonNull(form.earliestDay()),
                Objects.requireNonNull(form.latestDay()),
                answer.personId());
        return Map.of(
                MeetingCycleVariables.IS_VOTE_WANTED.name(),
                form.askForTopics(),
                MeetingCycleVariables.MEETING_ID.name(),
                meeting.meetingId(),
                MeetingCycleVariables.CLUSTER_ID.name(),
                meeting.clusterId());
    }

    private static boolean asksForTopics(FormFields fields) {
        return fields.choice("askForTopics", Set.of("true", "false"), "Vælg, om medlemmerne skal foreslå emner.")
                .equals("true");
    }
}
