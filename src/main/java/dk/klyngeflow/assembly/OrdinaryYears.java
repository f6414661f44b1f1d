package dk.klyngeflow.assembly;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.statutes.AssemblyDates;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Whose accounts the next ordinary assembly presents, and whether it is late with them. */
@Component
class OrdinaryYears {

    private final CalledAssemblies assemblies;
    private final StatutesVersions statutes;
    private final AccountingYears years;
    private final CopenhagenTime time;

    OrdinaryYears(CalledAssemblies assemblies, StatutesVersions statutes, AccountingYears years, CopenhagenTime time) {
        this.assemblies = assemblies;
        this.statutes = statutes;
        this.years = years;
        this.time = time;
    }

    /** Last year's, until it has its assembly; this year's where last year's had its time and there is nothing to present. */
    int offered(String clusterId) {
        int last = time.today().getYear() - 1;
        boolean isThereNothing =
                isLate(clusterId, last) && !years.withVouchers(clusterId).contains(last);
        return assemblies.ordinary(clusterId, last).isPresent() || isThereNothing ? last + 1 : last;
    }

    boolean isLate(String clusterId, int year) {
        return time.today().isAfter(AssemblyTimes.lastOrdinary(statutes.today(clusterId), year));
    }

    /** That it is late, and what that means; empty when it is in time. */
    String late(String clusterId, int year) {
        if (!isLate(clusterId, year)) {
            return "";
        }
        Statutes now = statutes.today(clusterId);
        LocalDate earliest = AssemblyDates.earliest(now, time.today(), true);
        int coming = year + 1;
        return "Den ordinære generalforsamling om regnskabet for " + year
                + " skulle efter vedtægterne være holdt senest "
                + DanishTime.DAY.format(AssemblyTimes.lastOrdinary(now, year))
                + ". Den kan stadig holdes, tidligst " + DanishTime.DAY.format(earliest)
                + ", og det, den beslutter, gælder, når den er lovligt indkaldt; bestyrelsen forklarer på mødet, hvorfor den er sen."
                + (coming > time.today().getYear()
                        ? ""
                        : " Er den holdt uden for Klyngeflow, så skriv " + coming
                                + ": den om regnskabet for " + coming + " holdes senest "
                                + DanishTime.DAY.format(AssemblyTimes.lastOrdinary(now, coming)) + ".");
    }
}
