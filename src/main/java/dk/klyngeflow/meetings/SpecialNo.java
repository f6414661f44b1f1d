package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.HeardWithDecision;
import dk.klyngeflow.bookings.MeetingWishes;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Mandates;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The no of a speaker whose topic it was: whoever chooses the next reads in that question what she wrote. */
@Component
class SpecialNo implements HeardWithDecision {

    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final Mandates mandates;

    SpecialNo(Meetings meetings, MeetingWishes wishes, Mandates mandates) {
        this.meetings = meetings;
        this.wishes = wishes;
        this.mandates = mandates;
    }

    @Override
    public Collection<String> people(SupplierBooking booking) {
        return meetings.byKey(booking.clusterId(), booking.caseKey())
                .filter(meeting -> booking.kind() == BookingKind.SPEAKER && booking.status() == BookingStatus.DECLINED)
                .filter(wishes::isSpeakerSpecial)
                .map(meeting -> mandates.holders(booking.clusterId(), MeetingDuties.CHOOSE_SPEAKER.id()))
                .<Collection<String>>map(holders -> holders)
                .orElse(List.of());
    }
}
