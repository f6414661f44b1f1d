package dk.klyngeflow.assembly;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.annualaccounts.AccountsOfYear;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.assemblies.AssemblyAgenda;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.ProposalKind;
import dk.klyngeflow.assemblies.Proposals;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.mail.HandedOver;
import dk.klyngeflow.mail.HandedOver.Handed;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.statutes.AssemblyDates;
import dk.klyngeflow.statutes.Statutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers that go out before an assembly: the notice with all that belongs to it, the proposals, and the attest of lawful notice. */
@Component
class AssemblyPaper {

    private final AssemblyPlanning planning;
    private final AssemblyAgenda agenda;
    private final Proposals proposals;
    private final HandedOver handed;
    private final PdfMaker pdfs;
    private final Documents documents;
    private final AccountsOfYear accountsOfYear;
    private final AccountingYears years;
    private final Clusters clusters;
    private final People people;
    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    AssemblyPaper(
            AssemblyPlanning planning,
            AssemblyAgenda agenda,
            Proposals proposals,
            HandedOver handed,
            PdfMaker pdfs,
            Documents documents,
            AccountsOfYear accountsOfYear,
            AccountingYears years,
            Clusters clusters,
            People people,
            JdbcClient jdbc,
            CopenhagenTime time) {
        this.planning = planning;
        this.agenda = agenda;
        this.proposals = proposals;
        this.handed = handed;
        this.pdfs = pdfs;
        this.documents = documents;
        this.accountsOfYear = accountsOfYear;
        this.years = years;
        this.clusters = clusters;
        this.people = people;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param accountsId of the accounts in it; null when there were none */
    record Made(byte[] pdf, @Nullable String accountsId) {}

    record Line(String label, String text) {}

    /** A proposal as it stands in the paper, with old and new side by side. */
    record Put(int number, String kind, String title, String by, String text, String before, String after) {}

    record Stands(String post, String name, String text) {}

    record Budgeted(String label, String amount) {}

    /** What the template of the notice shows. */
    record NoticePaper(
            String heading,
            String cluster,
            List<Line> facts,
            List<String> points,
            List<Put> proposals,
            List<Stands> candidates,
            List<Budgeted> budget,
            List<String> sentences) {}

    /** One line of the attest. */
    record Delivery(String name, String at, String what) {}

    record AttestPaper(
            String cluster, List<Line> facts, List<Delivery> deliveries, List<String> sentences, String today) {}

    /** With the accounts behind it, in one file. */
    Made notice(CalledAssembly assembly) {
        byte[] notice = pdf("Indkaldelse til ", assembly, true);
        Optional<String> presented = accounts(assembly);
        return new Made(
                presented
                        .map(id -> pdfs.bundle(List.of(
                                new PdfMaker.Part("Indkaldelse", notice),
                                new PdfMaker.Part(
                                        "Regnskab for " + assembly.matter().accountingYear(),
                                        documents.content(assembly.clusterId(), id)))))
                        .orElse(notice),
                presented.orElse(null));
    }

    /**
     * The newest draft of the accounts that this assembly decides on; empty when it decides on none, there is none, or something has been
     * posted since it was made.
     */
    Optional<String> accounts(CalledAssembly assembly) {
        Integer year = assembly.matter().accountingYear();
        return year == null
                ? Optional.empty()
                : accountsOfYear
                        .latestDraft(assembly.clusterId(), year)
                        .filter(draft -> draft.ledgerDraft() == years.draft(assembly.clusterId(), year))
                        .map(Draft::paperId);
    }

    /** All proposals and candidates, when some have come after the notice. */
    byte[] proposals(CalledAssembly assembly) {
        return pdf("Forslag og kandidater til ", assembly, false);
    }

    private byte[] pdf(String what, CalledAssembly assembly, boolean isNotice) {
        Meeting meeting = planning.meeting(assembly);
        List<Line> facts = new ArrayList<>(List.of(
                new Line("Hvornår", meeting.fromTo()),
                new Line("Sted", meeting.place().isBlank() ? "Stedet følger" : meeting.place())));
        if (!assembly.matter().matter().isBlank()) {
            facts.add(new Line("Handler om", assembly.matter().matter()));
        }
        return pdfs.pdf(
                "assembly-notice",
                new NoticePaper(
                        what + assembly.title().toLowerCase(java.util.Locale.ROOT),
                        clusters.get(assembly.clusterId()).name(),
                        facts,
                        isNotice
                                ? agenda.of(assembly).stream()
                                        .map(point -> point.number() + ". " + point.title())
                                        .toList()
                                : List.of(),
                        put(assembly),
                        candidates(assembly),
                        isNotice ? budget(assembly) : List.of(),
                        sentences(assembly)));
    }

    List<Put> put(CalledAssembly assembly) {
        return proposals.of(assembly).stream()
                .map(each -> new Put(
                        each.number(),
                        each.kind().danish(),
                        each.title(),
                        people.nameOf(each.proposedBy()),
                        each.text(),
                        each.beforeText(),
                        each.afterText()))
                .toList();
    }

    List<Stands> candidates(CalledAssembly assembly) {
        return proposals.candidates(assembly).stream()
                .map(each -> new Stands(each.post().danish(), people.nameOf(each.personId()), each.text()))
                .toList();
    }

    /** As it was kept when the notice was made. */
    List<Budgeted> budget(CalledAssembly assembly) {
        return jdbc.sql("""
                        select label, oere from klyngeflow.assembly_budget
                        where cluster_id = :cluster and assembly_id = :id order by account""")
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId())
                .query((row, number) -> new Budgeted(row.getString("label"), Money.kroner(row.getLong("oere"))))
                .list();
    }

    /** What the statutes say of how it is decided, and what the board says of what is proposed. */
    private List<String> sentences(CalledAssembly assembly) {
        Statutes statutes = planning.statutes(assembly);
        List<String> said = new ArrayList<>();
        if (!assembly.notice().opinion().isBlank()) {
            said.add("Bestyrelsen udtaler: " + assembly.notice().opinion());
        }
        if (proposals.of(assembly).stream().anyMatch(each -> each.kind() == ProposalKind.STATUTES)) {
            said.add("Vedtægterne ændres med "
                    + statutes.assembly().statutesMajority().danish() + " "
                    + of(statutes) + "; til det skal "
                    + statutes.assembly().statutesQuorum().danish()
                    + " af medlemmerne være til stede.");
        }
        if (proposals.of(assembly).stream().anyMatch(each -> each.kind() == ProposalKind.DISSOLUTION)) {
            said.add("Foreningen opløses med "
                    + statutes.terms().dissolutionMajority().danish() + " " + of(statutes)
                    + " på to generalforsamlinger.");
        }
        assembly.notice().postsElsewhere().lines().forEach(said::add);
        said.add(proxies(statutes.assembly().proxies()));
        return said;
    }

    private static String of(Statutes statutes) {
        return statutes.assembly().countedOf() == Statutes.CountedOf.PRESENT
                ? "af de fremmødte"
                : "af de afgivne stemmer";
    }

    private static String proxies(int number) {
        return switch (number) {
            case 0 -> "Vedtægterne tillader ikke fuldmagter.";
            case 1 -> "Et medlem kan have én fuldmagt med fra en anden.";
            default -> "Et medlem kan have " + number + " fuldmagter med fra andre.";
        };
    }

    /** What the chair of the assembly is shown: when each notice was handed over, which came back, what was done. */
    byte[] attest(CalledAssembly assembly) {
        AssemblyDates dates = planning.dates(assembly);
        Instant sent = assembly.notice().noticeSentAt();
        List<Handed> mails = handed.of(
                assembly.clusterId(),
                AssemblyLetters.NOTICE,
                AssemblyLetters.ROUND,
                AssemblyLetters.mark(assembly, assembly.notice().noticeRound()));
        long back = mails.stream()
                .filter(each -> !each.isHandedOver() && !each.isWaiting())
                .count();
        long waiting = mails.stream().filter(Handed::isWaiting).count();
        List<String> missed = mails.stream()
                .filter(each -> !each.isHandedOver() && !each.isWaiting())
                .map(Handed::name)
                .distinct()
                .filter(name -> mails.stream().noneMatch(each -> each.name().equals(name) && each.isHandedOver()))
                .toList();
        List<String> sentences = new ArrayList<>();
        sentences.add(mails.size() + " indkaldelser er lagt i udbakken; " + (mails.size() - back - waiting)
                + " er afleveret til modtagerens mailserver, " + back + " kom ikke frem, " + waiting + " venter.");
        sentences.add(
                missed.isEmpty()
                        ? waiting == 0
                                ? "Alle har fået indkaldelsen."
                                : "Ingen indkaldelse er kommet tilbage uden at være sendt igen."
                        : "Ikke fået indkaldelsen på mail: " + String.join(", ", missed) + ".");
        sentences.add(
                sent != null && !sent.isAfter(dates.lastSend())
                        ? "Indkaldelsen er sendt i tide efter vedtægterne. At en mail kommer tilbage og sendes igen, flytter ikke dagen."
                        : "Indkaldelsen er ikke sendt i tide efter vedtægterne.");
        return pdfs.pdf(
                "notice-attest",
                new AttestPaper(
                        clusters.get(assembly.clusterId()).name(),
                        List.of(
                                new Line("Generalforsamling", assembly.title()),
                                new Line("Holdes", planning.meeting(assembly).when()),
                                new Line("Sidste lovlige afsendelse", CopenhagenTime.inWords(dates.lastSend())),
                                new Line(
                                        "Indkaldelsen sendt",
                                        sent == null ? "ikke sendt" : CopenhagenTime.inWords(sent))),
                        mails.stream().map(AssemblyPaper::delivery).toList(),
                        sentences,
                        DanishTime.MOMENT.format(time.now().atZone(CopenhagenTime.ZONE))));
    }

    private static Delivery delivery(Handed mail) {
        Instant done = mail.doneAt();
        String at = done == null ? "" : DanishTime.MOMENT_IN_FIGURES.format(done.atZone(CopenhagenTime.ZONE));
        String reason = mail.reason() == null ? "" : mail.reason();
        String before = returned(mail);
        if (mail.isHandedOver() && !before.isEmpty()) {
            return new Delivery(mail.name(), at, before + " Sendt igen og afleveret.");
        }
        if (mail.isHandedOver()) {
            Instant first = mail.firstTriedAt();
            return new Delivery(
                    mail.name(),
                    at,
                    first != null && mail.attempts() > 1
                            ? "Afleveret efter " + mail.attempts() + " forsøg; første gang "
                                    + DanishTime.MOMENT_IN_FIGURES.format(first.atZone(CopenhagenTime.ZONE)) + "."
                            : "Afleveret.");
        }
        if (mail.isWaiting()) {
            return new Delivery(
                    mail.name(),
                    at,
                    before.isEmpty() ? "Venter på at blive sendt." : before + " Venter på at blive sendt igen.");
        }
        String what = before.isEmpty() ? "Kom ikke frem. " : before + " Sendt igen, men kom ikke frem. ";
        return new Delivery(
                mail.name(),
                at,
                (what + reason).strip()
                        + (mail.isGivenUp() ? " Ikke sendt igen." : " Der er ikke gjort noget ved det endnu."));
    }

    /** What had become of it before it was sent again; empty when it came through the first time. */
    private static String returned(Handed mail) {
        Instant returned = mail.returnedAt();
        return returned == null
                ? ""
                : "Kom tilbage " + DanishTime.MOMENT_IN_FIGURES.format(returned.atZone(CopenhagenTime.ZONE)) + ": "
                        + (mail.returnedReason() == null ? "" : mail.returnedReason());
    }
}
