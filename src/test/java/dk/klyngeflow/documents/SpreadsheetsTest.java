package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.documents.Spreadsheets.Oere;
import dk.klyngeflow.documents.Spreadsheets.Sheet;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetsTest {

    @Test
    void amountsAreNumbersAndDaysAreDays() throws Exception {
        byte[] xlsx = new Spreadsheets()
                .xlsx(new Sheet(
                        "Bilag 2026/[1]",
                        List.of("Tekst", "Beløb", "Dato", "Nr.", "Tomt", "Tid"),
                        List.of(Arrays.asList(
                                "Forplejning æøå",
                                new Oere(-123_450),
                                LocalDate.of(2026, 3, 14),
                                7L,
                                null,
                                Instant.parse("2026-07-01T10:00:00Z")))));

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("Bilag 2026  1");
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(1)).isEqualTo("Beløb");
            Row row = rows.get(1);
            assertThat(row.getCellText(0)).isEqualTo("Forplejning æøå");
            assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("-1234.50"));
            assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 14));
            assertThat(row.getCellAsNumber(3)).contains(BigDecimal.valueOf(7));
            assertThat(row.getCellAsDate(5).orElseThrow()).hasToString("2026-07-01T12:00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u0000=1", "＝1+1"})
    void textIsNeverAFormula(String text) throws Exception {
        byte[] xlsx = new Spreadsheets().xlsx(new Sheet("x", List.of(text), List.of(List.of(text))));

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Row row : workbook.getFirstSheet().read()) {
                assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCellText(0)).startsWith("'");
            }
        }
    }
}
