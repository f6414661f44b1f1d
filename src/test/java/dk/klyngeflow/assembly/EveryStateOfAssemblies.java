package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.ProposalKind;
import dk.klyngeflow.assemblies.Proposals;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** An assembly that has no day yet, one with proposals and candidates, one that is called and one that was cancelled, and members who want another. */
@TestComponent
public class EveryStateOfAssemblies {

    private final AssemblyPlanning planning;
    private final CalledAssemblies assemblies;
    private final AssemblyNotices notices;
    private final Proposals proposals;
    private final AssemblyDemands demands;
    private final Cases cases;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;

    EveryStateOfAssemblies(
            AssemblyPlanning planning,
            CalledAssemblies assemblies,
            AssemblyNotices notices,
            Proposals proposals,
            AssemblyDemands demands,
            Cases cases,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.planning = planning;
        this.assemblies = assemblies;
        this.notices = notices;
        this.proposals = proposals;
        this.demands = demands;
        this.cases = cases;
        this.time = time;
        this.transaction = transaction;
    }

    public void areIn(String cluster) {
        transaction.executeWithoutResult(status -> {
            int year = time.today().getYear();
            CalledAssembly ordinary = wanted(cluster, AssemblyKind.ORDINARY, AssemblyItem.ALL, year, "");
            planning.plan(ordinary, List.of(at(60)), 120, "Lægehuset", false);
            notices.announce(cluster, ordinary.assemblyId());
            proposals.add(
                    ordinary,
                    ProposalKind.STATUTES,
                    "Vedtægterne: Varsel",
                    "Der er ferie.",
                    new Proposals.Change("notice_days", "14", "21", "21"),
                    cluster + "-m5");
            proposals.stand(ordinary, dk.klyngeflow.members.Post.AUDITOR, cluster + "-m5", "Gerne");
            CalledAssembly called = wanted(cluster, AssemblyKind.EXTRAORDINARY, AssemblyItem.OTHER, null, "Nyt lokale");
            planning.plan(called, List.of(at(30)), 60, "Lægehuset", false);
            notices.announce(cluster, called.assemblyId());
            notices.send(cluster, called.assemblyId());
            CalledAssembly lapsed = wanted(cluster, AssemblyKind.EXTRAORDINARY, AssemblyItem.OTHER, null, "For sent");
            planning.plan(lapsed, List.of(at(2)), 60, "Lægehuset", false);
            notices.announce(cluster, lapsed.assemblyId());
            assemblies.cancelled(
                    wanted(cluster, AssemblyKind.EXTRAORDINARY, AssemblyItem.OTHER, null, "Andet"), "Ikke nødvendig.");
            CalledAssembly open = wanted(cluster, AssemblyKind.EXTRAORDINARY, AssemblyItem.OTHER, null, "Mere");
            cases.startBy(GeneralAssembly.DEMANDED, cluster, Map.of("assemblyId", open.assemblyId()));
            demands.open(cluster, "Kassererens afgang", cluster + "-m5");
        });
    }

    private CalledAssembly wanted(
            String cluster,
            AssemblyKind kind,
            AssemblyItem item,
            @org.jspecify.annotations.Nullable Integer year,
            String matter) {
        return planning.wanted(cluster, new AssemblyPlanning.Wish(kind, item, year, matter, null), "system");
    }

    private java.time.Instant at(int days) {
        return CopenhagenTime.at(time.today().plusDays(days), LocalTime.of(19, 0));
    }
}
