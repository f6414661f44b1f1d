package dk.klyngeflow.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One change of a cluster's people, as somebody asks for it.
 *
 * @param personId whom it is about; empty for somebody new and for practices
 * @param place which practice; its number is empty when it is about none
 */
record Change(
        ChangeKind kind,
        String personId,
        Called called,
        @Nullable Post post,
        Place place,
        Days days) {

    /** @param mail empty for a practice */
    record Called(String name, String mail) {}

    /** @param patients null when nothing is said of them */
    record Place(String providerNumber, @Nullable Integer patients) {}

    /** @param until the first day that it no longer holds; null when no end is set */
    record Days(LocalDate from, @Nullable LocalDate until) {}

    static final Called NOBODY = new Called("", "");
    static final Place NOWHERE = new Place("", null);

    LocalDate from() {
        return days.from();
    }

    /** The same if it were to happen on that day. */
    Change on(LocalDate day) {
        LocalDate until = days.until() == null || days.until().isAfter(day) ? days.until() : day.plusDays(1);
        return new Change(kind, personId, called, post, place, new Days(day, until));
    }
}
