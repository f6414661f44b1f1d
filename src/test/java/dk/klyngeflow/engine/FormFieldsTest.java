package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all forms refuse, whatever they ask about. */
class FormFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\rb", "a\r\nBcc: x@y.dk", "a\u0085b", "a\u2028b", "a\u2029b", "a\u0007b", "a\u001bb"})
    void aLineIsOneLine(String typed) {
        FormFields fields = fields(typed);

        assertThat(fields.text("field", "Navnet")).isEmpty();

        assertThatThrownBy(fields::refuseIfWrong).hasMessageContaining("Navnet skal stå på én linje");
    }

    @Test
    void whatSurroundsALineDoesNoHarm() {
        assertThat(fields(" \n Anna\tBo \r\n").text("field", "Navnet")).isEqualTo("Anna Bo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.2.2027", "29.02.2027", "31.11.2026", "0.1.2027", "2027-02-30"})
    void aDayThatIsNotInTheCalendarIsNoDay(String typed) {
        FormFields fields = fields(typed);

        assertThat(fields.day("field", "Datoen")).isNull();

        assertThatThrownBy(fields::refuseIfWrong).hasMessageContaining("Datoen er ikke en dato");
    }

    @Test
    void paragraphsKeepTheirLines() {
        FormFields fields = fields("a\r\nb\rc\u2028d");

        assertThat(fields.paragraphs("field", "Teksten")).isEqualTo("a\nb\nc\nd");
        fields.refuseIfWrong();
    }

    @Test
    void paragraphsHaveNoHiddenCharacters() {
        FormFields fields = fields("a\u001b[31mb");

        assertThat(fields.paragraphs("field", "Teksten")).isEmpty();
        assertThatThrownBy(fields::refuseIfWrong).hasMessageContaining("Teksten");
    }

    @Test
    void aLineHasALength() {
        FormFields fields = fields("x".repeat(11));

        fields.required("field", "Navnet", 10);

        assertThatThrownBy(fields::refuseIfWrong).hasMessage("Navnet er for lang. Skriv højst 10 tegn.");
    }

    @ParameterizedTest
    @ValueSource(longs = {9_000_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE, 100_000_000_000L, -100_000_000_000L})
    void noAmountIsLargerThanAnybodyCanType(long oere) {
        FormFields fields = FormFields.of(Map.of("field", oere), Set.of("field"));

        assertThat(fields.money("field", "Beløbet")).isNull();

        assertThatThrownBy(fields::refuseIfWrong).hasMessageContaining("Beløbet er for stort");
    }

    @Test
    void aDoubtIsTakenOnlyWithItsOwnKey() {
        FormFields fields = fields("x");
        fields.doubt("BIG", "Det er stort.");
        FormRefused refused = refused(fields);
        assertThat(refused.messages()).containsExactly("Det er stort.");

        Map<String, Object> again = new HashMap<>(Map.of("field", "x"));
        again.put(FormFields.CONFIRMED, "other\n" + refused.doubts().get(0).key());
        FormFields confirmed = FormFields.of(again, Set.of("field"));
        confirmed.doubt("BIG", "Det er stort.");
        confirmed.refuseIfWrong();
        assertThat(confirmed.confirmedDoubts()).containsExactly("Det er stort.");

        confirmed.doubt("BIG", "Det er større.");
        assertThat(refused(confirmed).messages()).containsExactly("Det er større.");
    }

    @Test
    void whatIsWrongCannotBeConfirmed() {
        FormFields fields = fields("x");
        fields.doubt("BIG", "Det er stort.");
        fields.wrong("Det går ikke.");

        FormRefused refused = refused(fields);

        assertThat(refused.messages()).containsExactly("Det går ikke.", "Det er stort.");
        assertThat(refused.doubts()).isEmpty();
    }

    private static FormRefused refused(FormFields fields) {
        try {
            fields.refuseIfWrong();
        } catch (FormRefused refused) {
            return refused;
        }
        throw new AssertionError("nothing was refused");
    }

    private static FormFields fields(String typed) {
        return FormFields.of(Map.of("field", typed), Set.of("field"));
    }
}
