package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
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
import org.springframework.stereotype.Component;

/** Somebody who works for the cluster wants a meeting between two days. */
@Component
class MeetingCycleContract implements FormContract {

    private static final Set<String> FIELDS =
            Set.of("clusterId", "earliestDay", "latestDay", "askForTopics", "another");

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
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
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
        asksForTopics(fields);
        if (fields.has("another")) {
            fields.choice("another", Set.of("YES", "NO"), "Svar, om der skal være endnu et møde.");
        }
        fields.refuseIfWrong();
        if (earliest != null
                && latest != null
                && !fields.text("another", "Endnu et møde").equals("YES")) {
            underWay.warning(answer.clusterId(), earliest, latest).ifPresent(warning -> {
                throw new FormRefused(warning + " Skal der være endnu et møde, så svar ja til det nederst.");
            });
        }
    }

    private static boolean asksForTopics(FormFields fields) {
        return fields.choice("askForTopics", Set.of("true", "false"), "Vælg, om medlemmerne skal foreslå emner.")
                .equals("true");
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Meeting meeting = planning.wanted(
                answer.clusterId(),
                Objects.requireNonNull(fields.dayAhead("earliestDay", "Tidligst")),
                Objects.requireNonNull(fields.dayAhead("latestDay", "Senest")),
                answer.personId());
        return Map.of(
                MeetingCycleVariables.IS_VOTE_WANTED.name(),
                asksForTopics(fields),
                MeetingCycleVariables.MEETING_ID.name(),
                meeting.meetingId(),
                MeetingCycleVariables.CLUSTER_ID.name(),
                meeting.clusterId());
    }
}
