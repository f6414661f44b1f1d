package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.election.EveryStateOfElections;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.ReadForm;
import dk.klyngeflow.invoices.EveryStateOfInvoices;
import dk.klyngeflow.meetings.EveryStateOfMeetings;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No contract takes a value of a wrong kind or out of all range, in any field that its form has: with the wrong value more is refused than
 * with one that can be. The browser's own checks are passed by here, as anybody can. Whatever is sent, reading it writes nothing.
 */
@KlyngeflowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryContractTest {

    private static final Path FORMS = Path.of("forms");
    private static final String TODAY = "2026-09-07";
    private static final String CPR = "Til 010203-1234";
    private static final String FIELDS = "kf-field, kf-choice, kf-select, kf-checks, kf-upload, kf-rows";

    @LocalServerPort
    int port;

    @Autowired
    List<FormContract<?>> contracts;

    @Autowired
    EveryStateOfInvoices invoices;

    @Autowired
    EveryStateOfMeetings meetings;

    @Autowired
    EveryStateOfElections elections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String cluster = "";
    private final Map<String, Object> known = new HashMap<>();

    @BeforeAll
    void everyCaseIsThere() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);
        invoices.areIn(cluster);
        meetings.areIn(cluster);
        known.put("electionId", elections.areIn(cluster));
        known.put(
                "invoiceId",
                one("select invoice_id from klyngeflow.invoice where cluster_id = :cluster and claimant_id is null"));
        known.put("meetingId", one("""
                        select m.meeting_id from klyngeflow.meeting m where m.cluster_id = :cluster
                        order by (select count(*) from klyngeflow.booking b where b.cluster_id = m.cluster_id
                          and b.case_key like m.business_key || '%') desc, m.number desc"""));
        known.put("datePollId", one("select poll_id from klyngeflow.date_poll where cluster_id = :cluster"));
        jdbc.sql(
                        "insert into klyngeflow.meeting_wrap_up (cluster_id, meeting_id) values (:cluster, :meeting) on conflict do nothing")
                .param("cluster", cluster)
                .param("meeting", known.get("meetingId"))
                .update();
        known.put("handoverId", "one-" + cluster);
        jdbc.sql("""
                        insert into klyngeflow.handover
                          (cluster_id, handover_id, business_key, parting, successor, day, started_by, started_at)
                        select :cluster, 'one-' || :cluster, :cluster || '/overdragelse-1', :cluster || '-koordinator',
                          :cluster || '-m5', '2026-12-01', 'test', now()""").param("cluster", cluster).update();
        jdbc.sql("""
                        insert into klyngeflow.handover_item (cluster_id, handover_id, number, text, owner)
                        select :cluster, 'one-' || :cluster, n, 'Punkt ' || n, owner
                        from unnest(array['PARTING', 'SUCCESSOR', 'SECRETARY', 'BOARD']) with ordinality as list (owner, n)""").param("cluster", cluster).update();
        known.put("assemblyId", "one-" + cluster);
        known.put("accountingYear", 2026L);
        jdbc.sql("""
                        insert into klyngeflow.assembly
                          (cluster_id, assembly_id, meeting_id, business_key, kind, item, accounting_year, statutes_version, status,
                           asked_by, created_at)
                        select :cluster, 'one-' || :cluster, :meeting, :cluster || '/gf-2027-01', 'ORDINARY', 'ALL', 2026, 0,
                          'PLANNED', 'test', now()""")
                .param("cluster", cluster)
                .param("meeting", known.get("meetingId"))
                .update();
        known.put("bookingKind", "ROOM");
        known.put("letterId", 1L);
        known.put("mailId", 1L);
    }

    private String one(String sql) {
        return jdbc.sql(sql + " limit 1")
                .param("cluster", cluster)
                .query(String.class)
                .single();
    }

    @ParameterizedTest(name = "{0}: {1} = {3}")
    @MethodSource("wrongValues")
    void refuses(String form, String field, List<Map<String, Object>> rights, Object wrong) {
        Set<String> refused = new HashSet<>();
        for (Map<String, Object> right : rights) {
            Map<String, Object> with = new HashMap<>(right);
            with.put(field, wrong);
            // where only the running application knows a value that can be, the wrong one is refused at least
            List<String> anyway = right.containsKey(field) ? refusal(form, right) : List.of();
            refusal(form, with).stream().filter(why -> !anyway.contains(why)).forEach(refused::add);
        }

        assertThat(refused)
                .as(form + ": what is wrong with " + field + " = "
                        + String.valueOf(wrong)
                                .substring(0, Math.min(30, String.valueOf(wrong).length())))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesWhatNoFormSends(String form) {
        assertThat(refusal(form, Map.of("nobodyAskedForThis", "x"))).isNotEmpty();
    }

    @Test
    void isThereForEveryFormAndTheOtherWayRound() {
        assertThat(forms())
                .containsExactlyInAnyOrderElementsOf(contracts.stream()
                        .filter(contract -> contract.getClass().getName().startsWith("dk.klyngeflow.")
                                && !contract.getClass().getName().contains("Probe"))
                        .map(contract -> kebab(contract.task()))
                        .toList());
    }

    /** What she is told; empty when it would be taken. */
    private List<String> refusal(String form, Map<String, Object> sent) {
        FormContract<?> contract = contracts.stream()
                .filter(each -> kebab(each.task()).equals(form))
                .findFirst()
                .orElseThrow();
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                long before = written();
                try {
                    ReadForm.by(contract, new ReadForm.Sent(cluster + "-sekretaer", cluster, "", sent, known));
                } finally {
                    assertThat(written())
                            .as(form + ": rows written before it is taken")
                            .isEqualTo(before);
                }
            });
            return List.of();
        } catch (FormRefused refused) {
            return refused.messages();
        }
    }

    @Test
    void seesWhatIsWritten() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long before = written();
            jdbc.sql("update klyngeflow.meeting set title = title where cluster_id = :cluster")
                    .param("cluster", cluster)
                    .update();

            assertThat(written()).isGreaterThan(before);
        });
    }

    private long written() {
        return jdbc.sql("select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_xact_user_tables")
                .query(Long.class)
                .single();
    }

    static Stream<Arguments> wrongValues() {
        return forms().stream().flatMap(form -> {
            Document page = Jsoup.parse(read(form));
            return page.select(FIELDS).stream()
                    .filter(field -> !field.hasAttr("local"))
                    .flatMap(field -> wrong(field).stream()
                            .map(value -> Arguments.of(form, field.attr("name"), rights(page, field), value)));
        });
    }

    /** The same for each way that the answer can go: which of them asks for the field, only the contract knows. */
    private static List<Map<String, Object>> rights(Document page, Element field) {
        List<Map<String, Object>> all = List.of(right(page, field));
        for (Element choice : page.select("kf-choice")) {
            String name = choice.attr("name");
            if (choice.hasAttr("local") || choice == field || all.get(0).containsKey(name)) {
                continue;
            }
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> each : all) {
                for (Element option : choice.select("kf-option")) {
                    Map<String, Object> chosen = new LinkedHashMap<>(each);
                    chosen.put(name, flag(choice, option.attr("value")));
                    more.add(chosen);
                }
            }
            all = more.isEmpty() ? all : more;
        }
        return all;
    }

    /** What the form sends when this field is shown and has a value that can be. */
    private static Map<String, Object> right(Document page, Element field) {
        Map<String, Object> sent = new LinkedHashMap<>();
        for (Element each = field; each != null; each = each.parent()) {
            for (String condition : each.attr("data-when").split("&")) {
                String[] sides = condition.split("=", 2);
                Element asked = page.select(FIELDS).stream()
                        .filter(other -> other.attr("name").equals(sides[0]) && !other.hasAttr("local"))
                        .findFirst()
                        .orElse(null);
                if (condition.equals("!currency=DKK")) {
                    sent.put("currency", "EUR");
                } else if (asked != null && sides.length == 2) {
                    sent.put(sides[0], flag(asked, sides[1].split("\\|")[0]));
                } else if (asked != null && !good(asked).isEmpty()) {
                    sent.put(sides[0], good(asked));
                    // a number before is compared with one after
                    sent.computeIfAbsent(sides[0].equals("before") ? "after" : sides[0], same -> "10,5");
                }
            }
        }
        if (!good(field).isEmpty()) {
            sent.put(field.attr("name"), flag(field, good(field)));
        }
        return sent;
    }

    private static Object flag(Element field, String value) {
        return field.attr("type").equals("flag") ? (Object) Boolean.valueOf(value) : value;
    }

    /** Empty when only the running application knows one. */
    private static String good(Element field) {
        if (field.is("kf-field")) {
            return switch (field.attr("type")) {
                case "money" -> "10,00";
                case "date" -> TODAY;
                case "decimal" -> "12,5";
                case "digits" -> "90";
                case "mail" -> "anna@praksis.example";
                case "code" -> "DKK";
                default -> "Tekst";
            };
        }
        if (field.is("kf-rows")) {
            return "[]";
        }
        Element option = field.selectFirst("kf-option");
        return option == null ? "" : option.attr("value");
    }

    private static List<Object> wrong(Element field) {
        String tooLong = "x".repeat(field.attr("max").isEmpty() ? 4_001 : Integer.parseInt(field.attr("max")) + 1);
        Object ofNoKind = Map.of("a", 1);
        return switch (field.tagName().toLowerCase(Locale.ROOT)) {
            case "kf-field" ->
                switch (field.attr("type")) {
                    case "money" -> List.of("mange", "90.000.000.000,00", ofNoKind);
                    case "date" -> List.of("31.02.2027", "0001-01-01", "9999-12-31", "i morgen", ofNoKind);
                    case "decimal" -> List.of("tolv", "1e9", ofNoKind);
                    case "digits" -> List.of("-5", "tolv", "99999999", ofNoKind);
                    case "code" -> List.of("KRONER", "X", ofNoKind);
                    case "area" -> List.of(CPR, "x".repeat(4_001), ofNoKind);
                    default -> List.of("a\nb", CPR, tooLong, ofNoKind);
                };
            case "kf-upload" -> List.of("00000000-0000-0000-0000-000000000000", ofNoKind);
            case "kf-rows" -> List.of("ingen liste", "[null]", ofNoKind);
            default -> List.of("FINDES_IKKE", ofNoKind);
        };
    }

    static List<String> forms() {
        try (Stream<Path> files = Files.walk(FORMS)) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String form) {
        try (Stream<Path> files = Files.walk(FORMS)) {
            return Files.readString(files.filter(file -> file.endsWith(form + ".html"))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kebab(String task) {
        return task.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
