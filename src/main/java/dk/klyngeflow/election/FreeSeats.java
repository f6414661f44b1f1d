package dk.klyngeflow.election;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.PeopleNotes;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.VacantPosts;
import dk.klyngeflow.members.VacantPosts.Vacancy;
import dk.klyngeflow.statutes.OrdinaryAssemblies;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats of the board that have fallen free. Whether one is filled before the next assembly the statutes do not say: the board decides, so
 * no election begins by itself, and whoever may begin one is told, with the last day on which the assembly does it otherwise.
 */
@Component
class FreeSeats implements PeopleNotes {

    private final VacantPosts vacant;
    private final Elections elections;
    private final StatutesVersions statutes;
    private final ObjectProvider<OrdinaryAssemblies> assemblies;
    private final ElectionTimes times;
    private final Cases cases;
    private final CopenhagenTime time;

    FreeSeats(
            VacantPosts vacant,
            Elections elections,
            StatutesVersions statutes,
            ObjectProvider<OrdinaryAssemblies> assemblies,
            ElectionTimes times,
            Cases cases,
            CopenhagenTime time) {
        this.vacant = vacant;
        this.elections = elections;
        this.statutes = statutes;
        this.assemblies = assemblies;
        this.times = times;
        this.cases = cases;
        this.time = time;
    }

    /** Those to which nobody is being elected. */
    private Optional<Vacancy> now(String clusterId) {
        return vacant.seats(clusterId)
                .filter(vacancy -> !elections.isUnderWay(clusterId, Post.BOARD)
                        && !elections.hasBegunSince(clusterId, Post.BOARD, vacancy.since()));
    }

    /** Danish: what it is, who does what, and by when; empty where no seat is free. */
    String said(String clusterId) {
        return now(clusterId).map(vacancy -> said(clusterId, vacancy)).orElse("");
    }

    private String said(String clusterId, Vacancy vacancy) {
        Statutes today = statutes.today(clusterId);
        boolean isOnAgenda = assemblies.stream().anyMatch(each -> each.elects(clusterId, Post.BOARD));
        String free = (vacancy.seats() == 1
                        ? "En plads i bestyrelsen er ledig siden den "
                        : vacancy.seats() + " pladser i bestyrelsen er ledige siden den ")
                + DanishTime.DAY.format(vacancy.since()) + ".";
        String rule = " Vedtægterne siger ikke, hvornår en ledig plads skal besættes, kun at den, der vælges, sidder "
                + (today.terms().vacancy() == Statutes.Vacancy.REST_OF_TERM
                        ? "resten af perioden."
                        : "en hel periode.");
        String otherwise = isOnAgenda
                ? " Bestyrelsen er på valg på den generalforsamling, der er planlagt."
                : " Ellers sætter bestyrelsen valget på dagsordenen for den næste ordinære generalforsamling, som holdes senest den "
                        + DanishTime.DAY.format(nextOrdinary(clusterId, today)) + ".";
        return free + rule
                + " Skal den besættes før, beslutter bestyrelsen det, og koordinatoren eller sekretæren begynder et valg."
                + otherwise;
    }

    private LocalDate nextOrdinary(String clusterId, Statutes today) {
        int year = time.today().getYear();
        LocalDate last = YearMonth.of(year, today.notices().latestMonth()).atEndOfMonth();
        boolean isOver = last.isBefore(time.today())
                || assemblies.stream()
                        .anyMatch(each -> each.presenting(clusterId, year - 1)
                                .filter(OrdinaryAssemblies.Called::isHeld)
                                .isPresent());
        return isOver ? YearMonth.from(last.plusYears(1)).atEndOfMonth() : last;
    }

    /** @return until when candidates are sought; empty where no seat is free, or somebody is being elected already: pressed twice it begins once */
    @Transactional
    public Optional<Instant> begin(String clusterId) {
        elections.lockCluster(clusterId);
        Optional<Vacancy> free = now(clusterId);
        free.ifPresent(vacancy -> cases.start(
                CoordinatorElection.KEY,
                clusterId,
                null,
                Map.of(
                        CoordinatorElectionVariables.POST.name(),
                        Post.BOARD.name(),
                        CoordinatorElectionVariables.SEATS.name(),
                        (long) vacancy.seats())));
        return free.map(vacancy -> times.nominating(clusterId).closesAt());
    }

    @Override
    public List<Note> of(String clusterId) {
        String said = said(clusterId);
        return said.isEmpty()
                ? List.of()
                : List.of(new Note(said, "Begynd valget på siden Valg", "/valg/" + clusterId));
    }
}
