package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.BookingStatus;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.bookings.MeetingWishes;
import dk.klyngeflow.bookings.PhoneAnswer;
import dk.klyngeflow.bookings.SupplierBooking;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.AgainOnConflict;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.inbox.CalendarReply;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.PaymentMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which the stories of a booking are told. Every story has a cluster of its own. */
@TestComponent
class BookingStory extends ProcessStory {

    static final Instant MEETING = Instant.parse("2026-11-03T15:30:00Z");
    static final Instant ANOTHER_DAY = Instant.parse("2026-11-10T15:30:00Z");

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final Suppliers suppliers;
    private final Bookings bookings;
    private final LinkPage page;
    private final Cases cases;
    private final Answers answers;
    private final BookingReplies replies;
    private final MeetingWishes wishes;
    private final AgainOnConflict again;
    private final TransactionTemplate transaction;

    private String meetingId = "";
    private BookingKind kind = BookingKind.ROOM;

    BookingStory(
            World world,
            Meetings meetings,
            MeetingPeople invited,
            Suppliers suppliers,
            Bookings bookings,
            List<LinkPage> pages,
            Cases cases,
            Answers answers,
            BookingReplies replies,
            MeetingWishes wishes,
            AgainOnConflict again,
            TransactionTemplate transaction) {
        super(world);
        this.meetings = meetings;
        this.invited = invited;
        this.suppliers = suppliers;
        this.bookings = bookings;
        this.page = pages.stream()
                .filter(each -> each.purpose().equals("booking"))
                .findFirst()
                .orElseThrow();
        this.cases = cases;
        this.answers = answers;
        this.replies = replies;
        this.wishes = wishes;
        this.again = again;
        this.transaction = transaction;
    }

    void aClusterPlansAMeeting() {
        clock.reset();
        kind = BookingKind.ROOM;
        open("bestil", PaymentMode.PLO);
        aMeetingMore("Polyfarmaci");
    }

    /** From now on the story is about this one. */
    void aMeetingMore(String title) {
        LocalDate day = LocalDate.of(2026, 11, 3);
        Meeting added =
                meetings.add(cluster, title, day, day, 120, UUID.randomUUID().toString(), cluster + "-koordinator");
        meetingId = added.meetingId();
        invited.addMembers(added);
        meetings.fixDate(cluster, meetingId, MEETING);
    }

    String isAbout(String otherMeetingId) {
        String before = meetingId;
        meetingId = otherMeetingId;
        return before;
    }

    String meetingId() {
        return meetingId;
    }

    Meeting meeting() {
        return meetings.get(cluster, meetingId);
    }

    void isOnTheList(BookingKind of, String... names) {
        for (String name : names) {
            add(of, name, mailOf(name), false);
        }
    }

    void isOnTheListWithoutMail(BookingKind of, String name) {
        add(of, name, "", false);
    }

    void isOwnRoom(String name) {
        add(BookingKind.ROOM, name, "", true);
    }

    private void add(BookingKind of, String name, String mail, boolean own) {
        suppliers.add(
                cluster,
                new Suppliers.Entry(
                        of,
                        name,
                        new Suppliers.Reach("", mail, "98 00 00 00", "", "Havnegade 1"),
                        Suppliers.Terms.UNKNOWN,
                        own,
                        true));
    }

    private static String mailOf(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@sted.example";
    }

    /** As the meeting's own process does. */
    void isNeeded(BookingKind of) {
        kind = of;
        cases.start(
                Booking.KEY,
                cluster,
                key(),
                Map.of(
                        "meetingId",
                        meetingId,
                        "bookingKind",
                        of.name(),
                        "caseLabel",
                        meeting().label()));
    }

    String key() {
        return Booking.businessKey(meeting().businessKey(), kind);
    }

    String keyOfAnother() {
        return Booking.keyOfAnother(meeting().businessKey(), kind);
    }

    Done answers(String name, boolean yes, String price) {
        SupplierBooking booking = booking(name);
        String choice = shown(name)
                .flatMap(seen -> seen.blocks().stream()
                        .filter(Block.Choice.class::isInstance)
                        .map(Block.Choice.class::cast)
                        .findFirst())
                .map(question -> question.options().get(yes ? 0 : 1).value())
                .orElse(yes ? "JA-0" : "NEJ-0");
        return answers(booking, choice, price);
    }

    Done answers(SupplierBooking booking, String choice, String price) {
        Map<String, List<String>> sent = new HashMap<>(Map.of("answer", List.of(choice)));
        if (!price.isEmpty()) {
            // as the page of links hands it on
            sent.put("price", List.of(String.valueOf(Money.parse(price))));
        }
        Done done = transaction.execute(status -> page.answer(held(booking), sent));
        dueJobsRun();
        return done;
    }

    Optional<Shown> shown(String name) {
        return page.show(held(booking(name)));
    }

    private static Held held(SupplierBooking booking) {
        return new Held(booking.clusterId(), booking.bookingId(), "supplier:" + booking.supplierId());
    }

    void answersInTheCalendar(String name, String answer, int sequence, String from) {
        answersInTheCalendar(name, answer, sequence, from, "");
    }

    void answersInTheCalendar(String name, String answer, int sequence, String from, String comment) {
        SupplierBooking booking = booking(name);
        String sender = from.isEmpty() ? mailOf(name) : from;
        CalendarReply reply =
                new CalendarReply(cluster, booking.uid(), sequence, sender, sender, answer, ANOTHER_DAY, comment);
        transaction.executeWithoutResult(status -> replies.take(reply));
        dueJobsRun();
    }

    /** Her newest booking of this meeting. */
    SupplierBooking booking(String name) {
        return bookings.of(cluster, meeting().businessKey()).stream()
                .filter(booking -> booking.supplierName().equals(name))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(name + " was not asked"));
    }

    List<String> asked() {
        return bookings.of(cluster, meeting().businessKey()).stream()
                .map(booking -> booking.supplierName() + " " + booking.status())
                .toList();
    }

    Optional<SupplierBooking> booked() {
        return bookings.live(cluster, meeting().businessKey(), kind)
                .filter(booking -> booking.status() == BookingStatus.CONFIRMED);
    }

    void isMoved(Instant to) {
        meetings.move(cluster, meetingId, to);
        bookings.moveAll(cluster, meeting().businessKey(), to, meeting().end());
        dueJobsRun();
    }

    void isCancelled() {
        bookings.cancelAll(cluster, meeting().businessKey(), "For få tilmeldte");
        dueJobsRun();
    }

    /** Decided a moment ago: the process has not come to the bookings yet. */
    void isMovedAMomentAgo(Instant to) {
        meetings.move(cluster, meetingId, to);
    }

    void isCancelledAMomentAgo() {
        meetings.cancel(cluster, meetingId, "For få tilmeldte");
    }

    /** On a thread of its own: what the page says, as the real one does it, which tries again after a conflict. */
    String clicks(SupplierBooking booking, String choice) {
        return again.call(() -> page.answer(held(booking), Map.of("answer", List.of(choice))))
                .toString();
    }

    void saysOnThePhone(SupplierBooking booking, PhoneAnswer answer) {
        bookings.record(cluster, booking.bookingId(), answer, null, "", person("sekretaer"));
    }

    /** Decided, and the process has told the bookings. */
    void isCancelledInOneGo() {
        again.call(() -> {
            meetings.lock(cluster, meetingId);
            meetings.cancel(cluster, meetingId, "Snestorm");
            return bookings.cancelAll(cluster, meeting().businessKey(), "Snestorm");
        });
    }

    void isMovedInOneGo(Instant to) {
        again.call(() -> {
            meetings.lock(cluster, meetingId);
            meetings.move(cluster, meetingId, to);
            return bookings.moveAll(
                    cluster, meeting().businessKey(), to, meeting().end());
        });
    }

    void theDayBefore() {
        transaction.executeWithoutResult(status -> bookings.remindOfTomorrow());
    }

    Done answersWithRemark(String name, String remark) {
        return answersWithRemark(name, true, remark);
    }

    Done answersWithRemark(String name, boolean yes, String remark) {
        SupplierBooking booking = booking(name);
        String answer = (yes ? "JA-" : "NEJ-") + booking.sequence();
        Done done = transaction.execute(
                status -> page.answer(held(booking), Map.of("answer", List.of(answer), "remark", List.of(remark))));
        dueJobsRun();
        return done;
    }

    /** What stands in her link now: every text of the page. */
    String reads(String name) {
        return shown(name).orElseThrow().blocks().toString();
    }

    /** As the meeting's own process does when it is moved or cancelled: what it called ends with it. */
    void theProcessIsInterrupted() {
        instances.createProcessInstanceQuery().processInstanceBusinessKey(key()).tenantIdIn(cluster).list().stream()
                .forEach(instance -> instances.deleteProcessInstance(instance.getId(), "interrupted"));
    }

    void headcountIs(int number) {
        headcountIs(number, "");
    }

    void headcountIs(int number, String diets) {
        bookings.headcount(cluster, meeting().businessKey(), number, diets);
    }

    void secretary(Map<String, Object> said) {
        answers.give(cluster, keyOfTask(), "phoneSupplier", cluster + "-sekretaer", said);
        dueJobsRun();
    }

    /** The topic is the speaker's own. */
    void theTopicIsTheSpeakers() {
        wishes.speakerIsSpecial(meeting(), true);
    }

    void coordinator(Map<String, Object> said) {
        answers.give(cluster, keyOfTask(), "chooseSpeaker", cluster + "-koordinator", said);
        dueJobsRun();
    }

    String supplierId(String name) {
        return suppliers.of(cluster).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .supplierId();
    }

    private String keyOfTask() {
        return cases.isOpen(cluster, keyOfAnother()) ? keyOfAnother() : key();
    }

    Task openTask() {
        List<Task> open = openTasks();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    boolean isOpen() {
        return cases.isOpen(cluster, key()) || cases.isOpen(cluster, keyOfAnother());
    }

    /** What was mailed to whom, in order, such as {@code booking-request venue@sted.example}. */
    List<String> mails() {
        return jdbc.sql("""
                        select purpose || ' ' || coalesce(recipient_name, recipient_person)
                          || coalesce(' ' || calendar_method, '') || case when link_id is null then '' else ' link' end
                        from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose like 'booking%' order by mail_id""").param("cluster", cluster).query(String.class).list();
    }

    /** The old time, as the newest mail of that kind says it. */
    String oldTimeIn(String purpose) {
        return jdbc.sql("""
                        select model ->> 'before' from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = :purpose order by mail_id desc limit 1""")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query(String.class)
                .single();
    }

    /** The UID and SEQUENCE lines of what was sent to one supplier's calendar, in order. */
    List<String> invitations(String name) {
        return jdbc.sql("""
                        select calendar_text from klyngeflow.mail_outbox
                        where cluster_id = :cluster and recipient_name = :name and calendar_text is not null
                        order by mail_id""").param("cluster", cluster).param("name", name).query(String.class).list().stream()
                .map(text -> text.lines()
                        .filter(line -> line.startsWith("UID:") || line.startsWith("SEQUENCE:"))
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    List<String> statementsOfAnAnswer(String name) {
        SupplierBooking booking = booking(name);
        return CountedSql.during(() -> transaction.execute(
                status -> page.answer(held(booking), Map.of("answer", List.of("JA-0"), "price", List.of("80000")))));
    }

    List<String> statementsOfAsking() {
        return CountedSql.during(() -> isNeeded(kind));
    }

    void clockIs(Instant instant) {
        clock.set(instant);
        dueJobsRun();
    }

    void until(LocalDate day) {
        while (CopenhagenTime.dayOf(clock.instant()).isBefore(day)) {
            daysPass(1);
        }
    }

    Set<String> holders() {
        return cases.holders(cluster, key());
    }

    void hoursPass(int hours) {
        clock.advance(Duration.ofHours(hours));
        dueJobsRun();
    }
}
