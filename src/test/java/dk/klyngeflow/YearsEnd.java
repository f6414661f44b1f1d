package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.bankstatements.NordYear;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.founding.LocalModelStory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words for what a cluster does year after year: its meetings, the bank, the accounts, and the evening of the assembly. By page, link and Tasklist. */
@TestComponent
class YearsEnd {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** What the model says about money and meetings, as it is typed. */
    static final Map<String, Object> AS_TYPED =
            Map.of("quorum", "50", "coordinatorLimit", "5.000", "boardLimit", "25.000");

    private static final Pattern PROPOSED = Pattern.compile(
            "name=\"linje\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"forslag\" value=\"([^\"]+)\"");
    private static final Pattern TO_TICK = Pattern.compile("name=\"punkt\"[^>]*value=\"([^\"]+)\"");

    private final YearStory story;
    private final JdbcClient jdbc;
    private long answered;

    YearsEnd(YearStory story, JdbcClient jdbc) {
        this.story = story;
        this.jdbc = jdbc;
    }

    // what the year begins again and again

    /** Whatever lies there of its meetings and of its model is done: everybody comes, and everything stays as it was. */
    void goesOn(String coordinator, List<String> all) {
        questionsAreAnswered(all);
        for (String task : List.copyOf(story.openKeys())) {
            switch (task) {
                case "planMeeting" -> planned(coordinator, all);
                case "approveAgenda" -> called(coordinator, all);
                case "recordMeeting" ->
                    story.doesTheOldest(
                            coordinator,
                            task,
                            Map.of("attended", String.join(",", ids(all)), "noteTaker", "", "items", "[]"));
                case "approveMinutes" ->
                    story.doesTheOldest(coordinator, task, Map.of("keyPoints", "Vi fortsætter.", "items", "[]"));
                case "draftModel" -> modelIsAgreedOn(coordinator, all);
                default -> {}
            }
        }
    }

    /** Each time that they are asked. */
    void questionsAreAnswered(List<String> all) {
        if (story.mailed("model-questionnaire") > answered) {
            for (String each : all) {
                story.answers(each, "model-questionnaire", "meetings", "4", "hour", "16.30", "stadig", "JA");
            }
            answered = story.mailed("model-questionnaire");
        }
    }

    /** Drafted, agreed to by everybody, and adopted from tomorrow. */
    void modelIsAgreedOn(String coordinator, List<String> all) {
        story.does(coordinator, "draftModel", LocalModelStory.model(AS_TYPED));
        for (String each : all) {
            story.answers(each, "model-draft", "svar", "JA", "bemaerkning", "");
        }
        Map<String, Object> adopted = LocalModelStory.model(AS_TYPED);
        adopted.put("decision", "ADOPT");
        adopted.put("effectiveFrom", story.day(1));
        story.does(coordinator, "settleModel", adopted);
    }

    private void planned(String coordinator, List<String> all) {
        LocalDate first = WorkingDays.after(
                jdbc.sql("""
                                select min(latest_day) - 10 from klyngeflow.meeting
                                where cluster_id = ? and status = 'PLANNING' and business_key not like '%/gf-%'""").param(story.cluster()).query(LocalDate.class).single(), 0);
        story.doesTheOldest(
                coordinator,
                "planMeeting",
                Map.of(
                        "title", "Emne til " + DAY.format(first),
                        "text", "",
                        "times", DAY.format(first) + " 16.30\n" + DAY.format(first.plusDays(7)) + " 16.30",
                        "minutes", "120",
                        "place", "Lægehuset Havnen",
                        "needs", "",
                        "required", ""));
        for (String each : all) {
            story.answers(each, "date-poll", "dato1", "YES", "dato2", "NO");
        }
        story.doesTheOldest(coordinator, "confirmDate", Map.of("chosenDate", "1"));
    }

    private void called(String coordinator, List<String> all) {
        story.doesTheOldest(coordinator, "approveAgenda", Map.of("agenda", "1. Velkommen", "place", "Havnen"));
        for (String each : all) {
            story.answers(each, "meeting-invitation", "svar-0", "YES");
        }
    }

    // the bank and the accounts

    /** What somebody of the board reads on the only bill of the year. */
    Map<String, String> billAsTyped() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("decision", "APPROVE");
        fields.put("supplierName", "Leverandør");
        fields.put("supplierCvr", "");
        fields.put("invoiceNumber", "F-1");
        fields.put("kind", "INVOICE");
        fields.put("issueDate", story.today().toString());
        fields.put("dueDate", story.day(30));
        fields.put("currency", "DKK");
        fields.put("payable", "6312,50");
        fields.put("vat", "1262,50");
        fields.put("account", "2100");
        fields.put("payTo", "1234 0012345678");
        return fields;
    }

    /** As she downloads it from her bank. @param lines the newest first, as {@code Dato;Tekst;Beløb;Saldo} */
    void bankSends(String treasurer, String... lines) {
        HttpResponse<String> answer = NordYear.sends(
                story.desk().program(treasurer),
                story.cluster(),
                ("Dato;Tekst;Beløb;Saldo\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        story.dueJobsRun();
    }

    /** On the page of the bank: what it proposes is confirmed, the rest is posted. */
    void everyLineIsExplained(String treasurer, int year) {
        String page = "/regnskab/" + story.cluster() + "/bank";
        Matcher proposed = PROPOSED.matcher(story.reads(treasurer, page + "?year=" + year));
        while (proposed.find()) {
            story.fillsIn(
                    treasurer,
                    page,
                    page + "/linje",
                    Map.of("linje", proposed.group(1), "forslag", proposed.group(2), "year", "" + year));
        }
        record Open(String line, long oere) {}

        jdbc.sql("""
                        select line_id, amount_oere from klyngeflow.bank_line l where cluster_id = ? and not exists
                        (select from klyngeflow.bank_match_line m where m.cluster_id = l.cluster_id and m.line_id = l.line_id)""")
                .param(story.cluster())
                .query((row, number) -> new Open(row.getString(1), row.getLong(2)))
                .list()
                .forEach(open -> story.fillsIn(
                        treasurer,
                        page,
                        page + "/linje",
                        Map.of("linje", open.line(), "konto", open.oere() > 0 ? "1100" : "4400", "year", "" + year)));
    }

    /** Her list on the page, every point of it, and then the task. */
    void auditorApproves(String auditor, int year) {
        String page = "/aarsregnskab/" + story.cluster() + "/" + year;
        Matcher points = TO_TICK.matcher(story.reads(auditor, page));
        List<String> ticked = points.results().map(point -> point.group(1)).toList();
        assertThat(ticked).isNotEmpty();
        story.fillsIn(auditor, page, page + "/tjekliste", Map.of("punkt", ticked));
        story.does(auditor, "auditAccounts", Map.of("verdict", "APPROVE", "sha256", sha(year), "comment", ""));
    }

    /** Of the draft that lies there; by it whoever signs says what she signs. */
    String sha(int year) {
        return jdbc.sql("""
                        select sha256 from klyngeflow.annual_draft where cluster_id = ? and year = ?
                        order by version desc limit 1""").params(story.cluster(), year).query(String.class).single();
    }

    // the evening

    /** The posts that the assembly proposes to elect to. */
    String agenda() {
        return jdbc.sql("select posts from klyngeflow.assembly where cluster_id = ? and accounting_year = 2027")
                .param(story.cluster())
                .query(String.class)
                .single();
    }

    /** Of the text that lies there to be signed. */
    String minutes() {
        return jdbc.sql("select minutes_id from klyngeflow.assembly where cluster_id = ? and assembly_id = ?")
                .params(story.cluster(), evening())
                .query(String.class)
                .single();
    }

    /** The one that is called. */
    String evening() {
        return jdbc.sql("select assembly_id from klyngeflow.assembly where cluster_id = ? and accounting_year = 2027")
                .param(story.cluster())
                .query(String.class)
                .single();
    }

    String eveningPage() {
        return "/generalforsamling/" + story.cluster() + "/aften/" + evening();
    }

    void come(String atTheDoor, List<String> all) {
        for (String each : all) {
            story.fillsIn(
                    atTheDoor,
                    eveningPage(),
                    eveningPage() + "/doer",
                    Map.of("person", story.id(each), "goer", "kommer"));
        }
    }

    void officers(String atTheTable, String chair, String keeper) {
        story.fillsIn(atTheTable, eveningPage(), eveningPage() + "/dirigent", Map.of("chair", chair, "keeper", keeper));
    }

    void isDecided(String atTheTable, String key, String how) {
        int number = jdbc.sql(
                        "select number from klyngeflow.evening_item where cluster_id = ? and evening_id = ? and key = ?")
                .params(story.cluster(), evening(), key)
                .query(Integer.class)
                .single();
        int seen = jdbc.sql("select count(*) from klyngeflow.evening_vote where cluster_id = ? and evening_id = ?")
                .params(story.cluster(), evening())
                .query(Integer.class)
                .single();
        story.fillsIn(
                atTheTable,
                eveningPage(),
                eveningPage() + "/afstemning",
                Map.of("item", "" + number, "how", how, "seen", "" + seen));
    }

    void isEnded(String atTheTable) {
        story.fillsIn(atTheTable, eveningPage(), eveningPage() + "/slut", Map.of());
    }

    // what is

    /** Each line of the checklist that is hers, done. */
    String checklist(String owner) {
        return YearStory.json(
                jdbc
                        .sql("""
                        select number from klyngeflow.handover_item i join klyngeflow.handover h using (cluster_id, handover_id)
                        where cluster_id = :cluster and owner = :owner and h.ended_at is null order by number""")
                        .param("cluster", story.cluster())
                        .param("owner", owner)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(number -> Map.of("number", number, "state", "DONE", "remark", ""))
                        .toList());
    }

    LocalDate dueIn(int year, String item) {
        return jdbc.sql("select due_on from klyngeflow.year_item where cluster_id = ? and year = ? and item_id = ?")
                .params(story.cluster(), year, item)
                .query(LocalDate.class)
                .single();
    }

    /** The day on which she takes over. */
    LocalDate officeOf(String name) {
        return jdbc.sql("select day from klyngeflow.handover where cluster_id = ? and successor = ?")
                .params(story.cluster(), story.id(name))
                .query(LocalDate.class)
                .single();
    }

    private List<String> ids(List<String> names) {
        return names.stream().map(story::id).toList();
    }
}
