package dk.klyngeflow.meetings;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.klyngeflow.Journal;
import dk.klyngeflow.Killing;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Node;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.demo.EmbeddedMailServer;
import dk.klyngeflow.security.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * The application is killed again and again while meetings flow: date polls and replies by link, suppliers who say yes and no, calendar
 * replies, bounces and letters in the mailbox, and mails to everybody. What was acknowledged is on disk, and is held against what is in
 * the database and the mailboxes when all is quiet.
 */
@KlyngeflowTest
@Tag("kill")
class MeetingKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingKillTest.class);
    private static final String CLUSTER = "moedefald";
    private static final int MEMBERS = 12;
    private static final int CLERKS = 3;

    @Autowired
    MeetingTown town;

    @Autowired
    HistoryService history;

    @Autowired
    TestClock clock;

    @Autowired
    EmbeddedMailServer mailServer;

    @Autowired
    Environment environment;

    private final Journal journal = new Journal(Path.of("target", "kill", "meetings.txt"));
    private final AtomicBoolean noMore = new AtomicBoolean();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void nothingAcknowledgedIsLostOrDoubled() throws Exception {
        clock.set(Clock.systemUTC().instant());
        town.open(CLUSTER, MEMBERS, true);
        town.hasNoYear(CLUSTER);
        Postbox postbox = new Postbox(mailServer, MeetingTown.mailOf(CLUSTER));
        Node node = node();
        ExecutorService people = Executors.newFixedThreadPool(CLERKS + 1);
        List<Future<?>> working = new ArrayList<>();
        try {
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                working.add(people.submit(new ClerkOfMeetings(
                        town,
                        postbox,
                        new Desk(node.port(), CLUSTER),
                        CLUSTER,
                        MEMBERS,
                        journal,
                        noMore,
                        Killing.SEED + clerk)));
            }
            people.execute(new SecretaryOfMeetings(town, new Desk(node.port(), CLUSTER), CLUSTER, journal, isOver));
            Killing.againAndAgain(node, journal);
            node.start();
            noMore.set(true);
            for (Future<?> clerk : working) {
                clerk.get(8, TimeUnit.MINUTES);
            }
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(unrest(postbox)).isEmpty());
        } finally {
            noMore.set(true);
            isOver.set(true);
            node.kill();
            people.shutdownNow();
        }
        answersAreAsLastAcknowledged();
        bookingsAreAsLastAcknowledged();
        eachMailWasWrittenOnce();
        eachMailCameAndWithOneContent(postbox);
        eachMailToTheClusterWasHandledOnce(postbox);
        LOG.info(
                "{} kills, {} acknowledgements: {}",
                Killing.KILLS,
                journal.lines().size(),
                figures(postbox));
    }

    private Node node() {
        return Node.beside(
                environment,
                Path.of("target", "kill"),
                Map.of(
                        "klyngeflow.inbox.host",
                        "127.0.0.1",
                        "klyngeflow.inbox.port",
                        String.valueOf(mailServer.imapPort()),
                        "klyngeflow.inbox.user",
                        MeetingTown.mailOf(CLUSTER),
                        "klyngeflow.inbox.password",
                        "x",
                        "klyngeflow.inbox.ssl",
                        "false",
                        "klyngeflow.inbox.every",
                        "PT1S"));
    }

    /** What is still under way, or stuck. */
    private List<String> unrest(Postbox postbox) {
        List<String> unrest = new ArrayList<>();
        note(unrest, town.running(CLUSTER), "cases are open");
        note(unrest, town.incidents(CLUSTER), "incidents");
        note(unrest, postbox.in("INBOX").size(), "mails lie in the inbox");
        note(
                unrest,
                column("select mail_id::text from klyngeflow.mail_outbox where cluster_id = :cluster and state not in"
                                + " ('SENT', 'NEEDLESS')")
                        .size(),
                "mails are not sent");
        return unrest;
    }

    private static void note(List<String> unrest, long number, String what) {
        if (number > 0) {
            unrest.add(number + " " + what);
        }
    }

    private void answersAreAsLastAcknowledged() {
        Map<String, String> polls = said("date-poll");
        Map<String, String> kept = pairs("""
                select poll_id || ' ' || person_id || '=' || string_agg(answer, ',' order by option_no)
                from klyngeflow.date_poll_answer where cluster_id = :cluster group by poll_id, person_id""");
        assertThat(polls).isNotEmpty();
        assertThat(kept).containsAllEntriesOf(polls);

        Map<String, String> replies = pairs("""
                select meeting_id || ' ' || person_id || '=' || reply || ',' || replied_by
                from klyngeflow.meeting_person where cluster_id = :cluster and reply is not null""");
        Map<String, String> expected = new TreeMap<>();
        said("meeting-date").forEach((who, answer) -> expected.put(who, answer + ",LINK"));
        said("meeting-invitation").forEach((who, answer) -> expected.put(who, answer + ",LINK"));
        said("meeting-date-calendar").forEach((who, answer) -> expected.put(who, ofCalendar(answer)));
        said("meeting-invitation-calendar").forEach((who, answer) -> expected.put(who, ofCalendar(answer)));
        assertThat(replies)
                .as("nobody was said to have answered who has not, and the last answer counts")
                .isEqualTo(expected);
    }

    private static String ofCalendar(String standing) {
        return switch (standing) {
            case "ACCEPTED" -> "YES,CALENDAR";
            case "DECLINED" -> "NO,CALENDAR";
            default -> "MAYBE,CALENDAR";
        };
    }

    private void bookingsAreAsLastAcknowledged() {
        Map<String, String> kept = pairs("""
                select booking_id || ' ' || lower(kind) || '=' || status || ',' || was_confirmed || ',' || coalesce(price_oere, 0)
                from klyngeflow.booking where cluster_id = :cluster""");
        Map<String, String> expected = new TreeMap<>();
        said("booking-request").forEach((who, answer) -> {
            boolean yes = answer.startsWith("JA");
            expected.put(
                    ofKind(who),
                    (yes ? "CANCELLED,true," + answer.substring(answer.indexOf(',') + 1) + "00" : "DECLINED,false,0"));
        });
        said("booking-request-calendar").forEach((who, answer) -> expected.put(ofKind(who), "CANCELLED,true,0"));
        assertThat(kept)
                .as("each supplier was asked once, and let go with the meeting if it had said yes")
                .isEqualTo(expected);
        assertThat(column("""
                select case_key || kind || supplier_id from klyngeflow.booking where cluster_id = :cluster""")).doesNotHaveDuplicates();
        assertThat(column("""
                select case_key || ' ' || kind from klyngeflow.booking where cluster_id = :cluster and was_confirmed""")).doesNotHaveDuplicates().hasSize(3 * meetings());
    }

    /** Of {@code <booking> room1@…}, what the database says of it: {@code <booking> room}. */
    private static String ofKind(String who) {
        return who.replaceAll("\\d*@.*", "");
    }

    private void eachMailWasWrittenOnce() {
        for (String purpose : List.of("date-poll", "meeting-date", "meeting-invitation", "meeting-cancelled")) {
            assertThat(column(
                            "select case_key || ' ' || recipient_person from klyngeflow.mail_outbox where cluster_id ="
                                    + " :cluster and purpose = '" + purpose + "'"))
                    .as(purpose)
                    .doesNotHaveDuplicates()
                    .hasSize(MEMBERS * meetings());
        }
        for (String purpose : List.of("booking-request", "booking-cancelled")) {
            assertThat(column("select case_key || ' ' || coalesce(recipient_address, recipient_person) from"
                            + " klyngeflow.mail_outbox where cluster_id = :cluster and purpose = '" + purpose + "'"))
                    .as(purpose)
                    .doesNotHaveDuplicates()
                    .isNotEmpty();
        }
        assertThat(column("""
                select purpose || coalesce(case_key, '') || coalesce(recipient_person, recipient_address) || model::text
                  || coalesce(link_id, '')
                from klyngeflow.mail_outbox where cluster_id = :cluster""")).as("no mail was written twice").doesNotHaveDuplicates();
    }

    private int meetings() {
        Set<String> cancelled = new TreeSet<>();
        lines("CANCELLED").forEach(line -> cancelled.add(line.get(1)));
        List<String> held = column("select business_key from klyngeflow.meeting where cluster_id = :cluster");
        assertThat(held).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(cancelled);
        return cancelled.size();
    }

    private void eachMailCameAndWithOneContent(Postbox postbox) {
        Map<String, List<Postbox.Came>> came = postbox.all();
        assertThat(came.keySet())
                .containsAll(
                        column(
                                "select message_id from klyngeflow.mail_outbox where cluster_id = :cluster and state = 'SENT'"));
        came.forEach((id, deliveries) -> assertThat(new HashSet<>(deliveries))
                .as("what was sent as " + id)
                .hasSize(1));
    }

    private void eachMailToTheClusterWasHandledOnce(Postbox postbox) {
        Set<String> wrote = new HashSet<>();
        lines("WROTE").forEach(line -> wrote.add(line.get(1)));
        Set<String> moved = new HashSet<>(postbox.in("Behandlet"));
        assertThat(moved).isEqualTo(wrote);
        assertThat(column("select message_key from klyngeflow.inbox_message where cluster_id = :cluster"))
                .hasSameSizeAs(wrote);
        assertThat(column("select letter_id::text from klyngeflow.letter where cluster_id = :cluster"))
                .hasSameSizeAs(lines("LETTER"));
        assertThat(cases("incoming-mail")).doesNotHaveDuplicates().hasSameSizeAs(lines("LETTER"));
        // while one of her mails is being seen to, another one begins no case of its own
        Map<String, Set<String>> cameBack = new TreeMap<>();
        lines("BOUNCE")
                .forEach(line -> cameBack.computeIfAbsent(line.get(2), whose -> new HashSet<>())
                        .add(CLUSTER + "/mail-" + line.get(1)));
        List<String> seenTo = cases("failed-mail");
        assertThat(seenTo).doesNotHaveDuplicates();
        cameBack.forEach(
                (whose, mails) -> assertThat(seenTo).as("mails of %s", whose).containsAnyElementsOf(mails));
    }

    private List<String> cases(String process) {
        return history
                .createHistoricProcessInstanceQuery()
                .tenantIdIn(CLUSTER)
                .processDefinitionKey(process)
                .list()
                .stream()
                .map(instance -> instance.getBusinessKey())
                .toList();
    }

    private Map<String, Long> figures(Postbox postbox) {
        Map<String, Long> figures =
                new TreeMap<>(journal.lines().stream().collect(groupingBy(line -> line.get(0), counting())));
        Map<String, List<Postbox.Came>> came = postbox.all();
        figures.put("mails", (long) came.size());
        figures.put(
                "mails that came twice",
                came.values().stream().filter(all -> all.size() > 1).count());
        figures.put("mails moved by a dying node, unnoted", (long) column(
                        "select message_key from klyngeflow.inbox_message where cluster_id = :cluster and moved_at is null")
                .size());
        List<String> moved = postbox.in("Behandlet");
        figures.put("copies too many in the folder", (long) moved.size() - new HashSet<>(moved).size());
        return figures;
    }

    /** The last answer of each: what it is about and who, and what she said. */
    private Map<String, String> said(String what) {
        Map<String, String> said = new HashMap<>();
        for (List<String> line : lines(what)) {
            String[] whoAndWhat = line.get(2).split("=", 2);
            said.put(line.get(1) + " " + whoAndWhat[0], whoAndWhat[1]);
        }
        return said;
    }

    private List<List<String>> lines(String what) {
        return journal.lines().stream().filter(line -> line.get(0).equals(what)).toList();
    }

    private Map<String, String> pairs(String sql) {
        Map<String, String> pairs = new TreeMap<>();
        column(sql)
                .forEach(
                        pair -> pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        return pairs;
    }

    private List<String> column(String sql) {
        return town.column(sql, CLUSTER);
    }
}
