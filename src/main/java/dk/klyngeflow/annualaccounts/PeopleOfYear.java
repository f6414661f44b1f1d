package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signs for a year, and who may not audit it. */
@Component
class PeopleOfYear {

    private static final String BOARD = "('CHAIR', 'TREASURER', 'BOARD')";

    private final JdbcClient jdbc;
    private final People people;

    PeopleOfYear(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** The board as it was on the last day of the year; today's where the year had none here. */
    List<String> board(String clusterId, int year) {
        List<String> then = jdbc.sql("""
                        select distinct h.person_id from klyngeflow.role_holder h
                        where h.cluster_id = :cluster and h.post in %s and h.from_day <= :day
                          and (h.until_day is null or h.until_day > :day) order by 1""".formatted(BOARD))
                .param("cluster", clusterId)
                .param("day", LocalDate.of(year, 12, 31))
                .query(String.class)
                .list();
        return then.isEmpty()
                ? people.holding(clusterId, Role.BOARD).stream()
                        .map(Person::id)
                        .sorted()
                        .toList()
                : then;
    }

    /** Danish, why somebody cannot audit the year; empty when she can. */
    Optional<String> objection(String clusterId, int year, String personId) {
        boolean wasOfBoard = jdbc.sql("""
                        select exists (select 1 from klyngeflow.role_holder
                          where cluster_id = :cluster and person_id = :person and post in %s
                            and from_day <= :last and (until_day is null or until_day > :first))""".formatted(BOARD))
                .param("cluster", clusterId)
                .param("person", personId)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(Boolean.class)
                .single();
        if (wasOfBoard || board(clusterId, year).contains(personId)) {
            return Optional.of("Du var i bestyrelsen i " + year + " og kan ikke revidere det år.");
        }
        boolean hasPosted = jdbc.sql("""
                        select exists (select 1 from klyngeflow.voucher
                          where cluster_id = :cluster and year = :year and posted_by = :person)""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("person", personId)
                .query(Boolean.class)
                .single();
        return hasPosted
                ? Optional.of("Du har bogført eller betalt i " + year + " og kan ikke revidere det år.")
                : Optional.empty();
    }
}
