package dk.klyngeflow.assembly;

import dk.klyngeflow.accounts.BudgetLeft;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.assemblies.Assemblies;
import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.Proposals;
import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.polls.DatePolls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells everybody of the day, calls them lawfully or not at all, and tells them when it is cancelled. */
@Component
class AssemblyNotices {

    private static final Logger LOG = LoggerFactory.getLogger(AssemblyNotices.class);
    private static final String STORED_BY = "klyngeflow";

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final Proposals proposals;
    private final AssemblyLetters letters;
    private final AssemblyPaper paper;
    private final Budgets budgets;
    private final Documents documents;
    private final Meetings meetings;
    private final Calls calls;
    private final AssemblyEvening evening;
    private final PostsElsewhere elsewhere;
    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    AssemblyNotices(
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            Proposals proposals,
            AssemblyLetters letters,
            AssemblyPaper paper,
            Budgets budgets,
            Documents documents,
            Meetings meetings,
            Calls calls,
            AssemblyEvening evening,
            PostsElsewhere elsewhere,
            JdbcClient jdbc,
            CopenhagenTime time) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.proposals = proposals;
        this.letters = letters;
        this.paper = paper;
        this.budgets = budgets;
        this.documents = documents;
        this.meetings = meetings;
        this.calls = calls;
        this.evening = evening;
        this.elsewhere = elsewhere;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What else waits for an answer about it. */
    @Component
    static class Calls {

        private final DatePolls polls;
        private final Bookings bookings;
        private final Links links;

        Calls(DatePolls polls, Bookings bookings, Links links) {
            this.polls = polls;
            this.bookings = bookings;
            this.links = links;
        }

        void stop(CalledAssembly assembly) {
            polls.closeAll(assembly.clusterId(), assembly.businessKey() + Meeting.DATES);
            bookings.cancelAll(assembly.clusterId(), assembly.businessKey(), assembly.reason());
            links.endAll(assembly.clusterId(), ProposalLink.PURPOSE, assembly.assemblyId());
            links.endAll(assembly.clusterId(), Assemblies.LINK, assembly.assemblyId());
        }
    }

    void announce(String clusterId, String assemblyId) {
        CalledAssembly assembly = elsewhere.leaveOff(assemblies.lock(clusterId, assemblyId));
        assemblies.status(assembly, AssemblyStatus.ANNOUNCED);
        int moved = planning.meeting(assembly).sequence();
        letters.ask(
                assembly,
                AssemblyLetters.ANNOUNCEMENT,
                ProposalLink.PURPOSE,
                letters.members(clusterId),
                String.valueOf(moved));
        LOG.info(
                "{} of {} is announced for {}",
                assemblyId,
                clusterId,
                planning.meeting(assembly).day());
    }

    /** @return false when it would come too late for its day: nothing is sent then */
    boolean send(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        if (lateness(assembly) != null) {
            LOG.info("{} of {} cannot be called in time", assemblyId, clusterId);
            return false;
        }
        assembly = elsewhere.leaveOff(assembly);
        keepBudget(assembly);
        evening.announce(assembly);
        AssemblyPaper.Made made = paper.notice(assembly);
        String noticeId = documents
                .store(clusterId, "indkaldelse-" + assembly.number() + ".pdf", made.pdf(), STORED_BY)
                .id();
        documents.belongsTo(assembly.businessKey(), clusterId, noticeId);
        assemblies.noticed(assembly, noticeId, made.accountsId());
        meetings.status(clusterId, assembly.meetingId(), MeetingStatus.INVITED);
        letters.call(
                assembly,
                letters.everybody(clusterId),
                noticeId,
                assembly.notice().noticeRound() + 1,
                "");
        LOG.info(
                "{} of {} is called for {}",
                assemblyId,
                clusterId,
                planning.meeting(assembly).day());
        return true;
    }

    /** Nobody can be called to that day lawfully: those who have it in mind hear so, and the board has time to find another. */
    AssemblyPlanning.Due tellOfLapsedDay(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        letters.tell(
                assembly,
                AssemblyLetters.LAPSED,
                letters.everybody(clusterId),
                List.of(),
                String.valueOf(planning.meeting(assembly).sequence()));
        LOG.info("{} of {} was not called in time", assemblyId, clusterId);
        return planning.due(clusterId);
    }

    /** Why the notice cannot be sent today, with the first lawful day; null when it can. */
    @Nullable
    String lateness(CalledAssembly assembly) {
        return planning.dates(assembly)
                .refusal(planning.statutes(assembly), time.now(), assembly.isOrdinary())
                .orElse(null);
    }

    /** What belongs to the notice and is not there, as sentences to be confirmed. */
    List<String> missing(CalledAssembly assembly) {
        Integer year = assembly.matter().accountingYear();
        List<String> missing = new ArrayList<>();
        if (year != null && paper.accounts(assembly).isEmpty()) {
            missing.add("Der er intet udkast til regnskabet for " + year + ", så det kommer ikke med i indkaldelsen.");
        }
        if (year != null
                && assembly.matter().item() == AssemblyItem.ALL
                && budgets.year(assembly.clusterId(), year + 1).stream().noneMatch(BudgetLeft::hasBudget)) {
            missing.add("Der er ikke lagt et budget for " + (year + 1) + ". Det gøres på siden Budget.");
        }
        return missing;
    }

    /** The budget as it is put before the assembly. */
    private void keepBudget(CalledAssembly assembly) {
        Integer year = assembly.matter().accountingYear();
        if (year == null || assembly.matter().item() != AssemblyItem.ALL) {
            return;
        }
        jdbc.sql("delete from klyngeflow.assembly_budget where cluster_id = :cluster and assembly_id = :id")
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId())
                .update();
        budgets.year(assembly.clusterId(), year + 1).stream()
                .filter(BudgetLeft::hasBudget)
                .forEach(line -> jdbc.sql("""
                                insert into klyngeflow.assembly_budget (cluster_id, assembly_id, year, account, label, oere)
                                values (:cluster, :id, :year, :account, :label, :oere)""")
                        .param("cluster", assembly.clusterId())
                        .param("id", assembly.assemblyId())
                        .param("year", year + 1)
                        .param("account", line.account().number())
                        .param("label", line.account().label())
                        .param("oere", line.budget())
                        .update());
    }

    /** Proposals may come after the notice, where their time is shorter: everybody gets them when it is over. */
    void closeProposals(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        Instant sent = assembly.notice().noticeSentAt();
        if (sent == null || !proposals.hasNewsSince(assembly, sent)) {
            return;
        }
        String lateId = documents
                .store(clusterId, "forslag-" + assembly.number() + ".pdf", paper.proposals(assembly), STORED_BY)
                .id();
        documents.belongsTo(assembly.businessKey(), clusterId, lateId);
        letters.tell(
                assembly,
                AssemblyLetters.LATE,
                letters.everybody(clusterId),
                List.of(lateId),
                String.valueOf(assembly.notice().noticeRound()));
    }

    void tellOfCancellation(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.get(clusterId, assemblyId);
        calls.stop(assembly);
        letters.callOff(
                assembly,
                letters.everybody(clusterId),
                planning.meeting(assembly).startsAt() != null);
    }
}
