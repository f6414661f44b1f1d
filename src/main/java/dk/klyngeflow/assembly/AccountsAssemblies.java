package dk.klyngeflow.assembly;

import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.assemblies.AssemblyAgenda;
import dk.klyngeflow.assemblies.AssemblyAgenda.Point;
import dk.klyngeflow.assemblies.AssemblyAgenda.PointKind;
import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.EveningRecord;
import dk.klyngeflow.assemblies.ItemOutcome;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What assemblies have to do with the accounts of a year: what one has decided already, and the one that is called because they were rejected. */
@Component
class AccountsAssemblies {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int DAYS_TO_DECISION = 90;

    private final AccountsOfYear accounts;
    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final AssemblyAgenda agenda;
    private final AssemblyEvening evening;
    private final AssemblyEffects effects;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    AccountsAssemblies(
            AccountsOfYear accounts,
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            AssemblyAgenda agenda,
            AssemblyEvening evening,
            AssemblyEffects effects,
            ClusterSettings settings,
            CopenhagenTime time) {
        this.accounts = accounts;
        this.assemblies = assemblies;
        this.planning = planning;
        this.agenda = agenda;
        this.evening = evening;
        this.effects = effects;
        this.settings = settings;
        this.time = time;
    }

    record Decided(boolean areApproved, LocalDate on) {}

    /** @param decided what an assembly has decided about this draft while nobody waited for it */
    record Sealed(Instant decisionDueAt, Optional<Decided> decided) {}

    @Transactional
    Sealed seal(String clusterId, int year) {
        accounts.seal(clusterId, year);
        return new Sealed(in(DAYS_TO_DECISION), decided(clusterId, year));
    }

    /**
     * Of the newest assembly that had this draft before it. Each is locked until the case waits: what takes effect afterwards is told to
     * the case, and what took effect before is found here.
     */
    private Optional<Decided> decided(String clusterId, int year) {
        Draft draft = accounts.latestDraft(clusterId, year).orElseThrow();
        return about(clusterId, year).stream()
                .map(each -> assemblies.lock(clusterId, each.assemblyId()))
                .filter(each -> each.record().effectsAt() != null && isBefore(draft, planning.meeting(each)))
                .flatMap(each -> outcome(each).stream())
                .findFirst();
    }

    private static boolean isBefore(Draft draft, Meeting meeting) {
        return draft.madeAt().isBefore(meeting.start());
    }

    private List<CalledAssembly> about(String clusterId, int year) {
        return assemblies.all(clusterId).stream()
                .filter(each -> !each.is(AssemblyStatus.CANCELLED)
                        && Integer.valueOf(year).equals(each.matter().accountingYear()))
                .toList();
    }

    private Optional<Decided> outcome(CalledAssembly assembly) {
        EveningRecord record = evening.record(assembly).orElse(null);
        if (record == null) {
            return Optional.empty();
        }
        for (Point point : agenda.of(assembly)) {
            boolean isAdopted = AssemblyEvening.is(record, point, ItemOutcome.ADOPTED);
            if (point.kind() == PointKind.ACCOUNTS
                    && (isAdopted || AssemblyEvening.is(record, point, ItemOutcome.REJECTED))) {
                return Optional.of(
                        new Decided(isAdopted, planning.meeting(assembly).day()));
            }
        }
        return Optional.empty();
    }

    /**
     * Begins an extraordinary assembly about accounts that were rejected on paper; one that was held here calls the next itself.
     *
     * @return until when the board should have seen to the accounts
     */
    @Transactional
    Instant callAnother(String clusterId, int year) {
        accounts.rejectedOnPaper(clusterId, year)
                .filter(rejected -> about(clusterId, year).stream()
                        .noneMatch(each -> !each.isOrdinary() && each.status().isAhead()))
                .ifPresent(rejected -> effects.start(planning.wanted(
                        clusterId,
                        new AssemblyPlanning.Wish(
                                AssemblyKind.EXTRAORDINARY,
                                AssemblyItem.ACCOUNTS,
                                year,
                                "Årsregnskabet for " + year + ", som en generalforsamling har forkastet",
                                null),
                        rejected.by())));
        return in(settings.get(clusterId, AssemblySettings.ASSEMBLY_TASK_DAYS));
    }

    private Instant in(int days) {
        return CopenhagenTime.at(time.today().plusDays(days), AFTERNOON);
    }
}
