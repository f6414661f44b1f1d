package dk.klyngeflow.polls;

import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.members.People;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked in which poll, and what each has answered. */
@Repository
class PollPeople {

    private final JdbcClient jdbc;

    PollPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A poll as one person sees it.
     *
     * @param caseKey of the case that waits for the date
     * @param answers what she has said already, by the number of the date
     */
    record View(
            String caseKey,
            PollMatter matter,
            Poll.Stand stand,
            List<Poll.Option> options,
            Map<Integer, DateAnswer> answers) {

        boolean takesAnswersAt(Instant now) {
            return stand.takesAnswersAt(now);
        }

        Optional<Poll.Option> chosen() {
            return options.stream()
                    .filter(option -> Integer.valueOf(option.number()).equals(stand.chosenOption()))
                    .findFirst();
        }
    }

    /** One date of a poll, with what one person has answered to it. */
    private record Line(
            String caseKey,
            PollMatter matter,
            Poll.Stand stand,
            @Column(isJoined = true) Poll.Option option,
            @Column(isJoined = true) @Nullable DateAnswer answer) {}

    /** One person in a poll, with one of her answers. */
    private record Said(
            String personId,
            @Column(isJoined = true) String name,
            boolean required,
            @Column(isJoined = true) @Nullable Integer optionNo,
            @Column(isJoined = true) @Nullable DateAnswer answer) {}

    private static final Rows<Line> LINE = Rows.of(Line.class, "date_poll");
    private static final Rows<Said> SAID = Rows.of(Said.class, "date_poll_person");

    /** @return how many were not asked already */
    int addAll(String clusterId, String pollId, List<Asked> asked, Instant now) {
        return jdbc.sql("""
                        insert into klyngeflow.date_poll_person as p (cluster_id, poll_id, person_id, required, asked_at)
                        select :cluster, :poll, person, required, :now from unnest(:people, :required) as x (person, required)
                        on conflict (cluster_id, poll_id, person_id) do update
                        set left_at = null, asked_at = excluded.asked_at, required = excluded.required
                        where p.left_at is not null""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("people", asked.stream().map(Asked::personId).toArray(String[]::new))
                .param("required", asked.stream().map(Asked::required).toArray(Boolean[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @return false when she is not asked, or no longer */
    boolean remove(String clusterId, String pollId, String personId, Instant now) {
        jdbc.sql("""
                        delete from klyngeflow.date_poll_answer
                        where cluster_id = :cluster and poll_id = :poll and person_id = :person""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("person", personId)
                .update();
        return jdbc.sql("""
                                update klyngeflow.date_poll_person set left_at = :now, answered_at = null
                                where cluster_id = :cluster and poll_id = :poll and person_id = :person and left_at is null""")
                        .param("cluster", clusterId)
                        .param("poll", pollId)
                        .param("person", personId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    List<String> all(String clusterId, String pollId) {
        return jdbc.sql("""
                        select person_id from klyngeflow.date_poll_person
                        where cluster_id = :cluster and poll_id = :poll and left_at is null order by person_id""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .query(String.class)
                .list();
    }

    List<String> silent(String clusterId, String pollId) {
        return jdbc.sql("""
                        select person_id from klyngeflow.date_poll_person
                        where cluster_id = :cluster and poll_id = :poll and left_at is null and answered_at is null
                        order by person_id""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .query(String.class)
                .list();
    }

    /** Of everybody who has not left, by name. */
    List<Voice> voices(String clusterId, String pollId) {
        Map<String, Voice> voices = new LinkedHashMap<>();
        jdbc.sql("select v.person_id, " + People.NAME + """
                        , v.required, a.option_no, a.answer
                        from klyngeflow.date_poll_person v
                        join klyngeflow.person p on p.person_id = v.person_id
                        left join klyngeflow.date_poll_answer a
                          on a.cluster_id = v.cluster_id and a.poll_id = v.poll_id and a.person_id = v.person_id
                        where v.cluster_id = :cluster and v.poll_id = :poll and v.left_at is null
                        order by p.name, v.person_id, a.option_no""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .query(SAID)
                .list()
                .forEach(said -> voices.merge(said.personId(), voice(said), Voice::and));
        return List.copyOf(voices.values());
    }

    private static Voice voice(Said said) {
        Integer date = said.optionNo();
        DateAnswer answer = said.answer();
        return new Voice(
                said.personId(),
                said.name(),
                said.required(),
                date == null || answer == null ? Map.of() : Map.of(date, answer));
    }

    /** In one statement: this is what every click on a link costs. */
    Optional<View> view(String clusterId, String pollId, String personId) {
        List<Line> lines = jdbc.sql("""
                        select d.case_key, d.title, d.text, d.minutes, d.minimum, d.closes_at, d.closed_at, d.silent,
                               d.chosen_option, o.option_no, o.starts_at, a.answer
                        from klyngeflow.date_poll d
                        join klyngeflow.date_poll_person v
                          on v.cluster_id = d.cluster_id and v.poll_id = d.poll_id and v.person_id = :person
                        join klyngeflow.date_poll_option o on o.cluster_id = d.cluster_id and o.poll_id = d.poll_id
                        left join klyngeflow.date_poll_answer a
                          on a.cluster_id = d.cluster_id and a.poll_id = d.poll_id and a.person_id = v.person_id
                         and a.option_no = o.option_no
                        where d.cluster_id = :cluster and d.poll_id = :poll and v.left_at is null
                        order by o.option_no""")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .param("person", personId)
                .query(LINE)
                .list();
        Map<Integer, DateAnswer> answers = new TreeMap<>();
        for (Line line : lines) {
            DateAnswer answer = line.answer();
            if (answer != null) {
                answers.put(line.option().number(), answer);
            }
        }
        return lines.stream()
                .findFirst()
                .map(first -> new View(
                        first.caseKey(),
                        first.matter(),
                        first.stand(),
                        lines.stream().map(Line::option).toList(),
                        answers));
    }

    /** How many were asked and how many answered is kept: it names nobody, and a cluster looks back at it. */
    void forget(String clusterId, String pollId) {
        jdbc.sql("""
                        update klyngeflow.date_poll d set asked = p.asked, answered = p.answered
                        from (select count(*) as asked, count(answered_at) as answered from klyngeflow.date_poll_person
                              where cluster_id = :cluster and poll_id = :poll and left_at is null) p
                        where d.cluster_id = :cluster and d.poll_id = :poll and d.asked is null""").param("cluster", clusterId).param("poll", pollId).update();
        List.of("date_poll_answer", "date_poll_person").forEach(table -> forget(table, clusterId, pollId));
    }

    private void forget(String table, String clusterId, String pollId) {
        jdbc.sql("delete from klyngeflow." + table + " where cluster_id = :cluster and poll_id = :poll")
                .param("cluster", clusterId)
                .param("poll", pollId)
                .update();
    }
}
