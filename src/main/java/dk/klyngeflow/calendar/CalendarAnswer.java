package dk.klyngeflow.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What somebody's calendar program answers to an invitation (iTIP, RFC 5546). All of it is what the file says, and never proof.
 *
 * @param organizer the mail address that had invited; empty when the file names none
 * @param attendee the mail address that answers
 * @param answer {@code ACCEPTED}, {@code DECLINED}, {@code TENTATIVE} or {@code COUNTER}
 * @param proposed another start, of a counter-proposal that names one
 * @param comment what she wrote besides; empty when nothing
 */
public record CalendarAnswer(
        String uid,
        int sequence,
        String organizer,
        String attendee,
        String answer,
        @Nullable ProposedTime proposed,
        String comment) {}
