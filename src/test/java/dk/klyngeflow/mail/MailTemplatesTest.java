package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every template that lies in templates/mail, whoever wrote it. */
class MailTemplatesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "templates", "mail");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*?([a-zA-Z]\\w*)");

    /** A subject is seen on locked phones and in the logs of mail servers: it says what it is about, and never who. */
    private static final Set<String> IN_A_SUBJECT = Set.of(
            "clusterName",
            "topic",
            "title",
            // what somebody has written herself comes back to her alone; her colleagues see it without names
            "subject",
            "matter",
            "isRepeated",
            "count",
            "number",
            "invoiceId",
            "invoiceNumber",
            "voucherNumber",
            "amount",
            "kind",
            "givesBack",
            "dueDate",
            "day",
            "year",
            "month");

    /** A task's name may be about a person: only the task's own page says it. And one mail asks what the topic shall be. */
    private static final Set<String> WITHOUT_ITS_TOPIC =
            Set.of("task-delegated", "task-help", "task-help-answered", "topics");

    /** The first date of a meeting, and what is written when it has been held. */
    private static final Set<String> WITHOUT_AN_OLD_DATE = Set.of("meeting-date", "key-points");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

    /** What is more than a text. */
    private static final Map<String, Object> FEW = Map.of(
            "count",
            2,
            "overdue",
            1,
            "others",
            1,
            "more",
            3,
            "isWhole",
            true,
            "titles",
            List.of("Kontrollér bilag 7"),
            "dates",
            List.of("onsdag 2. december 2026 kl. 16.30"),
            "answers",
            List.of("onsdag 2. december 2026: ja"),
            "tasks",
            List.of(Map.of(
                    "title",
                    "Vælg mødets dato",
                    "url",
                    "https://klyngeflow.example/1",
                    "why",
                    "Bilaget skal betales senest 11.09.2026.",
                    "deadline",
                    "i dag",
                    "overdue",
                    true)),
            "items",
            List.of(new Promise("Ring til kommunen", "1. december 2026")));

    private static final Map<String, Object> SAMPLES = new HashMap<>(FEW);

    static {
        SAMPLES.put("doors", List.of(new Door("Bredspektret antibiotika", "https://klyngeflow.example/svar#x")));
        SAMPLES.put("roll", List.of("Mads Enevold, Lægerne Fyrvej"));
    }

    /** As the invitation sees the way to her own figures. */
    public record Door(String title, String url) {}

    /** As the mails see what somebody has promised. */
    public record Promise(String text, String due) {}

    static List<String> purposes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                    .filter(name -> !name.equals("layout"))
                    .forEach(names::add);
            return List.copyOf(names);
        }
    }

    @Test
    void thereAreSome() throws Exception {
        assertThat(purposes()).contains("task-reminder", "failed-mail-open");
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void isThereAsSubjectTextAndHtml(String purpose) {
        new MailTemplates().require(purpose);
    }

    /** Where the subject may not be shown, such as on the administrator's page. */
    @ParameterizedTest
    @MethodSource("purposes")
    void hasAKindInDanish(String purpose) {
        assertThat(new MailKinds().name(purpose)).isNotBlank().isNotEqualTo(purpose);
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void hasASubjectOfOneLineWithoutAnythingPersonal(String purpose) throws Exception {
        String subject = Files.readString(FOLDER.resolve(purpose + ".subject"));

        assertThat(subject.strip().lines()).hasSize(1);
        assertThat(variables(subject)).isSubsetOf(IN_A_SUBJECT);
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void escapesAndFetchesNothing(String purpose) throws Exception {
        String html = Files.readString(FOLDER.resolve(purpose + ".html"));

        assertThat(html)
                .doesNotContain("th:utext", "[(", "<script", "<img", "<link", "__${")
                .contains("layout.html :: mail(");
    }

    /** On a locked phone the topic is what tells one meeting from another. */
    @ParameterizedTest
    @MethodSource("purposes")
    void namesItsTopicInTheSubjectWhenItHasOne(String purpose) throws Exception {
        Set<String> said = variables(Files.readString(FOLDER.resolve(purpose + ".txt")));
        said.retainAll(Set.of("topic", "title"));

        if (!said.isEmpty() && !WITHOUT_ITS_TOPIC.contains(purpose)) {
            assertThat(variables(Files.readString(FOLDER.resolve(purpose + ".subject"))))
                    .containsAnyOf("topic", "title");
        }
    }

    /** Whoever has the old date in her head is told that it is no longer true, whatever the mail is about. */
    @ParameterizedTest
    @MethodSource("purposes")
    void saysTheOldDateBesideTheNew(String purpose) throws Exception {
        for (String ending : List.of(".txt", ".html")) {
            Set<String> said = variables(Files.readString(FOLDER.resolve(purpose + ending)));
            if (said.contains("when") && !WITHOUT_AN_OLD_DATE.contains(purpose)) {
                assertThat(said).as(purpose + ending).contains("before");
            }
        }
    }

    @Test
    void isAStandardPage() {
        String html = new MailTemplates()
                .write("letter-open", Map.of("clusterName", "Nordklyngen", "about", "nr. 17"))
                .html();

        assertThat(html).startsWith("<!DOCTYPE html>").containsOnlyOnce("<!DOCTYPE");
    }

    @Test
    void ploIsToldOfACreditNoteAsOneAndNeverAsSomethingToPay() {
        Map<String, Object> model = new HashMap<>(Map.of(
                "clusterName",
                "Nordklyngen",
                "invoiceId",
                "F2026-0002",
                "amount",
                "-100,00 kr.",
                "kind",
                "Kreditnota"));
        model.put("givesBack", "ja");
        MailTemplates.Letter credit = new MailTemplates().write("plo-package", model);
        assertThat(credit.subject()).isEqualTo("Kreditnota F2026-0002 til modregning for Nordklyngen");
        assertThat(List.of(credit.subject(), credit.text(), credit.html()))
                .allSatisfy(part ->
                        assertThat(part).containsIgnoringCase("kreditnota").doesNotContain("til betaling"));

        model.remove("givesBack"); // as in those that waited before there was such a thing
        MailTemplates.Letter bill = new MailTemplates().write("plo-package", model);
        assertThat(bill.subject()).isEqualTo("Bilag F2026-0002 til betaling for Nordklyngen");
        assertThat(List.of(bill.text(), bill.html()))
                .allSatisfy(part -> assertThat(part).contains("til betaling").doesNotContain("skal ikke betales"));

        model.putAll(Map.of("supplier", "Køkkenet Karse", "number", "K-17", "due", "15.12.2026"));
        MailTemplates.Letter full = new MailTemplates().write("plo-package", model);
        assertThat(List.of(full.text(), full.html()))
                .as("whom it is for, until when, and what the supplier calls it, without opening the file")
                .allSatisfy(part -> assertThat(part).contains("Køkkenet Karse", "K-17", "15.12.2026", "F2026-0002"));
    }

    /** Whoever sent a bill knows it by the number on it, not by ours, and writes to many. */
    @ParameterizedTest
    @ValueSource(strings = {"invoice-question", "invoice-rejected", "invoice-known"})
    void aSupplierSeesTheNumberOfTheBillInTheSubject(String purpose) {
        Map<String, Object> model =
                new HashMap<>(Map.of("clusterName", "Nordklyngen", "invoiceId", "F2026-0002", "number", "K-17"));
        assertThat(new MailTemplates().write(purpose, model).subject())
                .contains("K-17")
                .doesNotContain("F2026");
        model.remove("number"); // a claim has none
        assertThat(new MailTemplates().write(purpose, model).subject()).contains("F2026-0002");
    }

    /** With all that it may say, and with nothing but what every mail has: an address or a name may be missing when it is sent. */
    @ParameterizedTest
    @MethodSource("purposes")
    void isWrittenFromAFullAndFromAnEmptyModel(String purpose) throws Exception {
        Set<String> names = new TreeSet<>();
        for (String ending : List.of(".subject", ".txt", ".html")) {
            EXPRESSION
                    .matcher(Files.readString(FOLDER.resolve(purpose + ending)))
                    .results()
                    .flatMap(found -> NAME.matcher(found.group()).results())
                    .forEach(name -> names.add(name.group()));
        }
        for (boolean isFull : List.of(true, false)) {
            Map<String, Object> model = new HashMap<>();
            names.forEach(name -> model.put(name, isFull ? SAMPLES.getOrDefault(name, "Prøve") : empty(name)));
            model.putAll(Map.of(
                    "clusterName", "Klyngen Søbred",
                    "clusterMail", "post@soebred.example",
                    "recipientName", "Anne",
                    "publicUrl", "https://klyngeflow.example"));
            if (purpose.equals("minutes")) {
                model.put("items", isFull ? "2" : "0");
            }

            MailTemplates.Letter letter = new MailTemplates().write(purpose, model);

            if (isFull) {
                assertThat(letter.subject()).isNotBlank();
            }
            assertThat(List.of(letter.subject(), letter.text(), letter.html()))
                    .allSatisfy(part -> assertThat(part).doesNotContain("null", "${", "[(", " th:"));
        }
    }

    private static Object empty(String name) {
        Object sample = SAMPLES.getOrDefault(name, "");
        return sample instanceof List
                ? List.of()
                : sample instanceof Integer ? 0 : sample instanceof Boolean ? false : "";
    }

    /** One look, and an address to copy for those whose program shows no buttons. */
    @ParameterizedTest
    @MethodSource("purposes")
    void takesTheCommonButtonForThePersonalLink(String purpose) throws Exception {
        assertThat(Files.readString(FOLDER.resolve(purpose + ".html"))).doesNotContain("th:href=\"${linkUrl}\"");
    }

    private static Set<String> variables(String template) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
