package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task says of a mail's subject, and what it leaves out. */
class SubjectMatterTest {

    private static final List<String> NAMES = List.of("Mads Enevold", "", "Bo");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Spørgsmål om mødet | Spørgsmål om mødet",
                "SV: VS: [nyt] Re[2]: Lokale til den 12. marts | Lokale til den 12. marts",
                "Fwd: Kvittering fra Mads Enevold | Kvittering fra",
                "mads enevolds udlæg | udlæg",
                "Recept til 010190-1234 haster | Recept til haster",
                "Recept til xxxxxx-xxxx | Recept til",
                "Ring til 86 12 34 56 om kaffe | Ring til om kaffe",
                "Skriv til mads@praksis.example, tak | Skriv til tak",
                "Bo og kassen | Bo og kassen",
                "Re: | ''",
                "'' | ''",
                "Et meget langt emne om alt det, vi talte om på mødet i januar og februar | Et meget langt emne om alt det, vi talte om på …",
            })
    void isShortAndNamesNobody(String subject, String said) {
        assertThat(SubjectMatter.of(subject, NAMES)).isEqualTo(said);
    }
}
