package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a cluster's books for whoever asks, or refuses: one rule for the page, the answers and the files. */
@Component
class BookYears {

    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;

    private final People people;
    private final CurrentPerson person;
    private final Clusters clusters;
    private final CopenhagenTime time;

    BookYears(CurrentPerson person, Clusters clusters, People people, CopenhagenTime time) {
        this.people = people;
        this.person = person;
        this.clusters = clusters;
        this.time = time;
    }

    /**
     * @param year null for the present one
     * @return the year to show
     */
    int open(String clusterId, @Nullable Integer year) {
        return opened(clusterId, year).year();
    }

    /** Whose books, and of which year. */
    record Opened(Cluster cluster, int year) {}

    Opened opened(String clusterId, @Nullable Integer year) {
        int shown = openToRead(clusterId, year);
        return new Opened(clusters.find(clusterId).orElseThrow(Refused::notFound), shown);
    }

    /** Whether she may read is known without asking the database. @return the year to show */
    int openToRead(String clusterId, @Nullable Integer year) {
        person.require(clusterId, Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR);
        int shown = year == null ? time.today().getYear() : year;
        if (shown < 2000 || shown > 2199) {
            throw Refused.badRequest("Skriv et årstal med fire cifre.");
        }
        return shown;
    }

    /** For those who decide on the money: the coordinator, the treasurer, an administrator. */
    int openToChange(String clusterId, @Nullable Integer year) {
        int shown = open(clusterId, year);
        if (!mayChange(clusterId)) {
            throw Refused.forbidden("Kun koordinatoren og kassereren kan ændre budgettet.");
        }
        return shown;
    }

    boolean mayChange(String clusterId) {
        return mayChange(clusterId, false) || isTreasurer(clusterId);
    }

    /** For one of whom it is known already whether she is treasurer. */
    boolean mayChange(String clusterId, boolean isTreasurer) {
        return isTreasurer || person.isAdministrator() || person.hasRole(clusterId, Role.COORDINATOR);
    }

    /** For the board and an administrator, and never for the coordinator, whose own fee it may be about. */
    boolean mayReserveForBoard(String clusterId) {
        return person.isAdministrator()
                || (isTreasurer(clusterId) || person.hasRole(clusterId, Role.BOARD))
                        && !person.hasRole(clusterId, Role.COORDINATOR);
    }

    void requireToReverse(String clusterId) {
        open(clusterId, null);
        if (!mayReverse(clusterId)) {
            throw Refused.forbidden("Kun kassereren og sekretæren kan tilbageføre et bilag.");
        }
    }

    boolean mayReverse(String clusterId) {
        return person.hasRole(clusterId, Role.SECRETARY) || isTreasurer(clusterId);
    }

    /** Of a year that is locked only the treasurer takes a voucher back. */
    void requireToPostLate(String clusterId) {
        if (!isTreasurer(clusterId)) {
            throw Refused.forbidden("Året er låst. Kun kassereren kan efterpostere i det, med en begrundelse.");
        }
    }

    boolean isTreasurer(String clusterId) {
        return person.id()
                .filter(id -> people.holding(clusterId, Post.TREASURER).stream()
                        .anyMatch(holder -> holder.id().equals(id)))
                .isPresent();
    }

    /** Such as "Kirsten Ahlmark den 22.11.2026"; empty when nobody has yet. */
    String changed(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? "" : nameOf(by) + " den " + DAY.format(CopenhagenTime.dayOf(at));
    }

    /** What steps posted before they named a person was posted by the application. */
    String nameOf(String personId) {
        return personId.equals("system") ? "Klyngeflow" : people.nameOf(personId);
    }

    void requireMember(String clusterId) {
        person.require(clusterId, Role.values());
        requireCluster(clusterId);
    }

    private void requireCluster(String clusterId) {
        if (clusters.find(clusterId).isEmpty()) {
            throw Refused.notFound();
        }
    }
}
