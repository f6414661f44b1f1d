package dk.klyngeflow.assembly;

import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.assemblies.AssemblyAgenda;
import dk.klyngeflow.assemblies.AssemblyAgenda.Point;
import dk.klyngeflow.assemblies.AssemblyAgenda.PointKind;
import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.Candidacy;
import dk.klyngeflow.assemblies.Decision;
import dk.klyngeflow.assemblies.EveningRecord;
import dk.klyngeflow.assemblies.ItemOutcome;
import dk.klyngeflow.assemblies.MemberProposal;
import dk.klyngeflow.assemblies.Proposals;
import dk.klyngeflow.assemblies.StatutesProposals;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets what an assembly has decided take effect when all of it is over: all or nothing, and once. */
@Component
class AssemblyEffects {

    private static final Logger LOG = LoggerFactory.getLogger(AssemblyEffects.class);
    private static final String BY = "generalforsamling";

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final AssemblyAgenda agenda;
    private final AssemblyEvening evening;
    private final Proposals proposals;
    private final StatutesProposals statutes;
    private final Budgets budgets;
    private final AssemblyLetters letters;
    private final Meetings meetings;
    private final PostsElsewhere posts;
    private final JdbcClient jdbc;
    private final Cases cases;

    AssemblyEffects(
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            AssemblyAgenda agenda,
            AssemblyEvening evening,
            Proposals proposals,
            StatutesProposals statutes,
            Budgets budgets,
            AssemblyLetters letters,
            Meetings meetings,
            PostsElsewhere posts,
            JdbcClient jdbc,
            Cases cases) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.agenda = agenda;
        this.evening = evening;
        this.proposals = proposals;
        this.statutes = statutes;
        this.budgets = budgets;
        this.letters = letters;
        this.meetings = meetings;
        this.posts = posts;
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** @param isToBeWoundUp whether it was the second to dissolve the association */
    record Taken(boolean isAnotherNeeded, boolean isToBeWoundUp) {}

    @Transactional
    Taken take(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        EveningRecord record = recorded(assembly);
        if (assembly.record().effectsAt() == null) {
            List<Point> points = agenda.of(assembly);
            points.forEach(point -> take(assembly, point, record));
            adoptStatutes(assembly, points, record);
            if (isDissolved(assembly, points, record)) {
                letters.tell(assembly, AssemblyLetters.WIND_UP, letters.everybody(clusterId), List.of(), "1");
            }
            assemblies.tookEffect(assembly);
            assemblies.status(assembly, AssemblyStatus.HELD);
            meetings.status(clusterId, assembly.meetingId(), MeetingStatus.CLOSED);
            LOG.info("what {} of {} has decided takes effect", assemblyId, clusterId);
        }
        return new Taken(another(assembly, record).isPresent(), isDissolved(assembly, agenda.of(assembly), record));
    }

    private EveningRecord recorded(CalledAssembly assembly) {
        return evening.record(assembly)
                .orElseThrow(() -> new IllegalStateException(
                        "assembly " + assembly.assemblyId() + " of " + assembly.clusterId() + " is not over"));
    }

    private void take(CalledAssembly assembly, Point point, EveningRecord record) {
        switch (point.kind()) {
            case ACCOUNTS -> {
                if (AssemblyEvening.is(record, point, ItemOutcome.ADOPTED)
                        || AssemblyEvening.is(record, point, ItemOutcome.REJECTED)) {
                    decideAccounts(assembly, AssemblyEvening.is(record, point, ItemOutcome.ADOPTED));
                }
            }
            case BUDGET -> {
                if (AssemblyEvening.is(record, point, ItemOutcome.ADOPTED)) {
                    adoptBudget(assembly);
                }
            }
            case ELECTION -> elect(assembly, point, record);
            default -> {}
        }
    }

    /** Whoever waits for it hears it, of whichever stage it is; nobody may. */
    private void decideAccounts(CalledAssembly assembly, boolean areApproved) {
        cases.tellWhere(
                GeneralAssembly.ACCOUNTS_DECIDED,
                assembly.clusterId(),
                GeneralAssemblyVariables.ACCOUNTING_YEAR.name(),
                assembly.matter().accountingYear(),
                Map.of(
                        "areApproved",
                        areApproved,
                        "decidedOn",
                        planning.meeting(assembly).day().toString()));
    }

    /** As it stood before the assembly, whatever has been typed since. */
    private void adoptBudget(CalledAssembly assembly) {
        record Line(int year, String account, long oere) {}

        jdbc.sql("""
                        select year, account, oere from klyngeflow.assembly_budget
                        where cluster_id = :cluster and assembly_id = :id order by account""")
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId())
                .query((row, number) -> new Line(row.getInt("year"), row.getString("account"), row.getLong("oere")))
                .list()
                .forEach(line -> budgets.set(assembly.clusterId(), line.account(), line.year(), line.oere(), BY));
    }

    /** Whoever was elected is asked by the election's own process, gets the post on the next day, and a coordinator takes over from the other. */
    private void elect(CalledAssembly assembly, Point point, EveningRecord record) {
        Post post = point.post();
        if (post == null
                || !(AssemblyEvening.is(record, point, ItemOutcome.ELECTED)
                        || AssemblyEvening.is(record, point, ItemOutcome.TO_ELECTION))) {
            return;
        }
        List<String> elected =
                AssemblyEvening.of(record, point).map(Decision::elected).orElse(List.of());
        if (elected.isEmpty() && posts.fills(assembly, post)) {
            return;
        }
        List<String> standing = proposals.candidates(assembly, post).stream()
                .map(Candidacy::personId)
                .toList();
        LocalDate takesOffice = planning.meeting(assembly).day().plusDays(1);
        Map<String, Object> known = new HashMap<>();
        known.put("post", post.name());
        known.put("seats", (long)
                (post == Post.BOARD ? Math.max(1, assembly.matter().seats()) : 1));
        known.put("takesOffice", takesOffice.toString());
        if (!elected.isEmpty()) {
            known.put("electedAtAssembly", String.join(",", elected));
        } else if (!standing.isEmpty()) {
            known.put("standing", String.join(",", standing));
        }
        cases.startBy("election.postVacated", assembly.clusterId(), known);
    }

    private void adoptStatutes(CalledAssembly assembly, List<Point> points, EveningRecord record) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (MemberProposal proposal : adopted(assembly, points, record, PointKind.STATUTES)) {
            List<String> amendments = points.stream()
                    .filter(point -> point.proposal() == proposal.number())
                    .flatMap(point -> AssemblyEvening.of(record, point).stream())
                    .flatMap(decision -> decision.amendments().stream())
                    .toList();
            statutes.decided(assembly.clusterId(), proposal, amendments)
                    .ifPresent(value -> changes.put(String.valueOf(proposal.field()), value));
        }
        if (!changes.isEmpty()) {
            statutes.adopt(assembly.clusterId(), changes, BY);
        }
    }

    private List<MemberProposal> adopted(
            CalledAssembly assembly, List<Point> points, EveningRecord record, PointKind kind) {
        List<Integer> numbers = points.stream()
                .filter(point -> point.kind() == kind && AssemblyEvening.is(record, point, ItemOutcome.ADOPTED))
                .map(Point::proposal)
                .toList();
        return proposals.of(assembly).stream()
                .filter(each -> numbers.contains(each.number()))
                .toList();
    }

    /** The second assembly has adopted it, too: the association is wound up when its minutes are signed. */
    private boolean isDissolved(CalledAssembly assembly, List<Point> points, EveningRecord record) {
        return isSecondOnDissolution(assembly)
                && !adopted(assembly, points, record, PointKind.DISSOLUTION).isEmpty();
    }

    private static boolean isSecondOnDissolution(CalledAssembly assembly) {
        return assembly.matter().item() == AssemblyItem.DISSOLUTION
                && assembly.matter().kind() == AssemblyKind.EXTRAORDINARY
                && assembly.matter().follows() != null;
    }

    /** What the next assembly would be about; empty when none is needed. */
    private Optional<Next> another(CalledAssembly assembly, EveningRecord record) {
        List<Point> points = agenda.of(assembly);
        List<Point> lacking = points.stream()
                .filter(point -> AssemblyEvening.is(record, point, ItemOutcome.NO_QUORUM))
                .toList();
        boolean isNothingDecided = record.decisions().stream()
                .noneMatch(each ->
                        each.is(ItemOutcome.ADOPTED) || each.is(ItemOutcome.REJECTED) || each.is(ItemOutcome.ELECTED));
        if (assembly.matter().kind() != AssemblyKind.SECOND && !lacking.isEmpty() && isNothingDecided) {
            return Optional.of(new Next(AssemblyKind.SECOND, assembly.matter().item(), all(points)));
        }
        if (assembly.matter().kind() != AssemblyKind.SECOND && !lacking.isEmpty()) {
            return Optional.of(new Next(AssemblyKind.SECOND, AssemblyItem.STATUTES, all(lacking)));
        }
        if (points.stream()
                .anyMatch(point -> point.kind() == PointKind.ACCOUNTS
                        && AssemblyEvening.is(record, point, ItemOutcome.REJECTED))) {
            return Optional.of(new Next(AssemblyKind.EXTRAORDINARY, AssemblyItem.ACCOUNTS, List.of()));
        }
        List<Integer> dissolving = adopted(assembly, points, record, PointKind.DISSOLUTION).stream()
                .map(MemberProposal::number)
                .toList();
        return dissolving.isEmpty() || isSecondOnDissolution(assembly)
                ? Optional.empty()
                : Optional.of(new Next(AssemblyKind.EXTRAORDINARY, AssemblyItem.DISSOLUTION, dissolving));
    }

    private static List<Integer> all(List<Point> points) {
        return points.stream().map(Point::proposal).filter(number -> number > 0).toList();
    }

    private record Next(AssemblyKind kind, AssemblyItem item, List<Integer> proposals) {}

    /** Called once: the case that is started has its place in the list. */
    @Transactional
    void callAnother(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        boolean isCalled = assemblies.all(clusterId).stream()
                .anyMatch(each -> assemblyId.equals(each.matter().follows()));
        if (isCalled) {
            return;
        }
        another(assembly, recorded(assembly)).ifPresent(next -> {
            CalledAssembly following = planning.wanted(
                    clusterId,
                    new AssemblyPlanning.Wish(
                            next.kind(), next.item(), yearFor(assembly, next), matter(next), assemblyId),
                    assembly.askedBy());
            proposals.copy(assembly, following, new ArrayList<>(next.proposals()));
            if (next.item() == AssemblyItem.ALL) {
                proposals.copyCandidates(assembly, following);
                assemblies.elections(
                        following, assembly.matter().posts(), assembly.matter().seats());
            }
            start(following);
        });
    }

    private static @Nullable Integer yearFor(CalledAssembly assembly, Next next) {
        return next.item() == AssemblyItem.ALL || next.item() == AssemblyItem.ACCOUNTS
                ? assembly.matter().accountingYear()
                : null;
    }

    private static String matter(Next next) {
        return switch (next.item()) {
            case ACCOUNTS -> "Årsregnskabet, som den første generalforsamling forkastede";
            case DISSOLUTION -> "Opløsning af foreningen, som den første generalforsamling vedtog";
            case STATUTES -> "Det, som for få var mødt frem til at beslutte";
            default -> "";
        };
    }

    /** Starts the case of an assembly that has been written down. */
    void start(CalledAssembly assembly) {
        cases.startBy(
                GeneralAssembly.DEMANDED,
                assembly.clusterId(),
                Map.of(GeneralAssemblyVariables.ASSEMBLY_ID.name(), assembly.assemblyId()));
    }
}
