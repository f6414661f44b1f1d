package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Every paper that we print, from a model with all that it may say and from one with as little as there may be. */
class PaperTemplatesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "templates", "documents");

    /**
     * The frame of the others; the e-invoice, of which InvoiceSheetTest has many; and what the stories of elections, foundings, handovers,
     * local models, assemblies and statutes print from their own cases.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "activity-questionnaire",
            "annual-accounts",
            "annual-approvals",
            "assembly-minutes",
            "assembly-notice",
            "einvoice",
            "election-protocol",
            "founding-draft",
            "founding-minutes",
            "handover-note",
            "layout",
            "local-model",
            "notice-attest",
            "own-figures",
            "plenum",
            "statutes");

    private static final String UNSAFE = "A & <b>B</b>";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    PaperTemplatesTest() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** A meeting as its agenda shows it. */
    public record Gathering(String title, String text, String place) {}

    /** Somebody who was there. */
    public record Present(String name, String practice) {}

    /** What somebody has promised. */
    public record Promise(String text, String ownerName, String due) {}

    /** An entry of the books. */
    public record Entry(
            boolean first, String label, String day, String text, String account, String debit, String credit) {}

    /** An account of the budget. */
    public record Budgeted(
            String account, String budget, String spent, String committed, String left, String percent) {}

    /** A label and what it stands for. */
    public record Figure(String label, String value) {}

    /** Whose books they are; not every cluster has a number. */
    public record Holder(@Nullable String cvr) {}

    static Stream<Arguments> papers() {
        return Stream.of(
                Arguments.of(
                        "agenda",
                        Map.of(
                                "clusterName",
                                UNSAFE,
                                "when",
                                "i dag",
                                "lines",
                                List.of("16.30 Velkomst"),
                                "papers",
                                List.of("Datapakke"),
                                "meeting",
                                new Gathering(UNSAFE, "Om", "Havnen")),
                        Map.of(
                                "clusterName",
                                "",
                                "when",
                                "",
                                "lines",
                                List.of(),
                                "papers",
                                List.of(),
                                "meeting",
                                new Gathering("", "", ""))),
                Arguments.of(
                        "attendance-list",
                        Map.of(
                                "cluster",
                                UNSAFE,
                                "cvr",
                                "99887796",
                                "topic",
                                "Rygestop",
                                "when",
                                "i dag",
                                "minutes",
                                120,
                                "venue",
                                "Havnen",
                                "lines",
                                List.of(new Present(UNSAFE, "Mosen"))),
                        Map.of("cluster", "", "topic", "", "when", "", "minutes", 0, "lines", List.of())),
                Arguments.of(
                        "ballot-protocol",
                        Map.of(
                                "cluster",
                                UNSAFE,
                                "title",
                                UNSAFE,
                                "rows",
                                List.of(new Figure("Lukket", "i dag")),
                                "figures",
                                List.of(new Figure(UNSAFE, "9")),
                                "sentences",
                                List.of("Karen er valgt."),
                                "remarks",
                                List.of(UNSAFE),
                                "hash",
                                "3f2a"),
                        Map.of(
                                "cluster",
                                "",
                                "title",
                                "",
                                "rows",
                                List.of(),
                                "figures",
                                List.of(),
                                "sentences",
                                List.of(),
                                "remarks",
                                List.of(),
                                "hash",
                                "")),
                Arguments.of(
                        "demo-bill",
                        Map.of("number", UNSAFE, "issued", "i dag", "due", "i morgen", "amount", "1,00"),
                        Map.of("number", "", "issued", "", "due", "", "amount", "")),
                Arguments.of(
                        "minutes",
                        Map.of(
                                "cluster",
                                UNSAFE,
                                "topic",
                                "Rygestop",
                                "when",
                                "i dag",
                                "venue",
                                "Havnen",
                                "came",
                                List.of("Karen", "Mads"),
                                "agenda",
                                List.of("1. Velkommen"),
                                "keyPoints",
                                List.of("Vi spørger."),
                                "isDraft",
                                true,
                                "today",
                                "i dag",
                                "items",
                                List.of(new Promise(UNSAFE, "Karen", "i morgen"))),
                        Map.of(
                                "cluster",
                                "",
                                "topic",
                                "",
                                "when",
                                "",
                                "came",
                                List.of(),
                                "agenda",
                                List.of(),
                                "keyPoints",
                                List.of(),
                                "isDraft",
                                false,
                                "today",
                                "",
                                "items",
                                List.of())),
                Arguments.of("plo-package", ploPackage(false), ploPackage(true)),
                Arguments.of(
                        "unreadable-part",
                        Map.of("title", UNSAFE, "reason", "Låst."),
                        Map.of("title", "", "reason", "")),
                Arguments.of(
                        "voucher-list",
                        Map.of(
                                "cluster",
                                UNSAFE,
                                "year",
                                2026,
                                "closed",
                                true,
                                "count",
                                1,
                                "today",
                                "i dag",
                                "total",
                                "1,00",
                                "rows",
                                List.of(new Entry(true, "2026-1", "i dag", UNSAFE, "2100", "1,00", "")),
                                "budget",
                                List.of(new Budgeted("2100", "1,00", "1,00", "", "0,00", "100 %"))),
                        Map.of(
                                "cluster", "", "year", 2026, "closed", false, "count", 0, "today", "", "total", "0,00",
                                "rows", List.of(), "budget", List.of())));
    }

    /** As the room of invoices shows a bill on paper. */
    public record Paper(Bill bill, Shown shown) {}

    public record Shown(Decided decided) {}

    public record Decided(List<Decision> approvals) {}

    public record Decision(boolean valid, String level, String who, String when, String comment) {}

    public record Supplier(String name, @Nullable String cvr) {}

    public record Days(@Nullable LocalDate issued, @Nullable LocalDate due) {}

    public record Target(String label) {}

    /** @param text whatever somebody has written */
    public record Bill(Supplier supplier, Days days, boolean reducesDebt, String text, Target paymentTarget) {

        public String id() {
            return text;
        }

        public String kindLabel() {
            return text;
        }

        public String supplierName() {
            return supplier.name();
        }

        public @Nullable String supplierCvr() {
            return supplier.cvr();
        }

        public String number() {
            return text;
        }

        public @Nullable LocalDate issueDate() {
            return days.issued();
        }

        public @Nullable LocalDate dueDate() {
            return days.due();
        }

        public String amountLabel() {
            return text;
        }

        public String meeting() {
            return text;
        }

        public String rateSource() {
            return text;
        }
    }

    private static Map<String, Object> ploPackage(boolean isEmpty) {
        String text = isEmpty ? "" : UNSAFE;
        Bill bill = isEmpty
                ? new Bill(new Supplier("", null), new Days(null, null), false, text, new Target(""))
                : new Bill(
                        new Supplier(UNSAFE, "99887796"),
                        new Days(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1)),
                        true,
                        text,
                        new Target(UNSAFE));
        List<Decision> decisions =
                isEmpty ? List.of() : List.of(new Decision(true, "Koordinator", UNSAFE, "i dag", ""));
        Map<String, Object> model = new HashMap<>();
        model.put("clusterName", isEmpty ? "" : UNSAFE);
        model.put("cluster", new Holder(isEmpty ? null : "99887796"));
        model.put("account", isEmpty ? "" : "2100 Mødelokaler");
        model.put("invoice", new Paper(bill, new Shown(new Decided(decisions))));
        return model;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void isPrintedFullAndEmpty(String name, Map<String, Object> full, Map<String, Object> empty) {
        for (Map<String, Object> model : List.of(full, empty)) {
            assertThat(engine.process("documents/" + name, new Context(Locale.forLanguageTag("da"), model)))
                    .contains("<html lang=\"da\"", "</html>")
                    .doesNotContain("null", "${", " th:", "<b>B</b>");
        }
    }

    @Test
    void noneIsLeftOut() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> there = files.map(file -> file.getFileName().toString().replace(".html", ""))
                    .filter(name -> !ELSEWHERE.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(papers().map(each -> String.valueOf(each.get()[0]))).containsExactlyInAnyOrderElementsOf(there);
        }
    }
}
