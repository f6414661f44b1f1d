package dk.klyngeflow.meetings;

import dk.klyngeflow.Journal;
import dk.klyngeflow.meetings.MeetingTown.Letter;
import dk.klyngeflow.meetings.MeetingTown.Waits;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one meeting after the other and is everybody in it: the coordinator in Tasklist, members and suppliers who answer from the mails
 * that came, by link or calendar program, and members whose mailbox is full. It tries again for as long as it takes, and knows of an
 * answer only what it got.
 */
final class ClerkOfMeetings implements Runnable {

    static final int DATES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ClerkOfMeetings.class);
    private static final int KINDS = 3;
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final MeetingTown town;
    private final Postbox postbox;
    private final Desk desk;
    private final String cluster;
    private final int members;
    private final Journal journal;
    private final AtomicBoolean noMore;
    private final Random random;

    private String key = "";
    private final Set<Long> handled = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    /** What has been made up for a letter, so that it is the same when it is sent once more. */
    private final Map<String, Map<String, String>> answers = new HashMap<>();

    private final Map<String, Integer> polled = new HashMap<>();
    private final Map<String, Integer> declined = new HashMap<>();

    ClerkOfMeetings(
            MeetingTown town,
            Postbox postbox,
            Desk desk,
            String cluster,
            int members,
            Journal journal,
            AtomicBoolean noMore,
            long seed) {
        this.town = town;
        this.postbox = postbox;
        this.desk = desk;
        this.cluster = cluster;
        this.members = members;
        this.journal = journal;
        this.noMore = noMore;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (!noMore.get()) {
                key = town.isWanted(cluster);
                handled.clear();
                written.clear();
                declined.clear();
                untilItIsOver();
            }
        } catch (RuntimeException e) {
            LOG.error("a clerk has given up at {}", key, e);
            throw e;
        }
    }

    private void untilItIsOver() {
        while (town.isOpen(cluster, key)) {
            try {
                if (!goesOn()) {
                    LockSupport.parkNanos(A_MOMENT.toNanos());
                }
            } catch (IllegalStateException | AssertionError nodeIsAway) {
                LOG.debug("{}: {}", key, nodeIsAway.getMessage());
                desk.isForgotten();
                LockSupport.parkNanos(2 * A_MOMENT.toNanos());
            }
        }
        journal.acknowledged("ENDED", key, "-");
    }

    /** @return false when there is nothing to do just now */
    private boolean goesOn() {
        Optional<Waits> task = town.openTask(cluster, key);
        if (task.isPresent()) {
            return completes(task.get());
        }
        List<Letter> letters = town.letters(cluster, key);
        for (Letter letter : letters) {
            Optional<Postbox.Came> came =
                    handled.contains(letter.id()) ? Optional.empty() : postbox.find(letter.messageId());
            if (came.isPresent()) {
                if (hasReacted(letter, came.get())) {
                    handled.add(letter.id());
                }
                return true;
            }
        }
        return isReady(letters) && isCancelled();
    }

    private boolean completes(Waits task) {
        Map<String, String> fields = switch (task.task()) {
            case "planMeeting" -> town.plan(cluster, "Emne " + key.replace('/', ' '), "ROOM,CATERING,SPEAKER");
            case "confirmDate" -> Map.of("chosenDate", town.firstDate(cluster, key));
            case "approveAgenda" -> Map.of("agenda", "1. Velkommen\n2. Egne tal", "place", "Havnen");
            default -> throw new IllegalArgumentException("nobody expected " + task);
        };
        if (!desk.complete(MeetingTown.COORDINATOR, task.businessKey(), task.task(), fields)) {
            return false;
        }
        journal.acknowledged(task.task(), task.businessKey(), "-");
        return true;
    }

    /** @return whether the letter needs nothing more */
    private boolean hasReacted(Letter letter, Postbox.Came came) {
        int channel = Math.floorMod((key + letter.personId() + letter.subject()).hashCode(), 10);
        return switch (letter.purpose()) {
            case "date-poll" -> {
                boolean mayChange = polled.merge(letter.subject(), 0, Integer::sum) < members - 1;
                boolean isKept = byLink(letter, came, 0) && (!mayChange || channel > 2 || byLink(letter, came, 1));
                if (isKept) {
                    polled.merge(letter.subject(), 1, Integer::sum);
                }
                yield isKept;
            }
            case "booking-request" -> channel < 7 ? byLink(letter, came, 0) : byCalendar(letter);
            case "meeting-date" -> {
                if (channel == 0) {
                    yield comesBack(letter);
                }
                yield channel < 5 ? byLink(letter, came, 0) : channel > 7 || byCalendar(letter);
            }
            case "meeting-invitation" -> {
                if (channel == 9 && written.size() % 3 == 0) {
                    writesALetter(letter);
                }
                yield channel < 4 ? byLink(letter, came, 0) : channel < 5 || channel > 7 || byCalendar(letter);
            }
            default -> true;
        };
    }

    // by link

    private boolean byLink(Letter letter, Postbox.Came came, int round) {
        String code = came.code().orElseThrow(() -> new IllegalArgumentException("no link in " + letter));
        Map<String, String> answer = answers.computeIfAbsent(letter.id() + " " + round, made -> answer(letter));
        Map<String, String> sent = new HashMap<>(answer);
        sent.put("code", code);
        HttpResponse<String> done = desk.anybody()
                .send(desk.anybody()
                        .request("/svar/send")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(sent))));
        if (done.statusCode() == 200 && done.body().contains("class=\"done\"")) {
            journal.acknowledged(letter.purpose(), letter.subject(), who(letter) + "=" + said(letter, answer));
            return true;
        }
        if (done.statusCode() == 409 || done.statusCode() == 404) {
            // closed meanwhile: not taken, and nobody was told that it was
            journal.acknowledged("CLOSED", letter.subject(), who(letter));
            return true;
        }
        if (done.statusCode() == 400) {
            throw new IllegalArgumentException(letter + " refused " + answer + ": " + done.body());
        }
        throw new IllegalStateException(letter.purpose() + ": " + done.statusCode());
    }

    private Map<String, String> answer(Letter letter) {
        Map<String, String> answer = new HashMap<>();
        switch (letter.purpose()) {
            case "date-poll" -> {
                for (int date = 1; date <= DATES; date++) {
                    answer.put(
                            "dato" + date,
                            List.of("YES", "YES", "IF_NEED_BE", "NO").get(random.nextInt(4)));
                }
            }
            case "booking-request" -> {
                boolean yes = random.nextInt(4) > 0 || declined.merge(kind(letter), 1, Integer::sum) > 2;
                answer.put("answer", yes ? "JA-0" : "NEJ-0");
                answer.put("price", String.valueOf(500 + random.nextInt(5_000)));
            }
            default -> answer.put("svar-0", List.of("YES", "YES", "NO", "MAYBE").get(random.nextInt(4)));
        }
        return answer;
    }

    private static String said(Letter letter, Map<String, String> answer) {
        return switch (letter.purpose()) {
            case "date-poll" -> answer.get("dato1") + "," + answer.get("dato2") + "," + answer.get("dato3");
            case "booking-request" -> answer.get("answer") + "," + answer.get("price");
            default -> String.valueOf(answer.get("svar-0"));
        };
    }

    private static String kind(Letter letter) {
        return String.valueOf(letter.address()).replaceAll("\\d*@.*", "");
    }

    private static String who(Letter letter) {
        return letter.personId() == null ? String.valueOf(letter.address()) : letter.personId();
    }

    // by mail

    /** What the member's or supplier's calendar program sends when she presses a button in it. */
    private boolean byCalendar(Letter letter) {
        boolean isBooking = letter.purpose().equals("booking-request");
        String standing = isBooking
                ? "ACCEPTED"
                : List.of("ACCEPTED", "DECLINED", "TENTATIVE").get(random.nextInt(3));
        String id = "<reply-" + letter.id() + "@" + cluster + ".example>";
        write(id, """
                From: %s
                To: %s
                Subject: Accepteret
                Message-ID: %s
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8; method=REPLY

                BEGIN:VCALENDAR
                METHOD:REPLY
                PRODID:Microsoft Exchange Server 2010
                VERSION:2.0
                BEGIN:VEVENT
                ATTENDEE;PARTSTAT=%s:mailto:%s
                UID:%s
                SEQUENCE:%s
                DTSTAMP:20270105T081522Z
                DTSTART:20270120T190000Z
                DTEND:20270120T210000Z
                END:VEVENT
                END:VCALENDAR
                """.formatted(
                        letter.address(),
                        MeetingTown.mailOf(cluster),
                        id,
                        standing,
                        letter.address(),
                        letter.calendarLine("UID").orElseThrow(),
                        letter.calendarLine("SEQUENCE").orElse("0")));
        journal.acknowledged(letter.purpose() + "-calendar", letter.subject(), who(letter) + "=" + standing);
        return true;
    }

    private boolean comesBack(Letter letter) {
        if (!letter.state().equals("SENT")) {
            // the node died between the mail server's yes and its own note of it: it comes once more
            return false;
        }
        String id = "<bounce-" + letter.id() + "@" + cluster + ".example>";
        write(id, """
                From: MAILER-DAEMON@mx.example
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Message-ID: %s
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain; charset=us-ascii

                The mailbox is full.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.2.2

                --b
                Content-Type: text/rfc822-headers

                To: %s
                Message-ID: %s

                --b--
                """.formatted(
                        MeetingTown.mailOf(cluster), id, letter.address(), letter.address(), letter.messageId()));
        journal.acknowledged("BOUNCE", String.valueOf(letter.id()), who(letter));
        return true;
    }

    private void writesALetter(Letter letter) {
        String id = "<letter-" + letter.id() + "@" + cluster + ".example>";
        write(id, """
                From: %s
                To: %s
                Subject: Om dagsordenen
                Message-ID: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Kan vi nå punkt %d?
                """.formatted(letter.address(), MeetingTown.mailOf(cluster), id, letter.id()));
        journal.acknowledged("LETTER", String.valueOf(letter.id()), who(letter));
    }

    private void write(String id, String raw) {
        postbox.write(raw);
        journal.acknowledged("WROTE", id, "-");
        written.add(id);
    }

    // the end

    /** Everybody has been called, every supplier has said yes, and what was written to the cluster has been read. */
    private boolean isReady(List<Letter> letters) {
        long called = letters.stream()
                .filter(letter -> letter.purpose().equals("meeting-invitation") && handled.contains(letter.id()))
                .count();
        return called == members
                && town.booked(cluster, key) == KINDS
                && postbox.in("INBOX").stream().noneMatch(written::contains);
    }

    private boolean isCancelled() {
        String page = "/moeder/" + key;
        Browser coordinator = desk.person(MeetingTown.COORDINATOR);
        String token = Browser.token(coordinator.get(page).body());
        HttpResponse<String> done =
                coordinator.submit(page + "/aflys", form(Map.of("reason", "Snestorm", "_csrf", token)));
        if (done.statusCode() != 302 && !town.isCancelled(cluster, key)) {
            throw new IllegalStateException("cancelling: " + done.statusCode());
        }
        journal.acknowledged("CANCELLED", key, "-");
        while (town.isOpen(cluster, key)) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        return true;
    }

    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }
}
