package dk.klyngeflow.bookings;

import dk.klyngeflow.bookings.Requested.Outcome;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks suppliers one at a time, keeps what they answer, and tells each of them once when a meeting is moved or cancelled. Everything is
 * written in the caller's transaction.
 */
@Component
public class Bookings {

    /** No room, meal or talk of a cluster costs more; a higher price is a slip of the finger. */
    public static final long HIGHEST_PRICE_OERE = 250_000_00L;

    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final BookingRows rows;
    private final Suppliers suppliers;
    private final BookingMails mails;
    private final ApplicationEventPublisher events;
    private final CopenhagenTime time;

    Bookings(
            BookingRows rows,
            Suppliers suppliers,
            BookingMails mails,
            ApplicationEventPublisher events,
            CopenhagenTime time) {
        this.rows = rows;
        this.suppliers = suppliers;
        this.mails = mails;
        this.events = events;
        this.time = time;
    }

    /**
     * Asks the next on the list whom this meeting has not asked for that time. Whoever has been asked or has said yes already is kept, and
     * is asked again when the time is another. An own room is booked at once unless another meeting holds it; then the next is asked.
     */
    @Transactional
    public Requested request(BookingRequest request) {
        rows.lock(request.clusterId(), request.caseKey(), request.kind());
        Optional<SupplierBooking> live = rows.live(request.clusterId(), request.caseKey(), request.kind())
                .flatMap(booking -> booking.isAt(request.start(), request.end())
                        ? Optional.of(booking)
                        : moved(booking, request.start(), request.end()));
        if (live.isPresent()) {
            return requested(live.get());
        }
        for (Supplier supplier : candidates(request)) {
            Optional<SupplierBooking> asked = ask(supplier, request);
            if (asked.isPresent()) {
                return requested(asked.get());
            }
        }
        return new Requested(Outcome.NOBODY_LEFT, null);
    }

    private Requested requested(SupplierBooking booking) {
        if (booking.status() == BookingStatus.CONFIRMED) {
            return new Requested(Outcome.BOOKED, booking);
        }
        boolean byMail =
                supplier(booking).filter(known -> !known.mail().isEmpty()).isPresent();
        return new Requested(byMail ? Outcome.ASKED : Outcome.TO_PHONE, booking);
    }

    /** Empty when it is an own room that is taken. */
    private Optional<SupplierBooking> ask(Supplier supplier, BookingRequest request) {
        SupplierBooking booking = SupplierBooking.asked(request, supplier, mails.newUid(), time.now());
        if (!rows.insert(booking)) {
            rows.insert(booking.taken(whoHolds(supplier, request.start(), request.end())));
            return Optional.empty();
        }
        if (!supplier.own()) {
            mails.request(booking, supplier);
        }
        LOG.info("booking {} of {} for {}", booking.status(), booking.kind(), booking.caseKey());
        return Optional.of(booking);
    }

    private String whoHolds(Supplier room, Instant start, Instant end) {
        return rows.holding(room.clusterId(), room.supplierId(), start, end)
                .map(other -> OwnRooms.taken(room.name(), other))
                .orElseGet(() -> OwnRooms.taken(room.name(), start, end));
    }

    /** Asks the silent one again. @return false when there is nobody to remind */
    @Transactional
    public boolean remind(String clusterId, String caseKey, BookingKind kind) {
        Optional<SupplierBooking> silent = rows.live(clusterId, caseKey, kind)
                .filter(booking -> booking.status() == BookingStatus.ASKED)
                .filter(booking -> time.now().isBefore(booking.start()));
        silent.ifPresent(booking -> supplier(booking).ifPresent(known -> mails.reminder(booking, known)));
        return silent.isPresent();
    }

    /** Reminds whoever has said yes to a meeting tomorrow, once for each time; nobody early or late in the day. */
    @Transactional
    public void remindOfTomorrow() {
        LocalTime now = time.now().atZone(CopenhagenTime.ZONE).toLocalTime();
        if (now.isBefore(MORNING) || now.isAfter(EVENING)) {
            return;
        }
        LocalDate tomorrow = time.today().plusDays(1);
        rows.confirmed(
                        CopenhagenTime.at(tomorrow, LocalTime.MIN),
                        CopenhagenTime.at(tomorrow.plusDays(1), LocalTime.MIN))
                .forEach(booking ->
                        supplier(booking).ifPresent(known -> mails.tomorrow(booking, known, rows.toldDiets(booking))));
    }

    /**
     * What a supplier said on the phone, or that it could not be reached and the next is to be tried; the latter is told that it is not
     * needed, lest it keeps the evening free.
     *
     * @throws FormRefused when it is neither asked nor booked any longer
     */
    @Transactional
    public void record(
            String clusterId,
            String bookingId,
            PhoneAnswer answer,
            @Nullable Long priceOere,
            String remark,
            String personId) {
        SupplierBooking booking = rows.findLocked(clusterId, bookingId).orElseThrow();
        if (!booking.status().isLive()) {
            // it answered by link, or was let go, while somebody was on the phone
            throw new FormRefused(
                    booking.supplierName() + " er ikke længere spurgt. Genindlæs opgaven, og se, hvad der gælder nu.");
        }
        switch (answer) {
            case CONFIRMED -> confirmed(booking, priceOere, remark, personId);
            case DECLINED -> rows.answer(booking, BookingStatus.DECLINED, null, remark, personId, time.now());
            case NEXT -> callOff(booking, remark);
        }
    }

    /** A yes on the phone is confirmed in writing too, so that both have the same. */
    private void confirmed(SupplierBooking booking, @Nullable Long priceOere, String remark, String personId) {
        rows.answer(booking, BookingStatus.CONFIRMED, priceOere, remark, personId, time.now());
        if (booking.status() != BookingStatus.CONFIRMED) {
            SupplierBooking now = rows.find(booking.clusterId(), booking.bookingId()).orElseThrow();
            supplier(now).ifPresent(known -> mails.confirmed(now, known));
        }
    }

    /** Somebody who is not in the directory was found by hand. */
    @Transactional
    public SupplierBooking bookByHand(
            BookingRequest request, String name, String place, @Nullable Long priceOere, String remark) {
        rows.lock(request.clusterId(), request.caseKey(), request.kind());
        rows.live(request.clusterId(), request.caseKey(), request.kind()).ifPresent(old -> callOff(old, ""));
        SupplierBooking booking = SupplierBooking.byHand(
                request, name, place, SupplierBooking.Standing.yes(priceOere, remark, time.now()), mails.newUid());
        rows.insert(booking);
        return booking;
    }

    /**
     * Tells the caterer where, how many come and what they do not eat, once for each change. Who has not said yes yet is told with her
     * yes.
     *
     * @param diets counts without names; empty when everybody eats everything
     */
    @Transactional
    public void headcount(String clusterId, String caseKey, int people, String diets) {
        for (SupplierBooking booking : rows.liveLocked(clusterId, caseKey)) {
            if (booking.kind() == BookingKind.CATERING && booking.status() == BookingStatus.ASKED) {
                rows.people(booking, people);
            } else if (booking.kind() == BookingKind.CATERING && rows.expect(booking, people, diets) == 1) {
                mails.headcount(rows.find(clusterId, booking.bookingId()).orElseThrow(), supplier(booking), diets);
            }
        }
    }

    /**
     * Tells caterer and speaker where the meeting is held, once for each new place. The caterer hears it with the number, when it is
     * decided that the meeting is held, and after that at once.
     */
    @Transactional
    public void place(String clusterId, String caseKey, String place) {
        rows.liveLocked(clusterId, caseKey).stream()
                .filter(booking ->
                        booking.kind() != BookingKind.ROOM && !booking.place().equals(place))
                .forEach(booking -> {
                    int round = rows.placeAt(booking, place);
                    if (booking.kind() != BookingKind.CATERING || booking.toldPeople() != null) {
                        mails.place(rows.find(clusterId, booking.bookingId()).orElseThrow(), supplier(booking), round);
                    }
                });
    }

    /** Asks everybody who is booked for the new time; each is told once for each time. @return how many were told or released */
    @Transactional
    public int moveAll(String clusterId, String caseKey, Instant start, Instant end) {
        List<SupplierBooking> live = rows.liveLocked(clusterId, caseKey).stream()
                .filter(booking -> !booking.isAt(start, end))
                .toList();
        live.forEach(booking -> moved(booking, start, end));
        events.publishEvent(new BookingsReleased(clusterId, caseKey));
        return live.size();
    }

    /** Empty when it was an own room that is taken at the new time. */
    private Optional<SupplierBooking> moved(SupplierBooking booking, Instant start, Instant end) {
        if (booking.ownRoom()) {
            rows.cancel(booking, "");
            SupplierBooking again = booking.again(UUID.randomUUID().toString(), mails.newUid(), start, end, time.now());
            if (rows.insert(again)) {
                return Optional.of(again);
            }
            supplier(booking).ifPresent(room -> rows.insert(again.taken(whoHolds(room, start, end))));
            return Optional.empty();
        }
        rows.move(booking, start, end);
        SupplierBooking asked = rows.find(booking.clusterId(), booking.bookingId()).orElseThrow();
        supplier(booking).ifPresent(known -> mails.moved(asked, known));
        return Optional.of(asked);
    }

    /** Lets everybody go who is booked; each is told once. @return how many were told or released */
    @Transactional
    public int cancelAll(String clusterId, String caseKey, String reason) {
        List<SupplierBooking> live = rows.liveLocked(clusterId, caseKey);
        live.forEach(booking -> callOff(booking, reason));
        events.publishEvent(new BookingsReleased(clusterId, caseKey));
        return live.size();
    }

    private void callOff(SupplierBooking booking, String reason) {
        rows.cancel(booking, reason);
        if (!booking.ownRoom()) {
            mails.cancelled(
                    rows.find(booking.clusterId(), booking.bookingId()).orElseThrow(), supplier(booking), reason);
        }
        LOG.info("booking cancelled of {} for {}", booking.kind(), booking.caseKey());
    }

    /** True when somebody has gone back on a yes to that time, and nobody is asked or booked instead. */
    public boolean isWithdrawn(String clusterId, String caseKey, BookingKind kind, Instant start, Instant end) {
        List<SupplierBooking> asked = rows.of(clusterId, caseKey).stream()
                .filter(booking -> booking.kind() == kind)
                .toList();
        return asked.stream().noneMatch(booking -> booking.status().isLive())
                && asked.stream().anyMatch(booking -> booking.isWithdrawn() && booking.isAt(start, end));
    }

    /** Who can be asked, in the order in which they would be. */
    public List<Supplier> candidates(BookingRequest request) {
        return suppliers.toAsk(
                request.clusterId(),
                request.caseKey(),
                request.kind(),
                request.start(),
                request.end(),
                request.wanted().people(),
                request.supplierId());
    }

    /** Everybody who was asked for a meeting, in that order. */
    public List<SupplierBooking> of(String clusterId, String caseKey) {
        return rows.of(clusterId, caseKey);
    }

    /** The one who was asked last, held until the transaction ends so that it cannot change its mind meanwhile. */
    @Transactional
    public Optional<SupplierBooking> lastAsked(String clusterId, String caseKey, BookingKind kind) {
        List<SupplierBooking> asked = rows.of(clusterId, caseKey).stream()
                .filter(booking -> booking.kind() == kind && booking.status() != BookingStatus.TAKEN)
                .toList();
        Optional<SupplierBooking> live =
                asked.stream().filter(booking -> booking.status().isLive()).findFirst();
        return live.or(() -> asked.isEmpty() ? Optional.empty() : Optional.of(asked.get(asked.size() - 1)))
                .flatMap(booking -> rows.findLocked(clusterId, booking.bookingId()));
    }

    /** The one who is asked or booked now. */
    public Optional<SupplierBooking> live(String clusterId, String caseKey, BookingKind kind) {
        return rows.of(clusterId, caseKey).stream()
                .filter(booking -> booking.kind() == kind && booking.status().isLive())
                .findFirst();
    }

    public Optional<SupplierBooking> find(String clusterId, String bookingId) {
        return rows.find(clusterId, bookingId);
    }

    Optional<Supplier> supplier(SupplierBooking booking) {
        return booking.supplierId() == null
                ? Optional.empty()
                : suppliers.find(booking.clusterId(), booking.supplierId());
    }
}
