package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.PhoneAnswer;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What came of a call: a yes, a no, the next on the list, somebody found by hand, or nobody. Names, prices and remarks stay with the
 * booking and never become variables.
 */
@Component
class PhoneSupplierContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("decision", "price", "remark", "supplierName", "place");
    private static final Set<String> OF_SOMEBODY = Set.of("CONFIRMED", "DECLINED", "NEXT");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 250;
    private static final int LONGEST_REMARK = 1_000;

    private final Meetings meetings;
    private final Bookings bookings;
    private final BookingCases cases;

    PhoneSupplierContract(Meetings meetings, Bookings bookings, BookingCases cases) {
        this.meetings = meetings;
        this.bookings = bookings;
        this.cases = cases;
    }

    @Override
    public String task() {
        return "phoneSupplier";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = decision(fields);
        Long price = fields.money("price", "Prisen");
        if (price != null && price < 0) {
            fields.wrong("Prisen kan ikke være under 0.");
        } else if (price != null && price > Bookings.HIGHEST_PRICE_OERE) {
            fields.wrong("Prisen kan højst være " + Money.kroner(Bookings.HIGHEST_PRICE_OERE)
                    + " Skriv den i bemærkningen, hvis den er højere.");
        }
        fields.paragraphs("remark", "Bemærkningen", LONGEST_REMARK);
        if (OF_SOMEBODY.contains(decision) && asked(answer).isEmpty() && !decision.equals("NEXT")) {
            fields.wrong(
                    "Ingen er spurgt lige nu. Prøv listen igen, skriv selv, hvem der er bestilt hos, eller vælg uden.");
        }
        if (decision.equals("BY_HAND")) {
            fields.required("supplierName", "Navnet");
            shorter(fields, "supplierName", "Navnet", LONGEST_NAME);
            shorter(fields, "place", "Stedet", LONGEST_PLACE);
            if (kind(answer) == BookingKind.ROOM) {
                fields.required("place", "Stedet");
            }
        }
        fields.refuseIfWrong();
    }

    private static void shorter(FormFields fields, String name, String label, int longest) {
        if (fields.text(name, label).length() > longest) {
            fields.wrong(label + " må højst fylde " + longest + " tegn.");
        }
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = decision(fields);
        String remark = fields.paragraphs("remark", "Bemærkningen");
        Long price = fields.money("price", "Prisen");
        String outcome = switch (decision) {
            case "BY_HAND" -> byHand(answer, fields, price, remark);
            case "WITHOUT" -> {
                record(answer, PhoneAnswer.NEXT, null, remark);
                yield "WITHOUT";
            }
            default -> {
                record(answer, PhoneAnswer.valueOf(decision), price, remark);
                yield decision.equals("CONFIRMED") ? "BOOKED" : "NEXT";
            }
        };
        return Map.of(BookingVariables.PHONE_OUTCOME.name(), outcome);
    }

    private String byHand(Answer answer, FormFields fields, @Nullable Long price, String remark) {
        Meeting meeting = meeting(answer);
        String place = kind(answer) == BookingKind.ROOM ? fields.text("place", "Stedet") : meeting.place();
        bookings.bookByHand(
                cases.request(meeting, kind(answer)), fields.text("supplierName", "Navnet"), place, price, remark);
        return "BOOKED";
    }

    private void record(Answer answer, PhoneAnswer said, @Nullable Long price, String remark) {
        asked(answer)
                .ifPresent(booking -> bookings.record(
                        answer.clusterId(), booking.bookingId(), said, price, remark, answer.personId()));
    }

    private Optional<SupplierBooking> asked(Answer answer) {
        return bookings.live(answer.clusterId(), meeting(answer).businessKey(), kind(answer));
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), BookingVariables.MEETING_ID.in(answer.known()));
    }

    private static BookingKind kind(Answer answer) {
        return BookingVariables.BOOKING_KIND.in(answer.known());
    }

    private static String decision(FormFields fields) {
        return fields.choice(
                "decision",
                Set.of("CONFIRMED", "DECLINED", "NEXT", "BY_HAND", "WITHOUT"),
                "Vælg, hvad der kom ud af det.");
    }
}
