package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterRegister.NewPractice;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The practices of each cluster and who works in them. */
@Repository
public class Practices {

    private static final Locale DANISH = Locale.forLanguageTag("da-DK");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Practices(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** All that are or have been of the cluster, by name. */
    List<Practice> all(String clusterId) {
        return jdbc.sql("""
                        select p.provider_number, p.name, p.from_day, p.until_day, (
                          select s.patients from klyngeflow.practice_size s
                          where s.cluster_id = p.cluster_id and s.provider_number = p.provider_number
                            and s.from_day <= :today
                          order by s.from_day desc limit 1) as patients
                        from klyngeflow.practice p where p.cluster_id = :cluster order by p.name, p.provider_number""")
                .param("cluster", clusterId)
                .param("today", time.today())
                .query((row, number) -> new Practice(
                        row.getString("provider_number"),
                        row.getString("name"),
                        row.getObject("patients", Integer.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .list();
    }

    Optional<Practice> find(String clusterId, String providerNumber) {
        return all(clusterId).stream()
                .filter(practice -> practice.providerNumber().equals(providerNumber))
                .findFirst();
    }

    /** How many patients from which day, the newest first. */
    List<Size> sizes(String clusterId, String providerNumber) {
        return jdbc.sql("""
                        select from_day, patients from klyngeflow.practice_size
                        where cluster_id = :cluster and provider_number = :number order by from_day desc""")
                .param("cluster", clusterId)
                .param("number", providerNumber)
                .query((row, number) -> new Size(row.getObject("from_day", LocalDate.class), row.getInt("patients")))
                .list();
    }

    /** @param from the first day on which it has so many */
    record Size(LocalDate from, int patients) {}

    /** One that has been here before comes back under its number. */
    void add(String clusterId, NewPractice practice, LocalDate from, String by) {
        jdbc.sql("""
                        insert into klyngeflow.practice (cluster_id, provider_number, name, from_day)
                        values (:cluster, :number, :name, :from)
                        on conflict (cluster_id, provider_number) do update set name = excluded.name, until_day = null""")
                .param("cluster", clusterId)
                .param("number", practice.providerNumber())
                .param("name", practice.name())
                .param("from", from)
                .update();
        if (practice.patients() != null) {
            size(clusterId, practice.providerNumber(), practice.patients(), from, by);
        }
    }

    /** Those of a cluster that is being opened; of one with the same number the last counts. */
    void addAll(String clusterId, List<NewPractice> newPractices, LocalDate from, String by) {
        Map<String, NewPractice> byNumber = new LinkedHashMap<>();
        newPractices.forEach(practice -> byNumber.put(practice.providerNumber(), practice));
        String[] numbers = byNumber.keySet().toArray(String[]::new);
        jdbc.sql("""
                        insert into klyngeflow.practice (cluster_id, provider_number, name, from_day)
                        select :cluster, number, name, :from from unnest(:numbers::text[], :names::text[]) as new (number, name)
                        on conflict (cluster_id, provider_number) do update set name = excluded.name, until_day = null""")
                .param("cluster", clusterId)
                .param("from", from)
                .param("numbers", numbers)
                .param(
                        "names",
                        byNumber.values().stream().map(NewPractice::name).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into klyngeflow.practice_size
                          (cluster_id, provider_number, from_day, patients, set_by, set_at)
                        select :cluster, number, :from, patients, :by, :now
                        from unnest(:numbers::text[], :patients::integer[]) as new (number, patients)
                        where patients is not null
                        on conflict (cluster_id, provider_number, from_day) do update
                        set patients = excluded.patients, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("cluster", clusterId)
                .param("from", from)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("numbers", numbers)
                .param(
                        "patients",
                        byNumber.values().stream().map(NewPractice::patients).toArray(Integer[]::new))
                .update();
    }

    void rename(String clusterId, String providerNumber, String name) {
        jdbc.sql("""
                        update klyngeflow.practice set name = :name
                        where cluster_id = :cluster and provider_number = :number""")
                .param("name", name)
                .param("cluster", clusterId)
                .param("number", providerNumber)
                .update();
    }

    void size(String clusterId, String providerNumber, int patients, LocalDate from, String by) {
        jdbc.sql("""
                        insert into klyngeflow.practice_size
                          (cluster_id, provider_number, from_day, patients, set_by, set_at)
                        values (:cluster, :number, :from, :patients, :by, :now)
                        on conflict (cluster_id, provider_number, from_day) do update
                        set patients = excluded.patients, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("cluster", clusterId)
                .param("number", providerNumber)
                .param("from", from)
                .param("patients", patients)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    void end(String clusterId, String providerNumber, LocalDate until) {
        jdbc.sql("""
                        update klyngeflow.practice set until_day = greatest(:until, from_day + 1)
                        where cluster_id = :cluster and provider_number = :number""")
                .param("until", until)
                .param("cluster", clusterId)
                .param("number", providerNumber)
                .update();
    }

    /** By a member's id the practice she works in today, as in {@code Lægerne Fyrvej (990101)}. */
    public Map<String, String> byMember(String clusterId) {
        Map<String, String> found = new HashMap<>();
        jdbc.sql("""
                        select r.person_id, p.name, p.provider_number from klyngeflow.role_holder r
                        join klyngeflow.practice p
                          on p.cluster_id = r.cluster_id and p.provider_number = r.provider_number
                        where r.cluster_id = :cluster and r.from_day <= :today
                          and (r.until_day is null or r.until_day > :today)""").param("cluster", clusterId).param("today", time.today()).query(row -> {
            found.put(
                    row.getString("person_id"), row.getString("name") + " (" + row.getString("provider_number") + ")");
        });
        return found;
    }

    /** The provider numbers of all that the cluster knows, also of those that have left. */
    public List<String> providerNumbers(String clusterId) {
        return jdbc.sql("select provider_number from klyngeflow.practice where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(String.class)
                .list();
    }

    /** By number the name of every practice that is of the cluster today. */
    public Map<String, String> ofToday(String clusterId) {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql("""
                        select provider_number, name from klyngeflow.practice
                        where cluster_id = :cluster and (from_day is null or from_day <= :today) and (until_day is null or until_day > :today)""").param("cluster", clusterId).param("today", time.today()).query(row -> {
            found.put(row.getString("provider_number"), row.getString("name"));
        });
        return found;
    }

    /** @param unknown how many practices have not said */
    public record Patients(int patients, int practices, int unknown) {

        /** As in {@code 41.460 patienter}. */
        public String inWords() {
            return figure(patients) + " patienter";
        }
    }

    /** As Danes write it, {@code 41.460}. */
    public static String figure(int number) {
        return String.format(DANISH, "%,d", number);
    }

    /** One line of the register. @param patients null when nobody has said */
    public record Registered(
            String providerNumber, String name, @Nullable Integer patients) {}

    /** The practices of today with their patients, by name. */
    public List<Registered> register(String clusterId) {
        LocalDate today = time.today();
        return all(clusterId).stream()
                .filter(practice -> !practice.isOver(today) && !practice.from().isAfter(today))
                .map(practice -> new Registered(practice.providerNumber(), practice.name(), practice.patients()))
                .toList();
    }

    /** How many patients the practices of today have together. */
    public Patients patients(String clusterId) {
        List<Registered> register = register(clusterId);
        return new Patients(
                register.stream()
                        .mapToInt(practice -> practice.patients() == null ? 0 : practice.patients())
                        .sum(),
                register.size(),
                (int) register.stream()
                        .filter(practice -> practice.patients() == null)
                        .count());
    }

    /** The provider number of the practice a member works in today; empty for whoever is in none. */
    public Optional<String> ofPerson(String clusterId, String personId) {
        return jdbc.sql("""
                        select r.provider_number from klyngeflow.role_holder r
                        where r.cluster_id = :cluster and r.person_id = :person and r.post = 'MEMBER'
                          and r.provider_number is not null
                          and r.from_day <= :today and (r.until_day is null or r.until_day > :today)""")
                .param("cluster", clusterId)
                .param("person", personId)
                .param("today", time.today())
                .query(String.class)
                .optional();
    }
}
