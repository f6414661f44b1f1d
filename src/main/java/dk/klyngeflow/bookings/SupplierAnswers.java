package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.CaseNow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what suppliers answer by link or calendar program, and tells whoever waits for it. */
@Component
public class SupplierAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(SupplierAnswers.class);

    private static final int LONGEST_REMARK = 1_000;

    /** Of a case that nobody knows: only the booking itself says what is true. */
    private static final CaseNow.State ON = new CaseNow.State("", null);

    private final BookingRows rows;
    private final Bookings bookings;
    private final ApplicationEventPublisher events;
    private final CopenhagenTime time;
    private final CaseNow cases;
    private final BookingMails mails;

    SupplierAnswers(
            BookingRows rows,
            Bookings bookings,
            BookingMails mails,
            CaseNow cases,
            ApplicationEventPublisher events,
            CopenhagenTime time) {
        this.rows = rows;
        this.bookings = bookings;
        this.mails = mails;
        this.cases = cases;
        this.events = events;
        this.time = time;
    }

    /**
     * A supplier's own answer. It counts while it is about the time that applies and the meeting has not begun; until then it can be
     * changed.
     *
     * @param sequence of the booking when she saw it
     * @param by {@code LINK} or {@code CALENDAR}
     */
    @Transactional
    Answered answer(
            String clusterId,
            String bookingId,
            int sequence,
            boolean yes,
            @Nullable Long priceOere,
            String remark,
            String by) {
        // the meeting first: whoever moves or cancels it holds it too, and goes on to its bookings
        CaseNow.State now = rows.find(clusterId, bookingId)
                .flatMap(asked -> cases.hold(clusterId, asked.caseKey()))
                .orElse(ON);
        SupplierBooking booking = rows.findLocked(clusterId, bookingId).orElseThrow();
        if (now.isOver() || booking.status() == BookingStatus.CANCELLED || booking.status() == BookingStatus.TAKEN) {
            return Answered.NOT_NEEDED;
        }
        if (booking.sequence() != sequence || now.isMovedFrom(booking.start())) {
            return Answered.MOVED;
        }
        if (!time.now().isBefore(booking.start())) {
            return Answered.OVER;
        }
        if (yes && booking.status() == BookingStatus.DECLINED && isAnotherAsked(booking)) {
            return Answered.OTHERS_ASKED;
        }
        BookingStatus status = yes ? BookingStatus.CONFIRMED : BookingStatus.DECLINED;
        // what has been agreed stands: the invoice is held against it
        boolean isAgreed = booking.status() == BookingStatus.CONFIRMED && booking.priceOere() != null;
        Long price = isAgreed ? booking.priceOere() : priceOere;
        rows.answer(booking, status, yes ? price : null, remark, by, time.now());
        if (status != booking.status()) {
            LOG.info("booking {} of {} for {}", status, booking.kind(), booking.caseKey());
            tell(booking);
        }
        hear(booking, yes, remark);
        return Answered.KEPT;
    }

    /** Whoever said yes gets it in writing, and what she wrote reaches those whom it concerns. */
    private void hear(SupplierBooking before, boolean yes, String remark) {
        SupplierBooking now = rows.find(before.clusterId(), before.bookingId()).orElseThrow();
        if (yes && before.status() != BookingStatus.CONFIRMED) {
            bookings.supplier(now).ifPresent(supplier -> mails.confirmed(now, supplier));
        }
        if (!remark.isBlank() && !remark.equals(before.remark())) {
            mails.remarked(now, yes ? "ja" : "nej", remark);
        }
    }

    /** Whether the meeting still stands, and when. */
    CaseNow.State now(SupplierBooking booking) {
        return cases.of(booking.clusterId(), booking.caseKey()).orElse(ON);
    }

    /** True when somebody else is asked or booked for the same by now. */
    boolean isAnotherFound(SupplierBooking booking) {
        return bookings.live(booking.clusterId(), booking.caseKey(), booking.kind())
                .isPresent();
    }

    private boolean isAnotherAsked(SupplierBooking booking) {
        rows.lock(booking.clusterId(), booking.caseKey(), booking.kind());
        return rows.live(booking.clusterId(), booking.caseKey(), booking.kind()).isPresent();
    }

    private void tell(SupplierBooking booking) {
        events.publishEvent(
                new BookingAnswered(booking.clusterId(), booking.caseKey(), booking.bookingId(), booking.kind()));
    }

    /**
     * An answer from a calendar program. Who sent it is no proof, so an answer from another address than the one that was asked, and a
     * proposal of another time, only become a remark for whoever phones.
     *
     * @param from whose answer it is; empty when file and mail do not agree on that
     * @param answer {@code ACCEPTED}, {@code DECLINED}, {@code TENTATIVE} or {@code COUNTER}
     * @param comment what she wrote with it
     * @return false when the event is no booking of this cluster
     */
    @Transactional
    public boolean answeredByCalendar(
            String clusterId,
            String uid,
            int sequence,
            String from,
            String answer,
            @Nullable Instant proposed,
            String comment) {
        String wrote = comment.length() > LONGEST_REMARK ? comment.substring(0, LONGEST_REMARK) : comment;
        Optional<SupplierBooking> found = rows.findByUid(clusterId, uid);
        found.ifPresent(booking -> {
            boolean known = bookings.supplier(booking)
                    .filter(asked -> !from.isEmpty() && asked.mail().equalsIgnoreCase(from))
                    .isPresent();
            if (known && (answer.equals("ACCEPTED") || answer.equals("DECLINED"))) {
                boolean yes = answer.equals("ACCEPTED");
                Answered answered = answer(
                        clusterId,
                        booking.bookingId(),
                        sequence,
                        yes,
                        booking.priceOere(),
                        wrote.isBlank() ? booking.remark() : wrote,
                        "CALENDAR");
                if (yes && answered != Answered.KEPT) {
                    tellThatItIsOver(booking);
                }
                if (answered != Answered.KEPT && !wrote.isBlank()) {
                    mails.remarked(booking, yes ? "ja" : "nej", wrote);
                }
            } else if (booking.sequence() == sequence && booking.status().isLive()) {
                String said = BookingTexts.saidByCalendar(answer, proposed, known);
                String all = wrote.isBlank() ? said : said + " Skriver: " + wrote;
                rows.answer(booking, booking.status(), booking.priceOere(), all, "CALENDAR", time.now());
                if (!wrote.isBlank()) {
                    mails.remarked(booking, "hverken ja eller nej", all);
                }
                if (!answer.equals("TENTATIVE")) {
                    tell(booking);
                }
            } else if (!wrote.isBlank()) {
                mails.remarked(booking, "i kalenderen", wrote);
            }
        });
        return found.isPresent();
    }

    /** Nobody shall count on a meeting because her calendar has taken her yes. */
    private void tellThatItIsOver(SupplierBooking booking) {
        CaseNow.State now = now(booking);
        String cluster = booking.clusterId();
        SupplierBooking asked = rows.find(cluster, booking.bookingId()).orElseThrow();
        String why;
        if (now.isOver()) {
            why = now.over();
        } else if (!asked.status().isLive()) {
            why = now.isMovedFrom(asked.start()) ? BookingTexts.movedTo(now) : BookingWords.notNeeded("Klyngen");
        } else {
            why = "Mødet er flyttet til " + BookingTexts.when(asked.start(), asked.end())
                    + ". Svar på den nyeste mail, som gælder den tid.";
        }
        bookings.supplier(asked).ifPresent(supplier -> mails.answeredTooLate(asked, supplier, why));
    }
}
