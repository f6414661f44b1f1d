package dk.klyngeflow.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds a table that names a file says in the archive what that file is: it would stand among "andre filer" otherwise. */
@KlyngeflowTest
class EveryFileHasAShelfTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableThatNamesAFileIsAskedWhatItIs() throws IOException {
        List<String> tables = jdbc.sql("""
                        select distinct table_name from information_schema.columns
                        where table_schema = 'klyngeflow' and column_name ~ '(document(_id)?|protocol_id|pdf)$'
                          and table_name <> 'document_looked_through'
                        order by table_name""").query(String.class).list();
        StringBuilder asked = new StringBuilder();
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            all.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        for (Path source : sources) {
            String text = Files.readString(source);
            if (text.contains("implements FiledPapers")) {
                asked.append(text);
            }
        }
        assertThat(tables)
                .contains("voucher", "election", "ballot_count", "local_model", "handover", "meeting_paper")
                .allSatisfy(table -> assertThat(asked).containsPattern("klyngeflow\\." + table + "\\b"));
    }
}
