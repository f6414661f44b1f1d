package dk.klyngeflow.meetings;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clusters whose application runs elsewhere and is killed: what is started in them from here, and what can be seen of them in the database. */
@TestComponent
class MeetingTown {

    static final String COORDINATOR = "koordinator";
    static final String SECRETARY = "sekretaer";

    private static final int SUPPLIERS_OF_A_KIND = 4;

    private final ClusterRegister register;
    private final Suppliers suppliers;
    private final Meetings meetings;
    private final MeetingPlanning planning;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final JdbcClient jdbc;
    private final TestClock clock;

    MeetingTown(
            ClusterRegister register,
            Suppliers suppliers,
            Meetings meetings,
            MeetingPlanning planning,
            TaskService tasks,
            RuntimeService instances,
            JdbcClient jdbc,
            TestClock clock) {
        this.register = register;
        this.suppliers = suppliers;
        this.meetings = meetings;
        this.planning = planning;
        this.tasks = tasks;
        this.instances = instances;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static LocalDate today(TestClock clock) {
        return CopenhagenTime.dayOf(clock.instant());
    }

    static String mailOf(String cluster) {
        return "post@" + cluster + ".example";
    }

    /** This year and the next are over already, so that nothing begins but what a test begins. */
    void hasNoYear(String cluster) {
        jdbc.sql("""
                        insert into klyngeflow.cluster_year (cluster_id, year, from_day, opened_at, closed_at)
                        select :cluster, year, make_date(year, 1, 1), now(), now()
                        from generate_series(extract(year from now())::int, extract(year from now())::int + 1) year""").param("cluster", cluster).update();
    }

    /** @param members the coordinator among them */
    void open(String cluster, int members, boolean withSuppliers) {
        List<NewPerson> people = new ArrayList<>();
        people.add(person(cluster, COORDINATOR, cluster + "-" + COORDINATOR, Post.COORDINATOR, Post.MEMBER));
        people.add(person(cluster, SECRETARY, cluster + "-" + SECRETARY, Post.SECRETARY));
        for (int number = 2; number <= members; number++) {
            people.add(person(cluster, "m" + number, null, Post.MEMBER));
        }
        register.open(
                new Cluster(
                        cluster,
                        "Klyngen " + cluster,
                        null,
                        PaymentMode.OWN_ACCOUNT,
                        mailOf(cluster),
                        "Region Nord",
                        null),
                List.of(),
                people);
        for (BookingKind kind : withSuppliers ? BookingKind.values() : new BookingKind[0]) {
            for (int number = 1; number <= SUPPLIERS_OF_A_KIND; number++) {
                String name = kind.name().toLowerCase(Locale.ROOT) + number;
                suppliers.add(
                        cluster,
                        new Suppliers.Entry(
                                kind,
                                name,
                                new Suppliers.Reach(
                                        "",
                                        name + "@" + cluster + "-sted.example",
                                        "98 00 00 00",
                                        "",
                                        "Havnegade " + number),
                                Suppliers.Terms.UNKNOWN,
                                false,
                                true));
            }
        }
    }

    private static NewPerson person(String cluster, String id, @Nullable String password, Post... posts) {
        return new NewPerson(
                cluster + "-" + id,
                "Person " + id + " af " + cluster,
                id + "@" + cluster + "-praksis.example",
                List.of(posts),
                null,
                password);
    }

    /** So near that the agenda is due at once, and so far that nobody is reminded today. @return the business key */
    String isWanted(String cluster) {
        LocalDate today = today(clock);
        return planning.start(cluster, today.plusDays(16), today.plusDays(26), false, cluster + "-" + COORDINATOR);
    }

    /** A meeting whose agenda has been approved: its invitations go out as soon as somebody runs the step. */
    void isToBeInvitedTo(String cluster) {
        LocalDate day = WorkingDays.after(today(clock).plusDays(30), 0);
        Meeting meeting = meetings.add(
                cluster, "Polyfarmaci", day, day, 120, cluster + "@invited.example", cluster + "-" + COORDINATOR);
        meetings.fixDate(cluster, meeting.meetingId(), CopenhagenTime.at(day, LocalTime.of(16, 30)));
        meetings.agenda(cluster, meeting.meetingId(), "1. Velkommen\n2. Egne tal først\n3. Samtale i grupper", null);
        MeetingPlanning.Scheduled scheduled = planning.schedule(cluster, meeting.meetingId());
        meetings.status(cluster, meeting.meetingId(), MeetingStatus.INVITED);
        instances
                .createProcessInstanceByKey(MeetingCycle.KEY)
                .processDefinitionWithoutTenantId()
                .businessKey(meeting.businessKey())
                .setVariable(MeetingCycleVariables.CLUSTER_ID.name(), cluster)
                .setVariable(MeetingCycleVariables.MEETING_ID.name(), meeting.meetingId())
                .setVariable(
                        MeetingCycleVariables.ESCALATE_AT.name(),
                        MeetingCycleVariables.ESCALATE_AT.write(
                                scheduled.times().meetingEndsAt()))
                .setVariable(
                        MeetingCycleVariables.RSVP_REMINDER_AT.name(),
                        MeetingCycleVariables.RSVP_REMINDER_AT.write(
                                scheduled.times().rsvpReminderAt()))
                .startBeforeActivity("sendInvitations")
                .execute();
    }

    /** What the coordinator types into the first form. */
    Map<String, String> plan(String cluster, String title, String needs) {
        LocalDate first = WorkingDays.after(today(clock).plusDays(16), 0);
        StringBuilder times = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            LocalDate day = WorkingDays.after(first, i);
            times.append("%02d.%02d.%d 16.30%n".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
        }
        return Map.of(
                "title",
                title,
                "text",
                "Hvad gør vi hver især?",
                "times",
                times.toString(),
                "minutes",
                "120",
                "place",
                "",
                "needs",
                needs,
                "required",
                cluster + "-" + COORDINATOR);
    }

    /**
     * A mail of a meeting or of one of its parts.
     *
     * @param subject id of what its link is about; empty without a link
     */
    record Letter(
            long id,
            String purpose,
            String messageId,
            @Nullable String personId,
            @Nullable String address,
            String subject,
            String state,
            @Nullable String calendar) {

        /** A property of the event in the invitation, unfolded. */
        Optional<String> calendarLine(String name) {
            return calendar == null
                    ? Optional.empty()
                    : calendar.replaceAll("\\r?\\n[ \\t]", "")
                            .lines()
                            .filter(line -> line.startsWith(name + ":"))
                            .map(line -> line.substring(name.length() + 1).strip())
                            .findFirst();
        }
    }

    List<Letter> letters(String cluster, String key) {
        return jdbc.sql("""
                        select o.mail_id, o.purpose, o.message_id, o.recipient_person, coalesce(o.recipient_address, p.mail) as address,
                               coalesce(l.subject, '') as subject, o.state, o.calendar_text
                        from klyngeflow.mail_outbox o
                        left join klyngeflow.link l on l.cluster_id = o.cluster_id and l.link_id::text = o.link_id::text
                        left join klyngeflow.person p on p.person_id = o.recipient_person
                        where o.cluster_id = :cluster and (o.case_key = :key or o.case_key like :key || '/%')
                        order by o.mail_id""")
                .param("cluster", cluster)
                .param("key", key)
                .query((row, number) -> new Letter(
                        row.getLong("mail_id"),
                        row.getString("purpose"),
                        row.getString("message_id"),
                        row.getString("recipient_person"),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("state"),
                        row.getString("calendar_text")))
                .list();
    }

    /** Of the cluster's cases, each with what it waits for, such as {@code readMail}. */
    List<Waits> openTasks(String cluster, String task) {
        return tasks.createTaskQuery().tenantIdIn(cluster).taskDefinitionKey(task).list().stream()
                .map(this::waits)
                .toList();
    }

    record Waits(String businessKey, String task) {}

    private Waits waits(Task task) {
        String key =
                instances.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).list().stream()
                        .map(instance -> instance.getBusinessKey())
                        .findFirst()
                        .orElse("");
        return new Waits(key, task.getTaskDefinitionKey());
    }

    Optional<Waits> openTask(String cluster, String key) {
        return List.of("", "/dato").stream()
                .flatMap(part ->
                        tasks
                                .createTaskQuery()
                                .tenantIdIn(cluster)
                                .processInstanceBusinessKey(key + part)
                                .list()
                                .stream()
                                .map(task -> new Waits(key + part, task.getTaskDefinitionKey())))
                .findFirst();
    }

    boolean isOpen(String cluster, String key) {
        return instances
                        .createProcessInstanceQuery()
                        .tenantIdIn(cluster)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    boolean isCancelled(String cluster, String key) {
        return one(
                        "select status from klyngeflow.meeting where cluster_id = :cluster and business_key = :key",
                        cluster,
                        key)
                .equals("CANCELLED");
    }

    int booked(String cluster, String key) {
        return Integer.parseInt(one(
                "select count(*)::text from klyngeflow.booking where cluster_id = :cluster and case_key = :key and status = 'CONFIRMED'",
                cluster,
                key));
    }

    String firstDate(String cluster, String key) {
        return one("""
                select min(o.option_no)::text from klyngeflow.date_poll d
                join klyngeflow.date_poll_option o on o.cluster_id = d.cluster_id and o.poll_id = d.poll_id
                where d.cluster_id = :cluster and d.case_key = :key""", cluster, key + "/dato");
    }

    /** The same as before: its owner has made room in her mailbox. */
    String addressOfFailed(String cluster, String businessKey) {
        return one("""
                select coalesce(o.recipient_address, p.mail) from klyngeflow.mail_outbox o
                left join klyngeflow.person p on p.person_id = o.recipient_person
                where o.cluster_id = :cluster and o.mail_id = split_part(:key, '/mail-', 2)::bigint""", cluster, businessKey);
    }

    private String one(String sql, String cluster, String key) {
        return jdbc.sql(sql)
                .param("cluster", cluster)
                .param("key", key)
                .query(String.class)
                .single();
    }

    List<String> column(String sql, String cluster) {
        return jdbc.sql(sql).param("cluster", cluster).query(String.class).list();
    }

    long running(String cluster) {
        return instances.createProcessInstanceQuery().tenantIdIn(cluster).count();
    }

    long incidents(String cluster) {
        return instances.createIncidentQuery().tenantIdIn(cluster).count();
    }
}
