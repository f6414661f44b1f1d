package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Every template that lies in templates/mail, whoever wrote it. */
class MailTemplatesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "templates", "mail");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*?([a-zA-Z]\\w*)");

    /** A subject is seen on locked phones and in the logs of mail servers: it says what it is about, and never who. */
    private static final Set<String> IN_A_SUBJECT = Set.of(
            "clusterName",
            "topic",
            "title",
            "count",
            "number",
            "invoiceId",
            "invoiceNumber",
            "voucherNumber",
            "amount",
            "dueDate",
            "day",
            "year",
            "month");

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

    @Test
    void isAStandardPage() {
        String html = new MailTemplates()
                .write("letter-open", Map.of("clusterName", "Nordklyngen", "about", "nr. 17"))
                .html();

        assertThat(html).startsWith("<!DOCTYPE html>").containsOnlyOnce("<!DOCTYPE");
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
