package dk.klyngeflow.founding;

import dk.klyngeflow.bookings.BookingAnswered;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.BookingRequest;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.PhoneAnswer;
import dk.klyngeflow.bookings.Supplier;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.bookings.Wanted;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The place of the founding assembly is asked as places of meetings are. Nobody has a task before the cluster is open: what comes of it
 * the founder hears by mail, and settles on her page.
 */
@Component
class FoundingPlace {

    private static final int LONGEST_NAME = 100;

    private final Bookings bookings;
    private final Suppliers suppliers;
    private final Foundings foundings;
    private final FoundingDoctors doctors;
    private final FounderMails mails;

    FoundingPlace(
            Bookings bookings, Suppliers suppliers, Foundings foundings, FoundingDoctors doctors, FounderMails mails) {
        this.bookings = bookings;
        this.suppliers = suppliers;
        this.foundings = foundings;
        this.doctors = doctors;
        this.mails = mails;
    }

    /** Sends the place its request, with a link and the evening for its calendar. */
    void ask(Founding founding, String name, String mail) {
        if (name.length() > LONGEST_NAME) {
            throw new FormRefused("Skriv stedets navn med højst " + LONGEST_NAME + " tegn, når vi skal spørge dem.");
        }
        Instant at = Objects.requireNonNull(founding.assemblyAt());
        BookingRequest request = new BookingRequest(
                founding.clusterId(),
                new Wanted(
                        founding.caseKey(),
                        BookingKind.ROOM,
                        "Stiftende generalforsamling",
                        at,
                        at.plus(Founding.LASTS),
                        "",
                        doctors.of(founding.clusterId()).size()),
                known(founding.clusterId(), name, mail));
        boolean isNext = bookings.candidates(request).stream()
                .findFirst()
                .filter(first -> first.supplierId().equals(request.supplierId()))
                .isPresent();
        if (!isNext) {
            throw new FormRefused(name + " er allerede spurgt om den aften. Ring til dem, eller vælg et andet sted.");
        }
        bookings.request(request);
    }

    /** In the directory that the cluster opens with. */
    private String known(String clusterId, String name, String mail) {
        Suppliers.Entry entry = new Suppliers.Entry(
                BookingKind.ROOM, name, Suppliers.Reach.by(mail, ""), Suppliers.Terms.UNKNOWN, false, true);
        Optional<Supplier> same = suppliers.of(clusterId, BookingKind.ROOM).stream()
                .filter(supplier -> supplier.name().equalsIgnoreCase(name))
                .findFirst();
        same.ifPresent(supplier -> suppliers.change(clusterId, supplier.supplierId(), entry));
        return same.map(Supplier::supplierId).orElseGet(() -> suppliers.add(clusterId, entry));
    }

    /** The one that is asked, has said yes or has said no, for the evening that is convened. */
    Optional<SupplierBooking> asked(Founding founding) {
        List<SupplierBooking> all = bookings.of(founding.clusterId(), founding.caseKey()).stream()
                .filter(booking -> booking.start().equals(founding.assemblyAt())
                        && booking.status() != BookingStatus.CANCELLED
                        && booking.place().equals(founding.place()))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    boolean isSilent(Founding founding) {
        return asked(founding)
                .filter(booking -> booking.status() == BookingStatus.ASKED)
                .isPresent();
    }

    /** How it stands, for the founder; empty when no place was asked. */
    String stands(Founding founding) {
        return asked(founding)
                .map(booking -> switch (booking.status()) {
                    case CONFIRMED -> "har sagt ja";
                    case DECLINED -> "har sagt nej; skriv et andet sted herunder";
                    default -> "er spurgt og har ikke svaret endnu";
                })
                .orElse("");
    }

    /** What was said on the telephone. */
    void phoned(Founding founding, boolean isYes) {
        SupplierBooking booking =
                asked(founding).orElseThrow(() -> new FormRefused("Stedet er ikke spurgt længere. Genindlæs siden."));
        bookings.record(
                founding.clusterId(),
                booking.bookingId(),
                isYes ? PhoneAnswer.CONFIRMED : PhoneAnswer.DECLINED,
                null,
                "",
                founding.founderId());
    }

    /** Whoever was asked need keep the evening free no longer. */
    void release(Founding founding, String why) {
        bookings.cancelAll(founding.clusterId(), founding.caseKey(), why);
    }

    /** Asks the silent place again, once, and tells the founder, once. */
    void remind(String clusterId) {
        Founding founding = foundings.get(clusterId);
        if (isSilent(founding) && bookings.remind(clusterId, founding.caseKey(), BookingKind.ROOM)) {
            mails.write(
                    founding,
                    "place-silent",
                    "Stedet har ikke svaret",
                    founding.place() + " er spurgt om " + founding.when()
                            + " og har ikke svaret. De er mindet om det. Ring til dem, og skriv på din side, hvad de siger,"
                            + " eller vælg et andet sted.");
        }
    }

    @EventListener
    void answered(BookingAnswered answer) {
        // most bookings are of meetings: they are asked about nothing here
        if (!answer.caseKey().equals(Founding.caseKey(answer.clusterId()))) {
            return;
        }
        foundings
                .find(answer.clusterId())
                .filter(founding -> founding.stage() == FoundingStage.CONVENED)
                .ifPresent(founding -> bookings.find(answer.clusterId(), answer.bookingId())
                        .ifPresent(booking -> tell(founding, booking)));
    }

    private void tell(Founding founding, SupplierBooking booking) {
        boolean isYes = booking.status() == BookingStatus.CONFIRMED;
        String said = booking.remark().isBlank() ? "" : " De skriver: „" + booking.remark() + "“";
        mails.write(
                founding,
                "place-" + booking.bookingId() + "-" + booking.answeredAt(),
                isYes ? "Stedet har sagt ja" : "Stedet har sagt nej",
                (isYes
                                ? booking.supplierName() + " har sagt ja til " + founding.when() + "."
                                : booking.supplierName() + " har sagt nej til " + founding.when()
                                        + ". Åbn din side, og skriv et andet sted; alle får besked.")
                        + said);
    }
}
