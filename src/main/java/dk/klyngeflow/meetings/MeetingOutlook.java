package dk.klyngeflow.meetings;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.meetings.DataOrders.PracticeConsent;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.members.NextHands.Hand;
import dk.klyngeflow.members.People;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.Voice;
import dk.klyngeflow.topics.TopicBank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens next with a meeting, who is waited for and until when; reckoned from the meeting, its people and its open tasks. */
@Component
class MeetingOutlook {

    private static final String TASK = "/camunda/app/tasklist/default/#/?task=";
    private static final int NAMED = 6;

    /**
     * @param who a name, or how many
     * @param until a day in words; empty when nobody has said
     * @param task address of an open task; null for an answer that is waited for
     */
    record Wait(
            String who, String what, String until, @Nullable String task, boolean isMine) {}

    /** @param next one sentence */
    record View(String next, List<Wait> waits) {}

    private final NextHands hands;
    private final MeetingDates dates;
    private final DatePolls polls;
    private final TopicBank topics;
    private final Bookings bookings;
    private final DataOrders orders;
    private final MeetingPeople people;
    private final WrapUps wrapUps;
    private final ActionItems items;
    private final MeetingTimes times;
    private final ClusterSettings settings;
    private final People names;
    private final CopenhagenTime time;

    MeetingOutlook(
            NextHands hands,
            MeetingDates dates,
            DatePolls polls,
            TopicBank topics,
            Bookings bookings,
            DataOrders orders,
            MeetingPeople people,
            WrapUps wrapUps,
            ActionItems items,
            MeetingTimes times,
            ClusterSettings settings,
            People names,
            CopenhagenTime time) {
        this.hands = hands;
        this.dates = dates;
        this.polls = polls;
        this.topics = topics;
        this.bookings = bookings;
        this.orders = orders;
        this.people = people;
        this.wrapUps = wrapUps;
        this.items = items;
        this.times = times;
        this.settings = settings;
        this.names = names;
        this.time = time;
    }

    View of(Meeting meeting) {
        if (meeting.status() == MeetingStatus.CANCELLED) {
            return new View("Mødet er aflyst; der sker ikke mere.", List.of());
        }
        if (meeting.status() == MeetingStatus.CLOSED) {
            return new View("Mødet er afsluttet; der sker ikke mere.", List.of());
        }
        List<Hand> open = hands.of(meeting.clusterId(), meeting.businessKey());
        List<Wait> waits = new ArrayList<>();
        open.forEach(hand -> waits.add(
                new Wait(hand.who(), "„" + hand.what() + "“", hand.until(), TASK + hand.taskId(), hand.isMine())));
        String next = switch (meeting.status()) {
            case PLANNING -> planning(meeting, open, waits);
            case DATING -> dating(meeting, open, waits);
            // one that is moved has no date until a new one is found
            case ARRANGING ->
                meeting.startsAt() == null ? dating(meeting, open, waits) : arranging(meeting, open, waits);
            case INVITED -> meeting.startsAt() == null ? dating(meeting, open, waits) : invited(meeting, open, waits);
            default -> after(meeting, open, waits);
        };
        return new View(next, waits);
    }

    private String planning(Meeting meeting, List<Hand> open, List<Wait> waits) {
        Optional<Instant> asks = topics.asksUntil(meeting.clusterId(), meeting.businessKey());
        if (open.isEmpty() && asks.isPresent()) {
            String until = CopenhagenTime.dayInWords(asks.get());
            waits.add(answer(members(people.of(meeting).size()), "emner og stemmer", until));
            return "Medlemmerne foreslår emner og stemmer til " + until + ". Derefter vælges emne og datoer af "
                    + hands.holding(meeting.clusterId(), "planMeeting") + ".";
        }
        return dates.poll(meeting)
                        .filter(poll -> poll.takesAnswersAt(time.now()))
                        .isPresent()
                ? dating(meeting, open, waits)
                : first(open, "Emne og datoer skal vælges", hands.holding(meeting.clusterId(), "planMeeting"));
    }

    private String dating(Meeting meeting, List<Hand> open, List<Wait> waits) {
        Optional<dk.klyngeflow.polls.Poll> running =
                dates.poll(meeting).filter(poll -> poll.takesAnswersAt(time.now()));
        if (running.isEmpty()) {
            return first(open, "Svarene om datoer er inde", hands.holding(meeting.clusterId(), "confirmDate"));
        }
        dk.klyngeflow.polls.Poll poll = running.get();
        List<Voice> voices = polls.result(poll.clusterId(), poll.pollId()).voices();
        List<String> silent =
                voices.stream().filter(Voice::isSilent).map(Voice::name).toList();
        String until = CopenhagenTime.dayInWords(poll.closesAt());
        if (!silent.isEmpty()) {
            waits.add(answer(some(silent, "medlemmer"), "svar om datoer", until));
        }
        return voices.size() - silent.size() + " af " + voices.size() + " har svaret på "
                + (poll.options().size() == 1 ? "én dato" : poll.options().size() + " datoer")
                + ". Afstemningen slutter " + until + "; derefter vælges datoen af "
                + hands.holding(meeting.clusterId(), "confirmDate") + ".";
    }

    private String arranging(Meeting meeting, List<Hand> open, List<Wait> waits) {
        waitForSuppliers(meeting, waits);
        waitForPractices(meeting, waits);
        Optional<Hand> agenda =
                open.stream().filter(hand -> hand.what().contains("agsorden")).findFirst();
        return agenda.map(hand -> "Dagsordenen skal godkendes af " + hand.who() + until(hand.until())
                        + ". Derefter bliver alle indkaldt.")
                .orElseGet(() -> "Mødet forberedes. Dagsordenen lægges til godkendelse hos "
                        + hands.holding(meeting.clusterId(), "approveAgenda") + " "
                        + CopenhagenTime.dayInWords(times.agendaDue(meeting.clusterId(), meeting.start())) + ".");
    }

    private String invited(Meeting meeting, List<Hand> open, List<Wait> waits) {
        waitForSuppliers(meeting, waits);
        Optional<Hand> decides =
                open.stream().filter(hand -> hand.what().contains("få")).findFirst();
        Instant closes = meeting.rsvpClosesAt();
        if (decides.isPresent()) {
            return "Få har sagt ja. Om mødet holdes, afgøres af "
                    + decides.get().who() + until(decides.get().until()) + ".";
        }
        if (!time.now().isBefore(meeting.end())) {
            return first(
                    open,
                    "Mødet er holdt. Fremmøde og aftaler skal registreres",
                    hands.holding(meeting.clusterId(), "recordMeeting"));
        }
        if (closes == null || !time.now().isBefore(closes)) {
            return "Alt er aftalt; mødet holdes " + meeting.when() + ".";
        }
        List<String> silent = people.of(meeting).stream()
                .filter(guest -> guest.reply() == null)
                .map(MeetingPeople.Invited::name)
                .toList();
        String until = CopenhagenTime.dayInWords(closes);
        if (!silent.isEmpty()) {
            waits.add(answer(some(silent, "medlemmer"), "tilmelding", until));
        }
        return "Tilmeldingen slutter " + until + "; derefter får forplejningen antallet, og mødet holdes "
                + meeting.when() + ".";
    }

    private String after(Meeting meeting, List<Hand> open, List<Wait> waits) {
        Optional<WrapUp> wrapUp = wrapUps.find(meeting.clusterId(), meeting.meetingId());
        if (wrapUp.isPresent()
                && wrapUp.get().recordedAt() != null
                && !wrapUp.get().isApproved()) {
            String noteTaker = wrapUp.get().noteTaker();
            if (noteTaker != null && wrapUp.get().keyPointsAt() == null && open.isEmpty()) {
                waits.add(answer(names.nameOf(noteTaker), "hovedpunkter", ""));
                return names.nameOf(noteTaker) + " skriver hovedpunkterne. Derefter godkendes referatet af "
                        + hands.holding(meeting.clusterId(), "approveMinutes") + ".";
            }
            return first(open, "Referatet skal godkendes", hands.holding(meeting.clusterId(), "approveMinutes"));
        }
        if (meeting.status() == MeetingStatus.HELD) {
            return first(
                    open,
                    "Mødet er holdt. Fremmøde og aftaler skal registreres",
                    hands.holding(meeting.clusterId(), "recordMeeting"));
        }
        List<ActionItem> unsettled =
                items.of(meeting).stream().filter(item -> !item.isSettled()).toList();
        unsettled.forEach(item -> waits.add(answer(item.ownerName(), item.text(), item.due())));
        return unsettled.isEmpty()
                ? "Referatet er sendt, og ingen aftaler er åbne. Mødet afsluttes, når opfølgningen er slut."
                : "Referatet er sendt. "
                        + (unsettled.size() == 1 ? "Én aftale er åben" : unsettled.size() + " aftaler er åbne")
                        + "; dem, der har lovet noget, bliver mindet om det pr. mail.";
    }

    private void waitForSuppliers(Meeting meeting, List<Wait> waits) {
        for (SupplierBooking booking : bookings.of(meeting.clusterId(), meeting.businessKey())) {
            if (booking.status() == BookingStatus.ASKED) {
                waits.add(answer(
                        booking.supplierName(),
                        "svar om " + booking.kind().definite(),
                        CopenhagenTime.dayInWords(BookingTimes.of(
                                        booking.askedAt(),
                                        meeting.start(),
                                        settings.get(meeting.clusterId(), BookingSettings.REMIND_DAYS),
                                        settings.get(meeting.clusterId(), BookingSettings.PHONE_DAYS))
                                .phoneAt())));
            }
        }
    }

    private void waitForPractices(Meeting meeting, List<Wait> waits) {
        orders.find(meeting.clusterId(), meeting.meetingId())
                .filter(order -> order.orderedOn() == null && order.closesAt().isAfter(time.now()))
                .ifPresent(order -> {
                    List<String> silent = orders.practices(meeting.clusterId(), meeting.meetingId()).stream()
                            .filter(practice -> practice.accepts() == null)
                            .map(PracticeConsent::name)
                            .toList();
                    if (!silent.isEmpty()) {
                        waits.add(answer(
                                some(silent, "praksis"),
                                "samtykke til data",
                                CopenhagenTime.dayInWords(order.closesAt())));
                    }
                });
    }

    private static Wait answer(String who, String what, String until) {
        return new Wait(who, what, until, null, false);
    }

    private static String first(List<Hand> open, String what, String holder) {
        return open.isEmpty()
                ? what + "; opgaven er på vej til " + holder + "."
                : what + ": „" + open.get(0).what() + "“ ligger hos "
                        + open.get(0).who() + until(open.get(0).until()) + ".";
    }

    private static String until(String day) {
        return day.isEmpty() ? "" : ", senest " + day;
    }

    private static String members(int number) {
        return number == 1 ? "ét medlem" : number + " medlemmer";
    }

    private static String some(List<String> names, String kind) {
        return names.size() > NAMED ? names.size() + " " + kind : String.join(", ", names);
    }
}
