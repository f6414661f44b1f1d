package dk.klyngeflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A year's accounts from the bank's file to its closing, and the general assembly that approves them: the treasurer reads in, holds line
 * against voucher and locks, the auditor approves, the board signs by link, and the evening's decisions take effect.
 */
final class ClerkOfAccounts extends ClerkOfLife {

    static final int MEMBERS = 8;
    static final List<String> BOARD = List.of("-m2", "-m3", "-m4");

    private static final String TREASURER = "-m3";
    private static final Pattern OPEN_LINE = Pattern.compile(
            "name=\"linje\" value=\"([^\"]+)\">(?:\\s*<input type=\"hidden\" name=\"forslag\" value=\"([^\"]*)\">)?");
    private static final Pattern ITEM = Pattern.compile("name=\"punkt\" value=\"([^\"]+)\"");

    private static final Pattern DOUBT = Pattern.compile("\"key\":\"([^\"]+)\"");

    private final LifeBooks books;
    private final int year;
    private final Set<String> done = new HashSet<>();

    /** What must never be seen in between. */
    private final Queue<String> faults;

    ClerkOfAccounts(
            LifeTown town,
            LifeBooks books,
            int port,
            Journal journal,
            String name,
            AtomicBoolean noMore,
            Queue<String> faults) {
        super(town, port, journal, name, noMore);
        this.books = books;
        this.faults = faults;
        this.year = town.today().getYear() - 1;
    }

    @Override
    void begin(String next) {
        done.clear();
        town.openWithAccount(next, MEMBERS);
        books.keep(next, year);
        books.fallDue(next, year);
    }

    @Override
    boolean goesOn(String current) {
        Map<String, String> open = open(current);
        halfLocked(current);
        return reads(current) || accounts(current, open) || assembly(current, open) || signs(current, open);
    }

    /** Task and the key of its case. */
    private Map<String, String> open(String current) {
        return town
                .column(
                        "select t.task_def_key_ || ' ' || p.business_key_ from act_ru_task t"
                                + " join act_ru_execution p on p.id_ = t.proc_inst_id_ where t.tenant_id_ = :cluster",
                        current)
                .stream()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one));
    }

    /** The task and the state of the year are of one transaction. */
    private void halfLocked(String current) {
        String seen = town.one("""
                        select coalesce(string_agg(task_def_key_, ','), '') || (select case when locked_at is null then ' OPEN' else ' LOCKED' end
                            from klyngeflow.accounting_year where cluster_id = :cluster and year = %d)
                        from act_ru_task where tenant_id_ = :cluster""".formatted(year), current);
        if (seen != null
                && (seen.contains("lockAccounts") && seen.endsWith(" LOCKED")
                        || (seen.contains("reconcileAccounts") || seen.contains("auditAccounts"))
                                && seen.endsWith(" OPEN"))) {
            faults.add(current + " is half locked: " + seen);
        }
    }

    private boolean reads(String current) {
        if (done.contains("read")) {
            return false;
        }
        HttpResponse<String> answer = upload(
                desk.program(current + TREASURER),
                "/api/clusters/" + current + "/bank-statements",
                LifeBooks.statement(year));
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new IllegalStateException("reading in: " + answer.statusCode() + " " + answer.body());
        }
        journal.acknowledged("READ", current, String.valueOf(answer.statusCode()));
        return done.add("read");
    }

    private boolean accounts(String current, Map<String, String> open) {
        if (open.containsKey("lockAccounts")) {
            return matches(current) || completes(current, TREASURER, "lockAccounts", open, Map.of("lock", "YES"));
        }
        if (open.containsKey("reconcileAccounts")) {
            return completes(
                    current, TREASURER, "reconcileAccounts", open, Map.of("laterEvents", "", "reservations", ""));
        }
        if (open.containsKey("auditAccounts")) {
            return audits(current, open);
        }
        return false;
    }

    /** One open line. @return false when none is left */
    private boolean matches(String current) {
        Browser treasurer = desk.person(current + TREASURER);
        String page = ok(treasurer.get("/regnskab/" + current + "/bank?year=" + year));
        Matcher line = OPEN_LINE.matcher(page);
        if (!line.find()) {
            return false;
        }
        String proposal = line.group(2);
        boolean isIn = books.isIn(current, line.group(1));
        posts(
                treasurer,
                "/regnskab/" + current + "/bank/linje",
                page,
                "linje",
                line.group(1),
                proposal == null || proposal.isEmpty() ? "konto" : "forslag",
                proposal == null || proposal.isEmpty() ? isIn ? "1800" : "4400" : proposal,
                "year",
                String.valueOf(year));
        journal.acknowledged("LINE", current, line.group(1));
        return true;
    }

    private boolean audits(String current, Map<String, String> open) {
        Browser auditor = desk.person(current + "-m5");
        String address = "/aarsregnskab/" + current + "/" + year;
        if (!done.contains("checked")) {
            String page = ok(auditor.get(address));
            Matcher item = ITEM.matcher(page);
            StringBuilder form = new StringBuilder("_csrf=" + encoded(Browser.token(page)));
            while (item.find()) {
                form.append("&punkt=").append(encoded(item.group(1)));
            }
            sent(auditor, address + "/tjekliste", form.toString());
            return done.add("checked");
        }
        String sha256 = String.valueOf(town.one(
                "select sha256 from klyngeflow.annual_draft where cluster_id = :cluster order by version desc",
                current));
        return completes(
                current, "-m5", "auditAccounts", open, Map.of("verdict", "APPROVE", "sha256", sha256, "comment", ""));
    }

    private boolean assembly(String current, Map<String, String> open) {
        if (open.containsKey("planAssembly")) {
            return completes(current, "-m2", "planAssembly", open, plan());
        }
        if (books.assembly(current, "status", "ANNOUNCED") && !done.contains("proposed")) {
            return answers(
                            current,
                            "assembly-announcement",
                            current + "-m6",
                            "hvad",
                            "STATUTES",
                            "felt",
                            "notice_days",
                            "ny",
                            "21",
                            "tekst",
                            "Mange har vagter.",
                            "reviewed",
                            "ja")
                    && done.add("proposed");
        }
        if (open.containsKey("giveOpinion")) {
            return completes(current, "-m2", "giveOpinion", open, Map.of("opinion", "Vi er enige."));
        }
        if (open.containsKey("holdAssembly")) {
            if (!open.containsKey("recordDecision")) {
                return false;
            }
            if (!done.contains("evening")) {
                books.holdsTheEvening(current, MEMBERS, year);
                done.add("evening");
            }
            return completes(current, "-m1", "holdAssembly", open, Map.of("closed", "YES"));
        }
        if (open.containsKey("writeMinutes")) {
            return completes(
                    current,
                    "-m1",
                    "writeMinutes",
                    open,
                    Map.of("minutes", "Alt blev vedtaget.", "chairedBy", current + "-m7", "keptBy", current + "-m8"));
        }
        return done.contains("proposed")
                && (town.timeComes(current, "noticeFellDue")
                        || town.timeComes(current, "proposalsClosed")
                        || town.timeComes(current, "doorsOpened"));
    }

    private Map<String, String> plan() {
        Map<String, String> plan = new HashMap<>();
        plan.put("times", LocalDate.of(year + 1, 12, 31).plusDays(60) + " 19.00");
        plan.put("minutes", "120");
        plan.put("place", "Lægehuset");
        plan.put("findRoom", "NO");
        plan.put("posts", "");
        plan.put("seats", "");
        return plan;
    }

    /** The board the accounts, and two the minutes, each by the link in her mail. */
    private boolean signs(String current, Map<String, String> open) {
        if (!open.containsKey("recordDecision") && !done.contains("held")) {
            for (String who : BOARD) {
                String sha256 = town.one("""
                                select sha256 from klyngeflow.annual_draft d where cluster_id = :cluster and exists (
                                  select 1 from klyngeflow.annual_approval a where a.cluster_id = d.cluster_id and a.as_auditor
                                    and a.version = d.version) order by version desc""", current);
                if (sha256 != null
                        && !done.contains("signed" + who)
                        && answers(current, "accounts-signature", current + who, "underskrift", sha256)) {
                    return done.add("signed" + who);
                }
            }
        }
        String minutes = town.one(
                "select minutes_id from klyngeflow.assembly where cluster_id = :cluster and status = 'HELD' and minutes_id is not null",
                current);
        for (String who : List.of("-m7", "-m8")) {
            if (minutes != null
                    && !done.contains("minutes" + who)
                    && answers(current, "assembly-signature", current + who, "underskrift", minutes)) {
                return done.add("minutes" + who);
            }
        }
        return false;
    }

    private boolean completes(
            String current, String who, String task, Map<String, String> open, Map<String, String> fields) {
        boolean isTaken = isTaken(current + who, String.valueOf(open.get(task)), task, fields);
        if (isTaken) {
            journal.acknowledged(task, current, who);
        }
        return isTaken;
    }

    /** She is asked whether it is right, and means it. */
    private boolean isTaken(String who, String key, String task, Map<String, String> fields) {
        try {
            return desk.complete(who, key, task, fields);
        } catch (IllegalStateException asked) {
            String doubts = DOUBT.matcher(String.valueOf(asked.getMessage()))
                    .results()
                    .map(doubt -> doubt.group(1))
                    .collect(Collectors.joining("\n"));
            if (doubts.isEmpty()) {
                throw asked;
            }
            Map<String, String> sure = new HashMap<>(fields);
            sure.put("confirmed", doubts);
            return desk.complete(who, key, task, sure);
        }
    }

    @Override
    boolean isOver(String current) {
        return !town.isOpen(current, "annual-accounts") && !town.isOpen(current, "general-assembly");
    }

    private static HttpResponse<String> upload(Browser program, String path, String file) {
        String body = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"udtog.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--B--\r\n";
        return program.send(program.request(path)
                .header("Content-Type", "multipart/form-data; boundary=B")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void posts(Browser person, String address, String page, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(Browser.token(page)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        sent(person, address, form.toString());
    }

    private static void sent(Browser person, String address, String form) {
        HttpResponse<String> answer = person.submit(address, form);
        if (answer.statusCode() != 302 && answer.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + answer.statusCode());
        }
    }

    private static String ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a page: " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
