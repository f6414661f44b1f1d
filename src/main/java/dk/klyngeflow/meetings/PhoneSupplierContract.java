package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.PhoneAnswer;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.gatherings.Diets;
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
class PhoneSupplierContract implements FormContract<PhoneSupplierContract.Form> {

    private static final Set<String> OF_SOMEBODY = Set.of("CONFIRMED", "DECLINED", "NEXT");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 250;
    private static final int LONGEST_REMARK = 1_000;

    private final Meetings meetings;
    private final Bookings bookings;
    private final BookingCases cases;
    private final Diets diets;

    PhoneSupplierContract(Meetings meetings, Bookings bookings, BookingCases cases, Diets diets) {
        this.diets = diets;
        this.meetings = meetings;
        this.bookings = bookings;
        this.cases = cases;
    }

    record Form(String decision, @Nullable Long price, String remark, String supplierName, String place) {}

    @Override
    public String task() {
        return "phoneSupplier";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = decision(fields);
        Long price = fields.money("price", "Prisen");
        if (price != null && price < 0) {
            fields.wrong("Prisen kan ikke være under 0.");
        } else if (price != null && price > Bookings.HIGHEST_PRICE_OERE) {
            fields.wrong("Prisen kan højst være " + Money.kroner(Bookings.HIGHEST_PRICE_OERE)
                    + " Skriv den i bemærkningen, hvis den er højere.");
        }
        String remark = fields.paragraphs("remark", "Bemærkningen", LONGEST_REMARK);
        if (OF_SOMEBODY.contains(decision) && asked(answer).isEmpty() && !decision.equals("NEXT")) {
            fields.wrong(
                    "Ingen er spurgt lige nu. Prøv listen igen, skriv selv, hvem der er bestilt hos, eller vælg uden.");
        }
        if (!decision.equals("BY_HAND")) {
            return new Form(decision, price, remark, "", "");
        }
        String supplierName = shorter(fields, fields.required("supplierName", "Navnet"), "Navnet", LONGEST_NAME);
        String place = shorter(fields, fields.text("place", "Stedet"), "Stedet", LONGEST_PLACE);
        if (kind(answer) == BookingKind.ROOM) {
            fields.required("place", "Stedet");
        }
        return new Form(decision, price, remark, supplierName, place);
    }

    private static String shorter(FormFields fields, String text, String label, int longest) {
        if (text.length() > longest) {
            fields.wrong(label + " må højst fylde " + longest + " tegn.");
        }
        return text;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        String outcome = switch (form.decision()) {
            case "BY_HAND" -> byHand(answer, form);
            case "WITHOUT" -> {
                record(answer, PhoneAnswer.NEXT, null, form.remark());
                if (kind(answer) == BookingKind.CATERING) {
                    diets.noFood(meeting(answer));
                }
                yield "WITHOUT";
            }
            default -> {
                record(answer, PhoneAnswer.valueOf(form.decision()), form.price(), form.remark());
                yield form.decision().equals("CONFIRMED") ? "BOOKED" : "NEXT";
            }
        };
        return Map.of(BookingVariables.PHONE_OUTCOME.name(), outcome);
    }

    private String byHand(Answer answer, Form form) {
        Meeting meeting = meeting(answer);
        String place = kind(answer) == BookingKind.ROOM ? form.place() : meeting.place();
        bookings.bookByHand(
                cases.request(meeting, kind(answer)), form.supplierName(), place, form.price(), form.remark());
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
