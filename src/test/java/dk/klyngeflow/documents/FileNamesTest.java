package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Faktura æøå ÆØÅ.pdf | Faktura æøå ÆØÅ.pdf",
                "../../etc/passwd | passwd",
                "C:\\Users\\x\\Bilag.PDF | Bilag.PDF",
                "a\"b<c>.pdf | a_b_c_.pdf",
                ".htaccess | htaccess",
                "... | fil",
                "310190-1234 regning.pdf | xxxxxx-xxxx regning.pdf",
                "regning_3101901234.pdf | regning_xxxxxx-xxxx.pdf",
                "020304 1234.pdf | xxxxxx-xxxx.pdf",
                "faktura 4711-12345.pdf | faktura 4711-12345.pdf",
                "20261231-1234.pdf | 20261231-1234.pdf",
                "ordre 123456789012.pdf | ordre 123456789012.pdf",
            })
    void cleans(String given, String expected) {
        assertThat(FileNames.clean(given)).isEqualTo(expected);
    }

    @Test
    void hasNoControlCharactersAndIsNotEndless() {
        assertThat(FileNames.clean("a\r\nSet-Cookie: x\u202efdp.exe")).isEqualTo("aSet-Cookie_ xfdp.exe");
        assertThat(FileNames.clean("x".repeat(500) + ".pdf")).hasSize(120).endsWith("x.pdf");
        assertThat(FileNames.clean("")).isEqualTo("fil");
    }
}
