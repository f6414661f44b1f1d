package dk.klyngeflow.meetings;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.dataorders.DataOrders;
import dk.klyngeflow.dataorders.DataOrders.PracticeConsent;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.members.NextHands.Hand;
import dk.klyngeflow.members.People;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.Poll;
import dk.klyngeflow.polls.Voice;
import dk.klyngeflow.topics.TopicBank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
     * @param at the moment of that day; null when nobody has said
     */
    record Wait(
            String who,
            String what,
            String until,
            @Nullable String task,
            boolean isMine,
            @Nullable Instant at) {}

    /** @param at when what it names is waited for; null when that is not known */
    private record Next(String text, @Nullable Instant at) {}

    /** @param next a sentence or two, of which the first names what is waited for first, and who does it */
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
        open.forEach(hand -> waits.add(new Wait(
                hand.who(), "„" + hand.what() + "“", hand.until(), TASK + hand.taskId(), hand.isMine(), hand.due())));
        Next next = switch (meeting.status()) {
            case PLANNING -> planning(meeting, open, waits);
            case DATING -> dating(meeting, open, waits);
            // one that is moved has no date until a new one is found
            case ARRANGING ->
                meeting.startsAt() == null ? dating(meeting, open, waits) : arranging(meeting, open, waits);
            case INVITED -> meeting.startsAt() == null ? dating(meeting, open, waits) : invited(meeting, open, waits);
            default -> after(meeting, open, waits);
        };
        waits.sort(Comparator.comparing(Wait::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return new View(inOrder(next, waits), waits);
    }

    /** Nothing is named before what comes first. */
    private static String inOrder(Next next, List<Wait> waits) {
        Instant named = next.at();
        return waits.stream()
                .limit(1)
                .filter(first ->
                        first.at() != null && named != null && first.at().isBefore(named))
                .map(MeetingOutlook::inWords)
                .findFirst()
                .map(first -> first + " " + next.text())
                .orElse(next.text());
    }

    private static String inWords(Wait wait) {
        return wait.task() == null
                ? "Først ventes der på " + wait.what() + " fra " + wait.who() + until(wait.until()) + "."
                : "Først skal " + wait.what() + " løses af " + wait.who() + until(wait.until()) + ".";
    }

    private Next planning(Meeting meeting, List<Hand> open, List<Wait> waits) {
        Optional<Instant> asks = topics.asksUntil(meeting.clusterId(), meeting.businessKey());
        if (open.isEmpty() && asks.isPresent()) {
            waits.add(answer(members(people.of(meeting).size()), "emner og stemmer", asks.get()));
            return new Next(
                    "Medlemmerne foreslår emner og stemmer til " + CopenhagenTime.dayInWords(asks.get())
                            + ". Derefter vælges emne og datoer af "
                            + hands.holding(meeting.clusterId(), "planMeeting") + ".",
                    asks.get());
        }
        return dates.poll(meeting)
                        .filter(poll -> poll.takesAnswersAt(time.now()))
                        .isPresent()
                ? dating(meeting, open, waits)
                : first(open, "Emne og datoer skal vælges", hands.holding(meeting.clusterId(), "planMeeting"));
    }

    private Next dating(Meeting meeting, List<Hand> open, List<Wait> waits) {
        Optional<Poll> running = dates.poll(meeting).filter(poll -> poll.takesAnswersAt(time.now()));
        if (running.isEmpty()) {
            return first(open, "Svarene om datoer er inde", hands.holding(meeting.clusterId(), "confirmDate"));
        }
        Poll poll = running.get();
        List<Voice> voices = polls.result(poll.clusterId(), poll.pollId()).voices();
        List<String> silent =
                voices.stream().filter(Voice::isSilent).map(Voice::name).toList();
        if (!silent.isEmpty()) {
            waits.add(answer(some(silent, "medlemmer"), "svar om datoer", poll.closesAt()));
        }
        return new Next(
                voices.size() - silent.size() + " af " + voices.size() + " har svaret på "
                        + (poll.options().size() == 1
                                ? "én dato"
                                : poll.options().size() + " datoer")
                        + ". Afstemningen slutter " + CopenhagenTime.dayInWords(poll.closesAt())
                        + "; derefter vælges datoen af "
                        + hands.holding(meeting.clusterId(), "confirmDate") + ".",
                poll.closesAt());
    }

    private Next arranging(Meeting meeting, List<Hand> open, List<Wait> waits) {
        waitForSuppliers(meeting, waits);
        waitForPractices(meeting, waits);
        return agenda(meeting, open).orElseGet(() -> agendaToCome(meeting));
    }

    private Next agendaToCome(Meeting meeting) {
        return new Next(
                "Mødet forberedes. Dagsordenen lægges til godkendelse hos "
                        + hands.holding(meeting.clusterId(), "approveAgenda") + " "
                        + CopenhagenTime.dayInWords(drafted(meeting)) + ".",
                drafted(meeting));
    }

    private Instant drafted(Meeting meeting) {
        return times.agendaDue(meeting.clusterId(), meeting.start());
    }

    /** Nothing once the agenda is out: people know the date long before. */
    private Optional<Next> agenda(Meeting meeting, List<Hand> open) {
        Optional<Hand> task =
                open.stream().filter(hand -> hand.what().contains("agsorden")).findFirst();
        if (task.isPresent()) {
            Hand hand = task.get();
            return Optional.of(new Next(
                    "Dagsordenen skal godkendes af " + hand.who() + until(hand.until())
                            + ". Derefter bliver alle indkaldt.",
                    hand.due()));
        }
        // one that was approved for the date before goes out again when it is time
        return meeting.agendaDocument() != null && drafted(meeting).isAfter(time.now())
                ? Optional.of(new Next(
                        "Dagsordenen er godkendt. Alle får en ny indkaldelse "
                                + CopenhagenTime.dayInWords(drafted(meeting)) + ".",
                        drafted(meeting)))
                : Optional.empty();
    }

    /** The date is told, and so anybody may answer; the agenda and the proper invitation may still be to come. */
    private Next invited(Meeting meeting, List<Hand> open, List<Wait> waits) {
        waitForSuppliers(meeting, waits);
        waitForPractices(meeting, waits);
        Optional<Hand> decides =
                open.stream().filter(hand -> hand.what().contains("få")).findFirst();
        Instant closes = meeting.rsvpClosesAt();
        if (decides.isPresent()) {
            return new Next(
                    "Få har sagt ja. Om mødet holdes, afgøres af "
                            + decides.get().who() + until(decides.get().until()) + ".",
                    decides.get().due());
        }
        if (!time.now().isBefore(meeting.end())) {
            return first(
                    open,
                    "Mødet er holdt. Fremmøde og aftaler skal registreres",
                    hands.holding(meeting.clusterId(), "recordMeeting"));
        }
        if (closes == null || !time.now().isBefore(closes)) {
            return new Next(
                    (waits.isEmpty() ? "Alt er aftalt; mødet holdes " : "Mødet holdes ") + meeting.when() + ".",
                    meeting.start());
        }
        List<String> silent = people.of(meeting).stream()
                .filter(guest -> guest.reply() == null)
                .map(MeetingPeople.Invited::name)
                .toList();
        if (!silent.isEmpty()) {
            waits.add(answer(some(silent, "medlemmer"), "tilmelding", closes));
        }
        Next closing = new Next(
                "Tilmeldingen slutter " + CopenhagenTime.dayInWords(closes)
                        + "; derefter får forplejningen antallet, og mødet holdes "
                        + meeting.when() + ".",
                closes);
        return agenda(meeting, open)
                .orElseGet(() -> meeting.agendaDocument() == null ? agendaToCome(meeting) : closing);
    }

    private Next after(Meeting meeting, List<Hand> open, List<Wait> waits) {
        Optional<WrapUp> wrapUp = wrapUps.find(meeting.clusterId(), meeting.meetingId());
        if (wrapUp.isPresent()
                && wrapUp.get().recordedAt() != null
                && !wrapUp.get().isApproved()) {
            String noteTaker = wrapUp.get().noteTaker();
            if (noteTaker != null && wrapUp.get().keyPointsAt() == null && open.isEmpty()) {
                waits.add(answer(names.nameOf(noteTaker), "hovedpunkter", null));
                return new Next(
                        names.nameOf(noteTaker) + " skriver hovedpunkterne. Derefter godkendes referatet af "
                                + hands.holding(meeting.clusterId(), "approveMinutes") + ".",
                        null);
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
        unsettled.forEach(item -> waits.add(new Wait(item.ownerName(), item.text(), item.due(), null, false, null)));
        String text = unsettled.isEmpty()
                ? "Referatet er sendt, og ingen aftaler er åbne. Mødet afsluttes, når opfølgningen er slut."
                : "Referatet er sendt. "
                        + (unsettled.size() == 1 ? "Én aftale er åben" : unsettled.size() + " aftaler er åbne")
                        + "; dem, der har lovet noget, bliver mindet om det pr. mail.";
        return new Next(text, null);
    }

    private void waitForSuppliers(Meeting meeting, List<Wait> waits) {
        for (SupplierBooking booking : bookings.of(meeting.clusterId(), meeting.businessKey())) {
            // a yes to the date before is none
            boolean isMoved = booking.status().isLive() && !booking.isAt(meeting.start(), meeting.end());
            if (booking.status() == BookingStatus.ASKED || isMoved) {
                waits.add(answer(
                        booking.supplierName(),
                        "svar om " + booking.kind().definite(),
                        BookingTimes.of(
                                        isMoved ? time.now() : booking.askedAt(),
                                        meeting.start(),
                                        settings.get(meeting.clusterId(), BookingSettings.REMIND_DAYS),
                                        settings.get(meeting.clusterId(), BookingSettings.PHONE_DAYS))
                                .phoneAt()));
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
                        waits.add(answer(some(silent, "praksis"), "samtykke til data", order.closesAt()));
                    }
                });
    }

    private static Wait answer(String who, String what, @Nullable Instant until) {
        return new Wait(who, what, until == null ? "" : CopenhagenTime.dayInWords(until), null, false, until);
    }

    private static Next first(List<Hand> open, String what, String holder) {
        return open.isEmpty()
                ? new Next(what + "; opgaven er på vej til " + holder + ".", null)
                : new Next(
                        what + ": „" + open.get(0).what() + "“ ligger hos "
                                + open.get(0).who() + until(open.get(0).until()) + ".",
                        open.get(0).due());
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
