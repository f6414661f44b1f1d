package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed, by kind. */
class SettingTest {

    private static final Setting<String> MAIL = Setting.mail("probe.mail", "Mail", "Hjælp");
    private static final Setting<Integer> NUMBER =
            Setting.days("probe.number", 3, "Tal", "Hjælp").between(1, 60);

    @ParameterizedTest
    @ValueSource(strings = {"", "plo@dadl.dk", " bilag+klynge@regnskab.plo.example ", "o'neil@lægehus.dk"})
    void anAddressOrNothing(String typed) {
        assertThat(MAIL.parse(typed)).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plo",
                "plo@",
                "@dadl.dk",
                "plo@dadl",
                "a@b.dk, c@d.dk",
                "a@b.dk;c@d.dk",
                "plo @dadl.dk",
                "a@b..dk",
                "a..b@c.dk",
                "PLO <plo@dadl.dk>",
                "a@b.dk\nBcc: x@y.dk",
                "a@-b.dk",
                ".a@b.dk",
                "a@b.1"
            })
    void whatNoLetterCanBeSentToIsRefused(String typed) {
        assertThatThrownBy(() -> MAIL.parse(typed)).hasMessageContaining("mailadresse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61", "-1", "1,5", "x", "", "٣", "999999"})
    void aNumberKeepsItsRange(String typed) {
        assertThatThrownBy(() -> NUMBER.parse(typed)).hasMessage("Skriv et helt tal fra 1 til 60.");
    }
}
