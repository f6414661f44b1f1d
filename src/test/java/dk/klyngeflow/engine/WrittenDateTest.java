package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date as Danes write it. It is Saturday 28 November 2026. */
class WrittenDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ons 10/2 16.30                              | 2027-02-10T16:30
            ons. 10/2 kl. 16.30                         | 2027-02-10T16:30
            Onsdag den 10. februar kl. 16               | 2027-02-10T16:00
            onsdag d. 10. februar 2027 klokken 16.30    | 2027-02-10T16:30
            onsdag 10 feb 16.30                         | 2027-02-10T16:30
            onsdag 10.02.2027 19.00                     | 2027-02-10T19:00
            10.2.27 16:30                               | 2027-02-10T16:30
            10-02-27, kl 16:30                          | 2027-02-10T16:30
            10/2 2027 16.30-18                          | 2027-02-10T16:30
            10/2 2027 kl. 16.30 – 18.30                 | 2027-02-10T16:30
            10/2 kl. 16 til 18                          | 2027-02-10T16:00
            10. 2. 2027 16.30                           | 2027-02-10T16:30
            10.2. 16.30                                 | 2027-02-10T16:30
            10/2-2027 8.15                              | 2027-02-10T08:15
            den 3. dec. kl. 17.00                       | 2026-12-03T17:00
            28/11 16.30                                 | 2026-11-28T16:30
            27/11 16.30                                 | 2027-11-27T16:30
            tirs 29/2 16.30                             | 2028-02-29T16:30
            lørdag 1. maj 10                            | 2027-05-01T10:00
            søn 2/5 10.00                               | 2027-05-02T10:00
            2027-02-10 16:30                            | 2027-02-10T16:30
            2027-02-10T16:30                            | 2027-02-10T16:30
            """)
    void isRead(String written, LocalDateTime meant) {
        WrittenDate read = WrittenDate.read(written, TODAY);
        assertThat(read.start()).isEqualTo(meant.atZone(CopenhagenTime.ZONE).toInstant());
        assertThat(read.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "torsdag",
                "10/2",
                "ons 10/2",
                "31.02.2027 19.00",
                "10/13 16.30",
                "10/2 25.00",
                "10/2 16.75",
                "10/2 1930",
                "nogle 10/2 16.30",
                "10. februember 16.30",
                "16.30 10/2",
                "10/2 16.30 eller 17",
                "010203-1234"
            })
    void isNoDate(String written) {
        assertThat(WrittenDate.read(written, TODAY).start()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tors 10/2 16.30          | Den 10. februar 2027 er en onsdag, ikke en torsdag. Ret dagen eller datoen.
            mandag 10.2.27 kl. 16.30 | Den 10. februar 2027 er en onsdag, ikke en mandag. Ret dagen eller datoen.
            10/2 02.30               | Kl. 02.30 er om natten. Skriv et klokkeslæt mellem 6.00 og 22.00.
            søn 28/3 2027 2.30       | Kl. 02.30 er om natten. Skriv et klokkeslæt mellem 6.00 og 22.00.
            10/2 22.01               | Kl. 22.01 er om natten. Skriv et klokkeslæt mellem 6.00 og 22.00.
            10/2 6.00                | ''
            10/2 22.00               | ''
            """)
    void saysTheWrongWeekdayAndTheHourAtNight(String written, String problem) {
        assertThat(WrittenDate.read(written, TODAY).problem()).isEqualTo(problem);
    }
}
