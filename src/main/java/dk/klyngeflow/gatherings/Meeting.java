package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Rows.Column;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a cluster.
 *
 * @param title the topic
 * @param minutes how long it lasts
 * @param startsAt null until a date is found
 * @param sequence counts up each time it is moved or cancelled
 * @param calendarSequence counts up with each new place too, as calendar programs see it
 * @param datedSequence what calendar programs saw when the date was set: an answer from before is to another date
 */
public record Meeting(
        String clusterId,
        String meetingId,
        String businessKey,
        String title,
        String text,
        @Nullable String topicId,
        LocalDate earliestDay,
        LocalDate latestDay,
        int minutes,
        @Nullable Instant startsAt,
        String place,
        MeetingStatus status,
        int sequence,
        int calendarSequence,
        int datedSequence,
        String uid,
        boolean wantsRoom,
        boolean wantsCatering,
        boolean wantsSpeaker,
        boolean wantsData,
        boolean hasData,
        String agenda,
        @Nullable String agendaDocument,
        @Nullable Instant rsvpClosesAt,
        @Column("headcount_told") boolean isHeadcountTold,
        @Nullable String cancelReason,
        String createdBy) {

    private static final DateTimeFormatter LONG = DanishTime.MOMENT;
    private static final DateTimeFormatter SHORT = DanishTime.DAY;

    /** As it becomes when the coordinator has planned it. */
    public Meeting planned(
            String newTitle,
            String newText,
            @Nullable String topic,
            int lasts,
            String where,
            boolean room,
            boolean catering,
            boolean speaker,
            boolean data) {
        return new Meeting(
                clusterId,
                meetingId,
                businessKey,
                newTitle,
                newText,
                topic,
                earliestDay,
                latestDay,
                lasts,
                startsAt,
                where,
                status,
                sequence,
                calendarSequence,
                datedSequence,
                uid,
                room,
                catering,
                speaker,
                data,
                hasData,
                agenda,
                agendaDocument,
                rsvpClosesAt,
                isHeadcountTold,
                cancelReason,
                createdBy);
    }

    /** @throws IllegalStateException when no date has been found yet */
    public Instant start() {
        if (startsAt == null) {
            throw new IllegalStateException("meeting " + businessKey + " has no date");
        }
        return startsAt;
    }

    public Instant end() {
        return start().plus(Duration.ofMinutes(minutes));
    }

    public LocalDate day() {
        return CopenhagenTime.dayOf(start());
    }

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30}; {@code endnu ingen dato} before there is one. */
    public String when() {
        return startsAt == null ? "endnu ingen dato" : when(startsAt);
    }

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30}, in Copenhagen. */
    public static String when(Instant instant) {
        return LONG.format(instant.atZone(CopenhagenTime.ZONE));
    }

    /** What tasks call the case: the topic, and the day once there is one. */
    public String label() {
        String topic = title.isBlank() ? businessKey.substring(businessKey.indexOf('/') + 1) : title;
        return startsAt == null ? topic : topic + ", " + SHORT.format(startsAt.atZone(CopenhagenTime.ZONE));
    }
}
