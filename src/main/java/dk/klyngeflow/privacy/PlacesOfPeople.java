package dk.klyngeflow.privacy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every table of ours, with every column in which a person's id or address can stand: the database says which there are, so that one that
 * is added later is in her file without anybody thinking of it.
 */
@Component
class PlacesOfPeople {

    /** Sealed, and nobody may know whether she has voted. */
    private static final Set<String> SECRET = Set.of("ballot_envelope", "ballot_strike_off", "flyway_schema_history");

    private final JdbcClient jdbc;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");

    private final Properties names;
    private final Properties mails;

    PlacesOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
        names = words("templates/own-data.properties");
        mails = words("templates/mail-kinds.properties");
    }

    private static Properties words(String file) {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the names of what is kept of people cannot be read", e);
        }
        return words;
    }

    /** @param columns of text */
    record Place(String table, List<String> columns) {

        /** What is true of her rows, with her id as {@code :person}, her address as {@code :mail} and her holder as {@code :guest}. */
        String hers() {
            return columns.stream()
                    .map(column -> '"' + column + "\" in (:person, :guest) or (:mail <> '' and lower(\"" + column
                            + "\") = lower(:mail))")
                    .collect(Collectors.joining(" or "));
        }
    }

    List<Place> all() {
        return jdbc
                .sql("""
                        select c.table_name, string_agg(c.column_name, ',' order by c.ordinal_position) as columns
                        from information_schema.columns c join information_schema.tables t
                          on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.table_schema = 'klyngeflow' and c.udt_name in ('text', 'varchar')
                        group by c.table_name order by c.table_name""")
                .query((row, number) -> new Place(
                        row.getString("table_name"),
                        Arrays.asList(row.getString("columns").split(","))))
                .list()
                .stream()
                .filter(place -> !SECRET.contains(place.table()))
                .toList();
    }

    /** What the rows of the table are, in Danish. */
    Optional<String> danish(String table) {
        return Optional.ofNullable(names.getProperty(table));
    }

    /** What a column of any of them says, in Danish. */
    Optional<String> danishColumn(String column) {
        return Optional.ofNullable(names.getProperty("." + column));
    }

    /** What stands in a column, for people: moments, days, and words that only programs use; else as it stands. */
    String danishValue(String column, String value) {
        if (column.equals("purpose")) {
            return mails.getProperty(value, names.getProperty("@" + value, value));
        }
        return CODE.matcher(value).matches() ? names.getProperty("@" + value, value) : OwnDataValues.danish(value);
    }
}
