package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.calendar.CalendarFiles;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.gatherings.AssemblyMeetings;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingMoves;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.BoardHelp;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.statutes.AssemblyDates;
import dk.klyngeflow.statutes.EndingTerms;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens general assemblies, finds their lawful days, moves and cancels them. */
@Component
class AssemblyPlanning {

    private static final Logger LOG = LoggerFactory.getLogger(AssemblyPlanning.class);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int WEEK = 7;
    private static final int MINUTES = 120;
    private static final String BY_ITSELF = "system";

    private final CalledAssemblies assemblies;
    private final Meetings meetings;
    private final AssemblyMeetings calls;
    private final MeetingPeople people;
    private final MeetingMoves moves;
    private final StatutesVersions versions;
    private final EndingTerms terms;
    private final ClusterSettings settings;
    private final BoardHelp board;
    private final Bookings bookings;
    private final CalendarFiles calendar;
    private final Cases cases;
    private final CopenhagenTime time;

    AssemblyPlanning(
            CalledAssemblies assemblies,
            Meetings meetings,
            AssemblyMeetings calls,
            MeetingPeople people,
            MeetingMoves moves,
            StatutesVersions versions,
            EndingTerms terms,
            ClusterSettings settings,
            BoardHelp board,
            Bookings bookings,
            CalendarFiles calendar,
            Cases cases,
            CopenhagenTime time) {
        this.assemblies = assemblies;
        this.meetings = meetings;
        this.calls = calls;
        this.people = people;
        this.moves = moves;
        this.versions = versions;
        this.terms = terms;
        this.settings = settings;
        this.board = board;
        this.bookings = bookings;
        this.calendar = calendar;
        this.cases = cases;
        this.time = time;
    }

    /** What an assembly that nobody has called yet is to be about. */
    record Wish(
            AssemblyKind kind,
            AssemblyItem item,
            @Nullable Integer accountingYear,
            String matter,
            @Nullable String follows) {}

    record Registered(CalledAssembly assembly, boolean isUnderWayAlready, Due due) {

        /** One that ends at once has a key of its own. */
        String businessKey() {
            return assembly.businessKey() + (isUnderWayAlready ? "/igen" : "");
        }
    }

    record Due(Instant taskDueAt, Instant escalateAt) {}

    /** @param wantsRoom whether a room is to be found */
    record Scheduled(CalledAssembly assembly, AssemblyTimes times, boolean wantsRoom, String label, Due due) {}

    /** Writes down that there is to be an assembly; its day is found later. */
    CalledAssembly wanted(String clusterId, Wish wish, String by) {
        Statutes statutes = versions.today(clusterId);
        LocalDate earliest = AssemblyDates.earliest(statutes, time.today(), wish.kind() == AssemblyKind.ORDINARY);
        LocalDate latest = wish.accountingYear() == null || wish.kind() != AssemblyKind.ORDINARY
                ? earliest.plusWeeks(statutes.assembly().secondUntilWeeks())
                : Moments.later(AssemblyTimes.lastOrdinary(statutes, wish.accountingYear()), earliest);
        boolean isElecting = wish.item() == AssemblyItem.ALL && wish.accountingYear() != null;
        int year = isElecting ? Objects.requireNonNull(wish.accountingYear()) + 1 : 0;
        Map<Post, Integer> ending = isElecting ? terms.in(clusterId, year) : Map.of();
        CalledAssembly.Matter matter = new CalledAssembly.Matter(
                wish.kind(),
                wish.item(),
                wish.accountingYear(),
                wish.matter(),
                wish.follows(),
                statutes.version(),
                isElecting ? postsUp(statutes, year, ending) : "",
                ending.getOrDefault(Post.BOARD, 0));
        Meeting meeting = calls.add(clusterId, title(wish.kind()), earliest, latest, MINUTES, calendar.newUid(), by);
        people.addMembers(meeting);
        String id = assemblies.add(clusterId, meeting.meetingId(), meeting.businessKey(), matter, by);
        LOG.info("{} of {} is wanted: {} about {}", id, clusterId, wish.kind(), wish.item());
        return assemblies.get(clusterId, id);
    }

    private static String title(AssemblyKind kind) {
        return switch (kind) {
            case ORDINARY -> "Ordinær generalforsamling";
            case EXTRAORDINARY -> "Ekstraordinær generalforsamling";
            case SECOND -> "Anden generalforsamling";
        };
    }

    /** Chair and treasurer in their years, whoever's term ends, and the auditor each time, until the board says otherwise. */
    private static String postsUp(Statutes statutes, int year, Map<Post, Integer> ending) {
        return PlanAssemblyContract.ELECTED.stream()
                .filter(post -> post != Post.COORDINATOR)
                .filter(post -> post == Post.AUDITOR
                        || ending.containsKey(post)
                        || statutes.electedIn(post) != Statutes.Years.ANY
                                && statutes.electedIn(post).fits(year))
                .map(Post::name)
                .collect(Collectors.joining(","));
    }

    /** @param accountingYear of the one that the year wants, which may be under way already */
    Registered register(String clusterId, Optional<String> assemblyId, Optional<Long> accountingYear) {
        int year =
                accountingYear.map(Long::intValue).orElseGet(() -> time.today().getYear() - 1);
        Optional<CalledAssembly> known = assemblyId.map(id -> assemblies.get(clusterId, id));
        boolean isUnderWayAlready =
                known.isEmpty() && assemblies.ordinary(clusterId, year).isPresent();
        CalledAssembly assembly = known.or(() -> assemblies.ordinary(clusterId, year))
                .orElseGet(() -> wanted(
                        clusterId, new Wish(AssemblyKind.ORDINARY, AssemblyItem.ALL, year, "", null), BY_ITSELF));
        return new Registered(assembly, isUnderWayAlready, due(clusterId));
    }

    Due due(String clusterId) {
        int days = settings.get(clusterId, AssemblySettings.ASSEMBLY_TASK_DAYS);
        return new Due(CopenhagenTime.at(time.today().plusDays(days), AFTERNOON), nextLook());
    }

    private Instant nextLook() {
        return CopenhagenTime.at(time.today().plusDays(WEEK), MORNING);
    }

    /** No day was found: the board plans once more. */
    Due reopen(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.get(clusterId, assemblyId);
        meetings.status(clusterId, assembly.meetingId(), MeetingStatus.PLANNING);
        return due(clusterId);
    }

    Meeting meeting(CalledAssembly assembly) {
        return meetings.get(assembly.clusterId(), assembly.meetingId());
    }

    Statutes statutes(CalledAssembly assembly) {
        return versions.version(assembly.clusterId(), assembly.matter().statutesVersion());
    }

    /** @throws IllegalStateException when it has no day yet */
    AssemblyDates dates(CalledAssembly assembly) {
        return AssemblyDates.of(statutes(assembly), meeting(assembly).day(), assembly.isOrdinary());
    }

    AssemblyTimes times(CalledAssembly assembly) {
        return AssemblyTimes.of(
                statutes(assembly), assembly.matter().kind(), meeting(assembly).start(), time.now());
    }

    /** The days on which it can lawfully be held. */
    AssemblyTimes.Window window(CalledAssembly assembly) {
        return AssemblyTimes.window(statutes(assembly), assembly.matter().kind(), time.today(), first(assembly));
    }

    /** The day of the assembly that had no quorum; null for all but its second. */
    private @Nullable LocalDate first(CalledAssembly assembly) {
        String follows = assembly.matter().follows();
        return assembly.matter().kind() != AssemblyKind.SECOND || follows == null
                ? null
                : meeting(assemblies.get(assembly.clusterId(), follows)).day();
    }

    List<String> doubts(CalledAssembly assembly, LocalDate day) {
        return AssemblyTimes.doubts(
                statutes(assembly),
                assembly.matter().kind(),
                day,
                time.today(),
                assembly.matter().accountingYear());
    }

    /** A day was announced, and nobody can be called to it lawfully any longer. */
    boolean isLapsed(CalledAssembly assembly) {
        return assembly.is(AssemblyStatus.ANNOUNCED)
                && meeting(assembly).startsAt() != null
                && !time.now().isBefore(times(assembly).noticeTooLateAt());
    }

    /** How far it has come, as people read it. */
    String standing(CalledAssembly assembly) {
        return isLapsed(assembly)
                ? "Ikke indkaldt i tide: der skal sættes en ny dag"
                : assembly.status().danish();
    }

    boolean takesProposals(CalledAssembly assembly) {
        return assembly.isOrdinary()
                && assembly.status().isDated()
                && meeting(assembly).startsAt() != null
                && time.now().isBefore(times(assembly).proposalsCloseAt());
    }

    /** What the board has decided of its day and place. @return whether the members are asked which of several days suits them */
    boolean plan(CalledAssembly assembly, List<Instant> starts, int minutes, String place, boolean wantsRoom) {
        Meeting meeting = meeting(assembly);
        meetings.plan(
                meeting,
                new Meeting.Plan(
                        assembly.title(),
                        assembly.matter().matter(),
                        null,
                        minutes,
                        place,
                        new Meeting.Wants(wantsRoom, false, false, false)));
        meetings.propose(assembly.clusterId(), assembly.meetingId(), starts);
        people.addMembers(meeting);
        if (starts.size() == 1) {
            meetings.fixDate(assembly.clusterId(), assembly.meetingId(), starts.get(0));
            return false;
        }
        meetings.status(assembly.clusterId(), assembly.meetingId(), MeetingStatus.DATING);
        return true;
    }

    /** What the rest needs to know, counted backwards from the day. */
    Scheduled schedule(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.get(clusterId, assemblyId);
        Meeting meeting = meeting(assembly);
        people.addMembers(meeting);
        return new Scheduled(
                assembly,
                times(assembly),
                meeting.wantsRoom() && meeting.place().isBlank(),
                label(assembly),
                due(clusterId));
    }

    /** As tasks call it. */
    String label(CalledAssembly assembly) {
        return meeting(assembly).label();
    }

    Instant offerOverdue(String clusterId, String businessKey) {
        if (cases.isOverdue(clusterId, businessKey, time.now())) {
            board.ask(clusterId, businessKey);
        }
        return nextLook();
    }

    /** A later day, because the notice cannot be in time for the one there was, or because somebody wants it. */
    void laterDay(CalledAssembly assembly, Instant start, String reason) {
        Meeting meeting = meeting(assembly);
        moves.add(meeting, reason);
        meetings.move(assembly.clusterId(), assembly.meetingId(), start);
        bookings.moveAll(
                assembly.clusterId(),
                assembly.businessKey(),
                start,
                meetings.get(assembly.clusterId(), assembly.meetingId()).end());
        assemblies.status(assembly, AssemblyStatus.PLANNED);
    }

    /** @throws Refused when it has no day yet, has begun, or the new day is not lawful */
    @Transactional
    void move(String clusterId, String assemblyId, Instant start, String reason) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        boolean hasBegun = assembly.is(AssemblyStatus.CALLED)
                && !time.now().isBefore(times(assembly).doorsOpenAt());
        if (!assembly.status().isDated() || hasBegun) {
            throw Refused.conflict(
                    "Generalforsamlingen kan ikke flyttes nu: den har ingen dag endnu, er begyndt eller er aflyst.",
                    Map.of());
        }
        window(assembly).refusal(CopenhagenTime.dayOf(start)).ifPresent(why -> {
            throw Refused.badRequest(why);
        });
        laterDay(assembly, start, reason);
        tell(GeneralAssembly.MOVED, assembly);
    }

    @Transactional
    void cancel(String clusterId, String assemblyId, String reason) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        if (!assembly.status().isAhead()) {
            throw Refused.conflict("Generalforsamlingen er begyndt eller aflyst og kan ikke aflyses.", Map.of());
        }
        meetings.cancel(clusterId, assembly.meetingId(), reason);
        assemblies.cancelled(assembly, reason);
        tell(GeneralAssembly.CANCELLED, assembly);
    }

    private void tell(String message, CalledAssembly assembly) {
        if (!cases.tell(message, assembly.clusterId(), assembly.businessKey(), Map.of())) {
            throw Refused.conflict(
                    "Generalforsamlingen er ved at blive ændret. Vent et øjeblik, og prøv igen.", Map.of());
        }
    }
}
