package dk.klyngeflow.accounts;

import dk.klyngeflow.security.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a year from OPEN to LOCKED, when nothing hinders it, and from LOCKED to CLOSED, with its figures frozen. */
@Component
public class YearClosing {

    private final AccountingYears years;
    private final YearSnapshots snapshots;
    private final ObjectProvider<YearHindrance> hindrances;

    YearClosing(AccountingYears years, YearSnapshots snapshots, ObjectProvider<YearHindrance> hindrances) {
        this.years = years;
        this.snapshots = snapshots;
        this.hindrances = hindrances;
    }

    /** Danish, what must be done before the year can be locked. */
    public List<String> hindrances(String clusterId, int year) {
        Stream<String> before = years.leftOpenBefore(clusterId, year).stream()
                .filter(earlier -> years.isOpen(clusterId, earlier))
                .map(earlier -> "Regnskabsåret " + earlier + " er ikke låst. Årene låses i rækkefølge.");
        return Stream.concat(before, hindrances.orderedStream().flatMap(each -> each.in(clusterId, year).stream()))
                .toList();
    }

    /** Danish, what is missing and may stay so for a reason. */
    public List<String> excusable(String clusterId, int year) {
        return hindrances
                .orderedStream()
                .flatMap(each -> each.excusable(clusterId, year).stream())
                .toList();
    }

    /**
     * Locks a year for the draft of its accounts; locking it again does nothing.
     *
     * @param without why it is locked though the bank has not said everything; empty when nothing is missing
     * @throws Refused in Danish when the year is not over or something hinders it, with what that is
     */
    @Transactional
    public void lock(String clusterId, int year, String by, String without) {
        years.lockBooks(clusterId);
        if (years.state(clusterId, year) != YearState.OPEN) {
            return;
        }
        years.requireOver(clusterId, year);
        List<String> open = new ArrayList<>(hindrances(clusterId, year));
        if (without.isBlank()) {
            open.addAll(excusable(clusterId, year));
        }
        if (!open.isEmpty()) {
            throw Refused.conflict(
                    Stream.concat(Stream.of("Året " + year + " kan ikke låses endnu."), open.stream())
                            .reduce((before, next) -> before + " " + next)
                            .orElseThrow(),
                    Map.of("open", open));
        }
        years.setLocked(clusterId, year, by, without.strip());
    }

    /**
     * Closes a year for ever; closing it again does nothing.
     *
     * @throws Refused in Danish when the year is not over, is not locked, or a year before it is not closed
     */
    @Transactional
    public void close(String clusterId, int year, String by) {
        years.lockBooks(clusterId);
        if (years.isClosed(clusterId, year)) {
            return;
        }
        years.requireOver(clusterId, year);
        if (years.state(clusterId, year) != YearState.LOCKED) {
            throw Refused.conflict("Regnskabsåret " + year + " er ikke låst, så det kan ikke lukkes.", Map.of());
        }
        years.leftOpenBefore(clusterId, year).stream().findFirst().ifPresent(before -> {
            throw Refused.conflict("Regnskabsåret " + before + " er ikke lukket. Årene lukkes i rækkefølge.", Map.of());
        });
        for (int opening : years.withVouchers(clusterId)) {
            if (opening < year && !years.isClosed(clusterId, opening)) {
                closeOpening(clusterId, opening, by);
            }
        }
        snapshots.freeze(clusterId, year);
        years.setClosed(clusterId, year, by);
    }

    /** What was there before the books is closed along with the first year of theirs. */
    private void closeOpening(String clusterId, int year, String by) {
        if (years.state(clusterId, year) == YearState.OPEN) {
            years.setLocked(clusterId, year, by, "Kun åbningen af regnskabet er bogført i året.");
        }
        snapshots.freeze(clusterId, year);
        years.setClosed(clusterId, year, by);
    }
}
