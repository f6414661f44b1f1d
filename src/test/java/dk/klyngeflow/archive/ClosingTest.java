package dk.klyngeflow.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.election.EveryStateOfElections;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.inbox.InboxWorld;
import dk.klyngeflow.invoices.EveryStateOfInvoices;
import dk.klyngeflow.meetings.EveryStateOfMeetings;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cluster full of everything is fetched as one file, closed, and deleted years afterwards. */
@KlyngeflowTest
class ClosingTest {

    @LocalServerPort
    int port;

    @Autowired
    EveryStateOfMeetings meetings;

    @Autowired
    EveryStateOfInvoices invoices;

    @Autowired
    EveryStateOfElections elections;

    @Autowired
    InboxWorld inbox;

    @Autowired
    Documents documents;

    @Autowired
    Clusters clusters;

    @Autowired
    Closing closing;

    @Autowired
    ClusterDeletion deletion;

    @Autowired
    ClosedClusterWatch watch;

    @Autowired
    NightWatch night;

    @Autowired
    Cases cases;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String cluster = "";
    private ArchivedCluster administrator = new ArchivedCluster(Browser.anonymous(1), "");

    @BeforeEach
    void open() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);
        administrator = new ArchivedCluster(Browser.loggedIn(port, "admin", "admin"), cluster);
    }

    private ArchivedCluster staff(String post) {
        return new ArchivedCluster(Browser.loggedIn(port, cluster + "-" + post, cluster + "-" + post), cluster);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from klyngeflow." + table + " where cluster_id = :cluster")
                .param("cluster", cluster)
                .query(Long.class)
                .single();
    }

    /** Whatever would have to be done by hand before a closing. */
    private void nothingIsInTheWay() {
        jdbc.sql("update klyngeflow.invoice set status = 'DISCARDED' where cluster_id = :cluster and status <> 'PAID'")
                .param("cluster", cluster)
                .update();
        jdbc.sql(
                        "update klyngeflow.meeting set status = 'CANCELLED' where cluster_id = :cluster and status in ('ARRANGING', 'INVITED')")
                .param("cluster", cluster)
                .update();
    }

    @Test
    void everythingIsInOneFileThatCanBeReadWithoutTheProgram() throws Exception {
        invoices.areIn(cluster);
        documents.store(cluster, "../=cmd|'/c'!A1.exe", "x".getBytes(StandardCharsets.UTF_8), cluster + "-m5");
        documents.store(cluster, "=cmd.exe", "y".getBytes(StandardCharsets.UTF_8), cluster + "-m5");
        var figures = documents.store(cluster, "tal.csv", "990101;1".getBytes(StandardCharsets.UTF_8), "x");
        jdbc.sql("""
                        insert into klyngeflow.document_looked_through (cluster_id, document_id, stays_because, looked_at)
                        values (:cluster, :id, 'Viser praksis', :now)""")
                .param("cluster", cluster)
                .param("id", figures.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into klyngeflow.meeting (cluster_id, meeting_id, business_key, year, number, title,
                          earliest_day, latest_day, minutes, starts_at, status, uid, created_by, created_at)
                        values (:cluster, 'm1', :cluster || '/2026-90', 2026, 90, 'Børn med astma', '2026-09-01', '2026-09-30', 60,
                          '2026-09-10 16:30+02', 'CLOSED', :cluster || '-m1', 'x', :now)""")
                .param("cluster", cluster)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var minutes = documents.store(cluster, "r.pdf", "%PDF-1.4 referat".getBytes(StandardCharsets.UTF_8), "x");
        jdbc.sql(
                        "insert into klyngeflow.meeting_wrap_up (cluster_id, meeting_id, minutes_document) values (:cluster, 'm1', :id)")
                .param("cluster", cluster)
                .param("id", minutes.id())
                .update();

        Map<String, byte[]> files = staff("sekretaer").zip();

        String page = new String(files.get("indhold.html"), StandardCharsets.UTF_8);
        String table = new String(files.get("indhold.csv"), StandardCharsets.UTF_8);
        assertThat(files.keySet())
                .contains("referater/2026-09-10 Referat, Børn med astma.pdf")
                .anyMatch(path -> path.matches("regnskab/\\d{4} Bilag\\.csv"))
                .anyMatch(path -> path.matches("regnskab/\\d{4} Saldi\\.csv"))
                .anyMatch(path -> path.startsWith("bilag/") && path.contains("Bilag 20") && path.endsWith(".xml"))
                .allMatch(path -> path.matches("[a-z-]+/[\\p{L}\\p{N} .,()_+='!-]+|indhold\\.(html|csv)"))
                .noneMatch(path -> path.endsWith(".exe"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().startsWith("indhold.")) {
                String hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
                assertThat(page).as(file.getKey()).contains(hash);
                assertThat(table).as(file.getKey()).contains(hash);
            }
        }
        assertThat(page).contains("Arkiv for Klyngen Søbred", "Referat, Børn med astma", "10.09.2026", "tal");
        String ledger = csv(files, "Bilag.csv");
        assertThat(ledger).startsWith("\uFEFF\"Bilag\";\"Dato\"").containsPattern(";\\d+,\\d\\d;");
        assertThat(table).contains("\"'=cmd");

        assertThat(csv(files, "Medlemmer og poster.csv"))
                .startsWith("\uFEFF\"Navn\";\"Mail\";\"Post\"")
                .contains("\"Koordinator\"", "\"Kasserer\"", "\"Medlem\"");
        assertThat(csv(files, "Praksis.csv")).contains("\"Ydernummer\"").containsPattern("\"\\d{6}\"");
        assertThat(page).contains("Medlemmer og poster gennem tiden");

        Map<String, byte[]> coordinators = staff("koordinator").zip();
        assertThat(coordinators.keySet()).hasSize(files.size() - 1).noneMatch(path -> path.endsWith(" tal.csv"));
        assertThat(new String(coordinators.get("indhold.html"), StandardCharsets.UTF_8))
                .contains("1 fil er ikke med, fordi kun sekretæren");
        assertThat(staff("formand").page("/arkiv.zip").statusCode()).isEqualTo(403);
        assertThat(staff("koordinator").page("/luk").statusCode()).isEqualTo(403);
        assertThat(jdbc.sql(
                                "select count(*) from klyngeflow.security_entry where cluster_id = :cluster and kind = 'EXPORTED' and detail like 'Klyngens arkiv%'")
                        .param("cluster", cluster)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private static String csv(Map<String, byte[]> files, String ending) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /** Whatever refers to a file says what it is: the archive would call it "andre filer" otherwise. */
    @Test
    void whatTheClusterHasDecidedStandsOnItsOwnShelf() throws Exception {
        String protocol = paper("valgprotokol-1.pdf");
        String note = paper("notat.pdf");
        String model = paper("lokal-model-version-1.pdf");
        jdbc.sql("""
                        insert into klyngeflow.election (cluster_id, election_id, number, post, seats, takes_office, statutes_version,
                          status, protocol_id, started_by, opened_at, ended_at)
                        values (:cluster, 'valg-x', 1, 'COORDINATOR', 1, '2026-10-01', 1, 'DONE', :id, 'x', :now, :now)""")
                .param("cluster", cluster)
                .param("id", protocol)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into klyngeflow.handover (cluster_id, handover_id, business_key, parting, successor, day, document_id,
                          moved_at, ended_at, started_by, started_at)
                        values (:cluster, :cluster || '-h', :cluster || '-h', :cluster || '-koordinator', :cluster || '-formand',
                          '2026-09-01', :id, :now, :now, 'x', :now)""")
                .param("cluster", cluster)
                .param("id", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into klyngeflow.model_round (cluster_id, round_no, case_key, opened_at, closes_at, ended_at)
                        values (:cluster, 1, :cluster || '/lokal-model-1', :now, :now::timestamptz + interval '1 day', :now)""")
                .param("cluster", cluster)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into klyngeflow.local_model (cluster_id, version, round_no, choices, adopted_on, adopted_by,
                          effective_from, document_id)
                        values (:cluster, 1, 1, '', '2026-09-01', 'x', '2026-09-02', :id)""").param("cluster", cluster).param("id", model).update();

        assertThat(staff("sekretaer").zip().keySet())
                .contains(
                        "forening/2026-09-07 Valgprotokol, Koordinator.pdf",
                        "forening/2026-09-01 Overdragelsesnotat.pdf",
                        "forening/2026-09-02 Lokal model, version 1.pdf");
    }

    private String paper(String name) {
        return documents
                .store(cluster, name, ("%PDF-1.4 " + name).getBytes(StandardCharsets.UTF_8), "x")
                .id();
    }

    @Test
    void whatIsInTheWayIsSaidAndNothingIsDone() {
        meetings.areIn(cluster);
        invoices.areIn(cluster);
        elections.areIn(cluster);

        HttpResponse<String> page = administrator.page("/luk");

        assertThat(page.body())
                .contains(
                        "Det skal gøres først",
                        "Til kontrol",
                        "er ikke holdt endnu. Aflys det",
                        "Valget til posten Formand er ikke afsluttet")
                .doesNotContain("Luk klyngen for altid");
        assertThat(administrator.closes(page, true, cluster).statusCode()).isEqualTo(400);
        assertThat(clusters.closed(cluster)).isEmpty();
        assertThat(cases.running(cluster)).isNotEmpty();
    }

    @Test
    void aClosedClusterIsClosedEverywhereAndItsArchiveStays() throws InterruptedException {
        meetings.areIn(cluster);
        invoices.areIn(cluster);
        nothingIsInTheWay();
        Browser coordinator = Browser.loggedIn(port, cluster + "-koordinator", cluster + "-koordinator");
        String code = meetings.codes().get(0);
        HttpResponse<String> page = administrator.page("/luk");
        assertThat(page.body())
                .contains(
                        "Sager, der løber, afsluttes, som de står",
                        "Deres log-in ophører",
                        "personlige links dør",
                        "er ikke lukket i Klyngeflow. Årsregnskabet er aflagt",
                        "den 1. januar 2032");
        long vouchers = count("voucher");
        assertThat(administrator.closes(page, false, cluster).statusCode()).isEqualTo(400);
        assertThat(administrator.closes(page, true, "en-anden").statusCode()).isEqualTo(400);
        assertThat(clusters.closed(cluster)).isEmpty();

        List<Integer> answers = new CopyOnWriteArrayList<>();
        Runnable press =
                () -> answers.add(administrator.closes(page, true, cluster).statusCode());
        AtOnce.both(press, press);

        assertThat(answers).containsExactly(302, 302);
        assertThat(jdbc.sql(
                                "select count(*) from klyngeflow.security_entry where cluster_id = :cluster and kind = 'CLUSTER_CLOSED'")
                        .param("cluster", cluster)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(clusters.all()).noneMatch(open -> open.id().equals(cluster));
        assertThat(cases.running(cluster)).isEmpty();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .tenantIdIn(cluster)
                        .externallyTerminated()
                        .list())
                .isNotEmpty()
                .allMatch(ended -> Closing.REASON.equals(ended.getDeleteReason()));
        assertThat(coordinator.get("/folk/" + cluster).statusCode()).isIn(302, 404);
        assertThat(Browser.anonymous(port)
                        .login(cluster + "-koordinator", cluster + "-koordinator")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("fejl");
        assertThat(jdbc.sql("select count(*) from klyngeflow.link where cluster_id = :cluster and not holder_left")
                        .param("cluster", cluster)
                        .query(Long.class)
                        .single())
                .isZero();
        Browser anybody = Browser.anonymous(port);
        String token = Browser.token(anybody.get("/svar").body());
        assertThat(anybody.submit("/svar", "code=" + code + "&_csrf=" + token).body())
                .doesNotContain("Klyngen Søbred");
        assertThat(jdbc.sql("""
                        select purpose from klyngeflow.mail_outbox
                        where cluster_id = :cluster and state = 'WAITING' group by purpose""").param("cluster", cluster).query(String.class).list())
                .containsExactly("cluster-closing");
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        assertThat(admin.get("/folk/" + cluster).statusCode()).isEqualTo(404);
        assertThat(admin.get("/indstillinger/" + cluster).statusCode()).isEqualTo(404);
        assertThat(admin.get("/arkiv").body()).contains(">Klyngen Søbred<", "1. januar 2032");
        assertThat(administrator.page("").body())
                .contains("Slettes med alt, hvad der hører til, den 1. januar 2032", "Årsregnskabet er aflagt");
        assertThat(administrator.zip().keySet()).contains("indhold.html").anyMatch(path -> path.startsWith("bilag/"));
        assertThat(count("voucher")).isEqualTo(vouchers).isPositive();
        assertThat(new ClusterFromFile(port)
                        .upload(ClusterFromFile.file(cluster, PaymentMode.PLO))
                        .body())
                .contains("Der er allerede en klynge med id");
    }

    @Test
    void closingThatBreaksOffLeavesNothing() {
        String seen = closing.outlook(cluster).seen();
        jdbc.sql("""
                        create or replace function klyngeflow.breaks_off() returns trigger language plpgsql as $$
                        begin raise exception 'the plug is pulled'; end $$""").update();
        jdbc.sql("create trigger breaks_off before insert on klyngeflow.mail_outbox for each row"
                        + " when (new.purpose = 'cluster-closing' and new.cluster_id = '" + cluster
                        + "') execute function klyngeflow.breaks_off()")
                .update();
        try {
            assertThatThrownBy(() -> closing.close(cluster, List.of(), seen, "admin"))
                    .hasStackTraceContaining("the plug is pulled");
        } finally {
            jdbc.sql("drop function klyngeflow.breaks_off cascade").update();
        }

        assertThat(clusters.closed(cluster)).isEmpty();
        assertThat(staff("sekretaer").page("").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "select count(*) from klyngeflow.role_holder where cluster_id = :cluster and until_day is not null")
                        .param("cluster", cluster)
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(closing.close(cluster, List.of(), seen, "admin")).isTrue();
        assertThat(closing.close(cluster, List.of(), seen, "admin")).isFalse();
    }

    @Test
    void whoWritesToAClosedClusterIsToldOnceAndItIsNotKept() {
        closing.close(cluster, List.of(), closing.outlook(cluster).seen(), "admin");
        inbox.begin();
        for (int number = 1; number <= 2; number++) {
            inbox.deliver(("From: Leif Leverandoer <leif@" + cluster + "-cafe.example>\r\nTo: post@" + cluster
                            + ".example\r\nMessage-ID: <" + cluster + number
                            + "@cafe.example>\r\nSubject: Tilbud\r\n\r\nHej, her er et tilbud.\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            inbox.read();
        }

        assertThat(jdbc.sql("""
                        select recipient_address from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = 'cluster-closed'""").param("cluster", cluster).query(String.class).list())
                .containsExactly("leif@" + cluster + "-cafe.example");
        assertThat(count("letter")).isZero();
    }

    @Test
    void everythingGoesWhenItsDayHasComeAndTheAddressesLongBefore() {
        meetings.areIn(cluster);
        invoices.areIn(cluster);
        nothingIsInTheWay();
        administrator.closes(administrator.page("/luk"), true, cluster);
        assertThat(clusters.closed(cluster)).isPresent();

        clock.advance(Duration.ofDays(190));
        night.forget(watch);
        assertThat(jdbc.sql("select count(*) from klyngeflow.person where person_id like :people and mail <> ''")
                        .param("people", cluster + "-%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(night.forget(deletion)).isZero();
        assertThat(count("voucher")).isPositive();
        assertThatThrownBy(() -> jdbc.sql("delete from klyngeflow.voucher where cluster_id = :cluster")
                        .param("cluster", cluster)
                        .update())
                .hasMessageContaining("never changed");

        clock.advance(Duration.ofDays(365 * 5));
        assertThat(night.forget(deletion)).isPositive();

        for (String table : deletion.tables()) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(clusters.find(cluster)).isEmpty();
        assertThat(jdbc.sql("select count(*) from klyngeflow.person where person_id like :people and erased_at is null")
                        .param("people", cluster + "-%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(administrator.page("").statusCode()).isEqualTo(404);
    }
}
