package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Rows.Column;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One meeting of a cluster. */
public record Meeting(
        String clusterId,
        String meetingId,
        String businessKey,
        MeetingStatus status,
        Plan plan,
        Dates dates,
        Counts counts,
        Progress progress) {

    /** Stands behind the business key of a meeting in that of the search for its date. */
    public static final String DATES = "/dato";

    /** Stands before the number of a general assembly, which is called, moved and cancelled by a process of its own. */
    static final String ASSEMBLY = "gf-";

    /**
     * What it is to be.
     *
     * @param title the topic
     * @param minutes how long it lasts
     */
    public record Plan(
            String title,
            String text,
            @Nullable String topicId,
            int minutes,
            String place,
            @Column("wants_") Wants wants) {}

    /** What is to be found for it. */
    public record Wants(boolean room, boolean catering, boolean speaker, boolean data) {}

    /** When it may be and when it is. @param startsAt null until a date is found */
    public record Dates(
            LocalDate earliestDay,
            LocalDate latestDay,
            @Nullable Instant startsAt,
            @Nullable Instant rsvpClosesAt) {}

    /**
     * How calendar programs know it.
     *
     * @param sequence counts up each time it is moved or cancelled
     * @param calendarSequence counts up with each new place too, as calendar programs see it
     * @param datedSequence what calendar programs saw when the date was set: an answer from before is to another date
     */
    public record Counts(int sequence, int calendarSequence, int datedSequence, String uid) {}

    /** What has been made of it so far. */
    public record Progress(
            boolean hasData,
            String agenda,
            @Nullable String agendaDocument,
            @Column("headcount_told") boolean isHeadcountTold,
            @Nullable String cancelReason,
            String createdBy,
            Instant createdAt) {}

    private static final DateTimeFormatter LONG = DanishTime.MOMENT;
    private static final DateTimeFormatter SHORT = DanishTime.DAY;

    /** The day on which somebody wished for it: what the cluster has agreed on since is for meetings to come. */
    public LocalDate begunOn() {
        return CopenhagenTime.dayOf(progress.createdAt());
    }

    public boolean isAssembly() {
        return businessKey.contains("/" + ASSEMBLY);
    }

    public String title() {
        return plan.title();
    }

    public String text() {
        return plan.text();
    }

    public @Nullable String topicId() {
        return plan.topicId();
    }

    public int minutes() {
        return plan.minutes();
    }

    public String place() {
        return plan.place();
    }

    public boolean wantsRoom() {
        return plan.wants().room();
    }

    public boolean wantsCatering() {
        return plan.wants().catering();
    }

    public boolean wantsSpeaker() {
        return plan.wants().speaker();
    }

    public boolean wantsData() {
        return plan.wants().data();
    }

    public LocalDate earliestDay() {
        return dates.earliestDay();
    }

    public LocalDate latestDay() {
        return dates.latestDay();
    }

    /** Whether it was wished for on that day. */
    public boolean isPlannedFor(LocalDate day) {
        return !day.isBefore(dates.earliestDay()) && !day.isAfter(dates.latestDay());
    }

    /** As in {@code mellem den 3. november og den 20. november}: the days it was wished for. */
    public String plannedDays() {
        return "mellem den " + DanishTime.DAY_WITHOUT_YEAR.format(dates.earliestDay()) + " og den "
                + DanishTime.DAY_WITHOUT_YEAR.format(dates.latestDay());
    }

    public @Nullable Instant startsAt() {
        return dates.startsAt();
    }

    public @Nullable Instant rsvpClosesAt() {
        return dates.rsvpClosesAt();
    }

    public int sequence() {
        return counts.sequence();
    }

    public int calendarSequence() {
        return counts.calendarSequence();
    }

    public int datedSequence() {
        return counts.datedSequence();
    }

    public String uid() {
        return counts.uid();
    }

    public boolean hasData() {
        return progress.hasData();
    }

    public String agenda() {
        return progress.agenda();
    }

    public @Nullable String agendaDocument() {
        return progress.agendaDocument();
    }

    public boolean isHeadcountTold() {
        return progress.isHeadcountTold();
    }

    public @Nullable String cancelReason() {
        return progress.cancelReason();
    }

    public String createdBy() {
        return progress.createdBy();
    }

    /** @throws IllegalStateException when no date has been found yet */
    public Instant start() {
        Instant found = dates.startsAt();
        if (found == null) {
            throw new IllegalStateException("meeting " + businessKey + " has no date");
        }
        return found;
    }

    public Instant end() {
        return start().plus(Duration.ofMinutes(minutes()));
    }

    public LocalDate day() {
        return CopenhagenTime.dayOf(start());
    }

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30}; {@code endnu ingen dato} before there is one. */
    public String when() {
        return startsAt() == null ? "endnu ingen dato" : when(start());
    }

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30–18.30}: for whoever must know when to be free again. */
    public String fromTo() {
        return startsAt() == null ? when() : when() + "–" + DanishTime.HOUR.format(end().atZone(CopenhagenTime.ZONE));
    }

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30}, in Copenhagen. */
    public static String when(Instant instant) {
        return LONG.format(instant.atZone(CopenhagenTime.ZONE));
    }

    /** What tasks call the case: the topic, and the day once there is one. */
    public String label() {
        String topic = title().isBlank() ? businessKey.substring(businessKey.indexOf('/') + 1) : title();
        return startsAt() == null ? topic : topic + ", " + SHORT.format(start().atZone(CopenhagenTime.ZONE));
    }
}
