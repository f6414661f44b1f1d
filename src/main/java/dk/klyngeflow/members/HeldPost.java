package dk.klyngeflow.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post that somebody holds, has held or will hold.
 *
 * @param providerNumber of the practice she works in; null when she belongs to none
 * @param until the first day she no longer holds it; null when no end is set
 */
record HeldPost(
        long id,
        String personId,
        Post post,
        @Nullable String providerNumber,
        LocalDate from,
        @Nullable LocalDate until) {

    boolean isOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || until.isAfter(day));
    }

    boolean isOver(LocalDate day) {
        return until != null && !until.isAfter(day);
    }

    boolean isHeld(String person, Post which) {
        return personId.equals(person) && post == which;
    }

    /** True when she held the same until this began, as when she moves to another practice. */
    boolean goesOnFrom(HeldPost earlier) {
        return earlier.isHeld(personId, post) && earlier.id() != id && from.equals(earlier.until());
    }
}
