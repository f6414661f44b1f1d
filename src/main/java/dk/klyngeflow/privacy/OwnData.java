package dk.klyngeflow.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.HadTasks;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Everything that the database says about one person, to read and for a machine, in one file. Only reads. */
@Component
public class OwnData {

    /** Never handed out: what opens doors, and what says nothing to people. */
    private static final Set<String> SECRET =
            Set.of("password_mark", "kept_login_id", "dedupe_hash", "message_id", "lease", "content", "sealed");

    /** What says when something was done. */
    private static final Set<String> DAYS = Set.of("date", "timestamptz", "timestamp", "time", "timetz");

    private final JdbcClient jdbc;
    private final People people;
    private final PlacesOfPeople places;
    private final HadTasks tasks;
    private final Erasure erasure;
    private final CopenhagenTime time;
    private final ObjectMapper json;

    OwnData(
            JdbcClient jdbc,
            People people,
            PlacesOfPeople places,
            HadTasks tasks,
            Erasure erasure,
            CopenhagenTime time,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.people = people;
        this.places = places;
        this.tasks = tasks;
        this.erasure = erasure;
        this.time = time;
        this.json = json;
    }

    /** A ZIP with {@code oplysninger.html} and {@code oplysninger.json}. */
    public byte[] of(String personId) {
        Person person = people.find(personId).orElseThrow();
        Map<String, List<Map<String, Object>>> found = found(person);
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
                put(zip, "oplysninger.html", html(person, found));
                put(
                        zip,
                        "oplysninger.json",
                        json.writerWithDefaultPrettyPrinter().writeValueAsString(found));
            }
            return file.toByteArray();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the data of " + personId + " cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** By what it is, in Danish. */
    private Map<String, List<Map<String, Object>>> found(Person person) {
        Map<String, List<Map<String, Object>>> found = new TreeMap<>();
        // what stands under a shared address may be the other one's
        String mail = erasure.isOnlyWithMail(person.mail()) ? person.mail() : "";
        Set<String> her = mail.isEmpty()
                ? Set.of(person.id(), "guest:" + person.id())
                : Set.of(person.id(), "guest:" + person.id(), mail.toLowerCase(Locale.ROOT));
        for (PlacesOfPeople.Place place : places.all()) {
            // the table comes from the database itself
            List<Map<String, Object>> rows = jdbc.sql(
                            "select * from klyngeflow." + place.table() + " where " + place.hers())
                    .param("person", person.id())
                    .param("guest", "guest:" + person.id())
                    .param("mail", mail)
                    .query((row, number) -> row(row, her))
                    .list();
            if (!rows.isEmpty()) {
                found.put(places.danish(place.table()).orElse(place.table()), rows);
            }
        }
        List<Map<String, Object>> hers = tasks.of(person.id());
        if (!hers.isEmpty()) {
            found.put("Opgaver, du har haft", hers);
        }
        return found;
    }

    /** Of what she only did the rest is about others: that she did it, and when, is all that is hers. */
    private static Map<String, Object> row(ResultSet row, Set<String> her) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        boolean isAboutHer = isAbout(row, columns, her);
        for (int number = 1; number <= columns.getColumnCount(); number++) {
            String name = columns.getColumnName(number);
            String value = row.getString(number);
            boolean isHandedOut =
                    !SECRET.contains(name) && !columns.getColumnTypeName(number).equals("bytea");
            if (value != null
                    && !value.isEmpty()
                    && isHandedOut
                    && (isAboutHer || isOfTheDeed(name, columns.getColumnTypeName(number)) || isHer(value, her))) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static boolean isAbout(ResultSet row, ResultSetMetaData columns, Set<String> her) throws SQLException {
        for (int number = 1; number <= columns.getColumnCount(); number++) {
            String name = columns.getColumnName(number);
            boolean isDoer = name.endsWith("_by") || name.startsWith("by_");
            if (!isDoer && isHer(row.getString(number), her)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheDeed(String name, String type) {
        return name.endsWith("_id") || DAYS.contains(type);
    }

    private static boolean isHer(@Nullable String value, Set<String> her) {
        return value != null && (her.contains(value) || her.contains(value.toLowerCase(Locale.ROOT)));
    }

    private String html(Person person, Map<String, List<Map<String, Object>>> found) {
        StringBuilder page = new StringBuilder(4096);
        page.append(
                        "<!DOCTYPE html>\n<html lang=\"da\"><head><meta charset=\"utf-8\"><title>Dine oplysninger</title><style>")
                .append(
                        "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}dl{border-top:1px solid #ccc;padding-top:.5em}")
                .append(
                        "dt{color:#555;font-size:.85em}dd{margin:0 0 .4em 0;overflow-wrap:anywhere}</style></head><body><h1>Dine oplysninger</h1><p>")
                .append(
                        text(
                                "Alt, hvad Klyngeflow har gemt om " + person.name() + " den "
                                        + DanishTime.DAY.format(time.today())
                                        + ". Det samme står i oplysninger.json, som et program kan læse, med de numre, som kun programmer bruger. Din stemme ved hemmelige valg er ikke med: ingen kan se, hvad du har stemt."))
                .append("</p>");
        found.forEach((heading, rows) -> {
            page.append("<h2>").append(text(heading)).append("</h2>");
            rows.forEach(row -> {
                page.append("<dl>");
                row.forEach((name, value) -> {
                    String said = String.valueOf(value);
                    if (!name.endsWith("_id") && !said.startsWith("{")) {
                        page.append("<dt>")
                                .append(text(places.danishColumn(name).orElse(name)))
                                .append("</dt><dd>")
                                .append(text(said.equals(person.id()) ? person.name() : places.danishValue(name, said)))
                                .append("</dd>");
                    }
                });
                page.append("</dl>");
            });
        });
        return page.append("</body></html>\n").toString();
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }
}
