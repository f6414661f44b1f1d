package dk.klyngeflow.year;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelVersion;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostElections;
import dk.klyngeflow.statutes.OrdinaryAssemblies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says how far each item of a year is. Whoever does the work knows when it is done: nobody marks it twice. */
@Component
class YearStates {

    private final YearPlan plan;
    private final Meetings meetings;
    private final AccountingYears books;
    private final LocalModels models;
    private final PostElections elections;
    private final ObjectProvider<OrdinaryAssemblies> assemblies;
    private final People people;
    private final CopenhagenTime time;

    YearStates(
            YearPlan plan,
            Meetings meetings,
            AccountingYears books,
            LocalModels models,
            PostElections elections,
            ObjectProvider<OrdinaryAssemblies> assemblies,
            People people,
            CopenhagenTime time) {
        this.plan = plan;
        this.meetings = meetings;
        this.books = books;
        this.models = models;
        this.elections = elections;
        this.assemblies = assemblies;
        this.people = people;
        this.time = time;
    }

    /**
     * An item as it is shown.
     *
     * @param number in the order of the year
     * @param day on which it takes place, as far as it is known now
     * @param said in one sentence
     * @param caseKey of what it has become; null when that has no page
     */
    record Seen(
            YearItem item,
            int number,
            LocalDate day,
            StateOfItem state,
            String said,
            @Nullable String caseKey) {

        String title() {
            return item.title();
        }
    }

    private record How(
            LocalDate day,
            StateOfItem state,
            String said,
            @Nullable String caseKey) {}

    List<Seen> of(String clusterId, int year) {
        List<How> how = new ArrayList<>();
        List<YearItem> items = plan.of(clusterId, year);
        items.forEach(item -> how.add(how(item)));
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            order.add(index);
        }
        order.sort(Comparator.comparing(index -> how.get(index).day()));
        List<Seen> seen = new ArrayList<>();
        for (int index : order) {
            How each = how.get(index);
            seen.add(
                    new Seen(items.get(index), seen.size() + 1, each.day(), each.state(), each.said(), each.caseKey()));
        }
        return seen;
    }

    private How how(YearItem item) {
        LocalDate done = item.progress().doneOn();
        if (done != null) {
            String by = item.progress().doneBy();
            return new How(
                    done,
                    StateOfItem.DONE,
                    "Gjort den " + DanishTime.DAY.format(done) + (by == null ? "" : " af " + people.nameOf(by)) + ".",
                    null);
        }
        if (item.progress().isDropped() && item.progress().reference() == null) {
            return new How(item.dueOn(), StateOfItem.DROPPED, "Udgår i år.", null);
        }
        return switch (item.kind()) {
            case MEETING -> meeting(item);
            case ACCOUNTS ->
                books.isClosed(item.clusterId(), item.year() - 1)
                        ? done(item, item.dueOn(), "Regnskabet for " + (item.year() - 1) + " er godkendt og lukket.")
                        : withTheNotice(item);
            case ASSEMBLY -> assembly(item);
            case ELECTION -> election(item);
            case REVIEW ->
                adoptedSince(item)
                        .map(day -> done(item, day, "Vedtaget den " + DanishTime.DAY.format(day) + "."))
                        .orElseGet(() -> open(item, item.dueOn(), null));
            case BUDGET -> withTheNotice(item);
            case REGISTER, QUESTIONNAIRE, CVR -> open(item, item.dueOn(), null);
        };
    }

    private How withTheNotice(YearItem item) {
        How open = open(item, item.dueOn(), null);
        return item.byPlan().equals(item.dueOn())
                ? open
                : new How(
                        open.day(),
                        open.state(),
                        open.said() + " Fristen følger generalforsamlingens dag; i planen var den den "
                                + DanishTime.DAY_WITHOUT_YEAR.format(item.byPlan()) + ".",
                        null);
    }

    private How meeting(YearItem item) {
        String reference = item.progress().reference();
        Optional<Meeting> found = reference == null ? Optional.empty() : meetings.find(item.clusterId(), reference);
        if (found.isEmpty()) {
            return open(item, item.dueOn(), null);
        }
        Meeting meeting = found.get();
        LocalDate day = meeting.startsAt() == null ? item.dueOn() : meeting.day();
        String topic = meeting.title().isBlank() ? "" : " „" + meeting.title() + "“.";
        return switch (meeting.status()) {
            case HELD, MINUTED, CLOSED ->
                new How(
                        day,
                        StateOfItem.DONE,
                        "Holdt den " + DanishTime.DAY.format(day) + "." + topic,
                        meeting.businessKey());
            case CANCELLED -> new How(day, StateOfItem.DROPPED, "Aflyst." + topic, meeting.businessKey());
            case PLANNING, DATING ->
                new How(
                        item.dueOn(),
                        meeting.latestDay().isBefore(time.today()) ? StateOfItem.LATE : StateOfItem.UNDER_WAY,
                        "Planlægges til " + meeting.plannedDays() + "." + askedOutside(meeting) + topic,
                        meeting.businessKey());
            case ARRANGING, INVITED ->
                new How(
                        day,
                        day.isBefore(time.today()) ? StateOfItem.LATE : StateOfItem.UNDER_WAY,
                        (MeetingStatus.INVITED == meeting.status()
                                        ? "Der er indkaldt til den "
                                        : "Datoen er fundet: den ")
                                + DanishTime.DAY.format(day) + outside(meeting, day) + "." + topic,
                        meeting.businessKey());
        };
    }

    private String askedOutside(Meeting meeting) {
        String days = meeting.status() == MeetingStatus.DATING
                ? meetings.proposedTimes(meeting.clusterId(), meeting.meetingId()).stream()
                        .map(CopenhagenTime::dayOf)
                        .filter(day -> !meeting.isPlannedFor(day))
                        .distinct()
                        .map(day -> "den " + DanishTime.DAY_WITHOUT_YEAR.format(day))
                        .collect(Collectors.joining(", "))
                : "";
        return days.isEmpty() ? "" : " Medlemmerne er også spurgt om dage uden for det: " + days + ".";
    }

    private static String outside(Meeting meeting, LocalDate day) {
        return meeting.isPlannedFor(day)
                ? ""
                : ", uden for de dage, det var planlagt til (" + meeting.plannedDays() + ")";
    }

    private How election(YearItem item) {
        Post post = YearElections.post(item);
        Optional<LocalDate> taken = elections
                .lastTaken(item.clusterId(), post)
                .filter(day -> item.isStarted() && !day.isBefore(item.startsOn()));
        if (taken.isPresent()) {
            return done(
                    item, item.dueOn(), "Afgjort; posten gælder fra den " + DanishTime.DAY.format(taken.get()) + ".");
        }
        String assembly = item.progress().reference();
        return assembly == null || item.dueOn().isBefore(time.today())
                ? open(item, item.dueOn(), assembly)
                : new How(item.dueOn(), StateOfItem.UNDER_WAY, "Står på generalforsamlingens dagsorden.", assembly);
    }

    private How assembly(YearItem item) {
        Optional<OrdinaryAssemblies.Called> found = assemblies.stream()
                .flatMap(each -> each.presenting(item.clusterId(), item.year() - 1).stream())
                .findFirst();
        LocalDate day = found.map(OrdinaryAssemblies.Called::day).orElse(null);
        String key = found.map(OrdinaryAssemblies.Called::caseKey).orElse(null);
        if (day == null) {
            return open(item, item.dueOn(), key);
        }
        if (found.map(OrdinaryAssemblies.Called::isHeld).orElse(false)) {
            return new How(day, StateOfItem.DONE, "Holdt den " + DanishTime.DAY.format(day) + ".", key);
        }
        return new How(
                day,
                day.isBefore(time.today()) ? StateOfItem.LATE : StateOfItem.UNDER_WAY,
                "Dagen er den " + DanishTime.DAY.format(day) + ".",
                key);
    }

    private Optional<LocalDate> adoptedSince(YearItem item) {
        return models.versions(item.clusterId()).stream()
                .map(ModelVersion::adoptedOn)
                .filter(day -> item.isStarted() && !day.isBefore(item.startsOn()))
                .min(LocalDate::compareTo);
    }

    private static How done(YearItem item, LocalDate day, String said) {
        return new How(day, StateOfItem.DONE, said, null);
    }

    private static String begun(YearItem item) {
        return "Sat i gang den "
                + DanishTime.DAY.format(CopenhagenTime.dayOf(
                        Objects.requireNonNull(item.progress().startedAt())))
                + (item.kind().due() == YearTurn.Due.TASK ? " som opgave i Tasklist." : ".");
    }

    private How open(YearItem item, LocalDate day, @Nullable String caseKey) {
        if (day.isBefore(time.today())) {
            return new How(
                    day, StateOfItem.LATE, "Skulle være sket senest den " + DanishTime.DAY.format(day) + ".", caseKey);
        }
        return item.isStarted()
                ? new How(day, StateOfItem.UNDER_WAY, begun(item), caseKey)
                : new How(
                        day,
                        StateOfItem.PLANNED,
                        "Begynder af sig selv den " + DanishTime.DAY.format(item.startsOn()) + ".",
                        caseKey);
    }
}
