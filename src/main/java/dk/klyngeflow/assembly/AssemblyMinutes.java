package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyAgenda;
import dk.klyngeflow.assemblies.AssemblyEvening;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.Decision;
import dk.klyngeflow.assemblies.EveningRecord;
import dk.klyngeflow.assemblies.ItemKind;
import dk.klyngeflow.assemblies.ItemOutcome;
import dk.klyngeflow.assemblies.VoteProtocol;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The minutes: drafted from what was recorded, signed by the chair of the assembly and the keeper of the minutes, mailed and filed. */
@Component
class AssemblyMinutes {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int REMINDER_DAYS = 3;
    private static final int DAYS_TO_SIGN = 7;
    private static final String STORED_BY = "klyngeflow";

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final AssemblyAgenda agenda;
    private final AssemblyEvening evening;
    private final AssemblyLetters letters;
    private final Links links;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final Clusters clusters;
    private final People people;
    private final Cases cases;
    private final CopenhagenTime time;

    AssemblyMinutes(
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            AssemblyAgenda agenda,
            AssemblyEvening evening,
            AssemblyLetters letters,
            Links links,
            Documents documents,
            PdfMaker pdfs,
            Clusters clusters,
            People people,
            Cases cases,
            CopenhagenTime time) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.agenda = agenda;
        this.evening = evening;
        this.letters = letters;
        this.links = links;
        this.documents = documents;
        this.pdfs = pdfs;
        this.clusters = clusters;
        this.people = people;
        this.cases = cases;
        this.time = time;
    }

    record Asked(Instant reminderAt, Instant dueAt, Instant taskDueAt) {}

    /** What the template shows. */
    record MinutesPaper(
            String cluster,
            String title,
            List<AssemblyPaper.Line> facts,
            List<String> lines,
            List<String> signatures) {}

    /** Drafted from what the evening has recorded, point by point. */
    String draft(CalledAssembly assembly) {
        EveningRecord record = evening.record(assembly).orElseThrow();
        List<VoteProtocol> protocols = evening.protocols(assembly);
        List<String> lines = new ArrayList<>();
        for (AssemblyAgenda.Point point : agenda.of(assembly)) {
            lines.add(point.number() + ". " + point.title());
            if (point.kind() == AssemblyAgenda.PointKind.OFFICERS) {
                lines.add("Dirigent: " + record.chairedBy() + ". Referent: " + record.keptBy() + ".");
                lines.add(record.present().inWords());
                lines.addAll(record.proxies());
            }
            AssemblyEvening.of(record, point).ifPresent(decided -> lines.addAll(said(decided)));
            protocols.stream()
                    .filter(protocol -> protocol.key().equals(point.key()))
                    .forEach(protocol -> lines.add("Stemmeprotokollen"
                            + (protocol.amendment() == 0 ? "" : " om ændringsforslag " + protocol.amendment())
                            + " er vedlagt. Dens kontrolsum er " + protocol.hash() + "."));
            lines.add("");
        }
        lines.addAll(assembly.notice().postsElsewhere().lines().toList());
        return String.join("\n", lines).strip();
    }

    private List<String> said(Decision decided) {
        List<String> lines = new ArrayList<>();
        decided.amendments().forEach(each -> lines.add("Ændringsforslag vedtaget: " + each));
        if (decided.kind() == ItemKind.STATUTES
                && decided.is(ItemOutcome.ADOPTED)
                && !decided.amendments().isEmpty()) {
            lines.add("(Se på siden Vedtægter, om det står der, som det blev vedtaget, og slet denne linje.)");
        }
        if (!decided.elected().isEmpty()) {
            lines.add("Valgt: "
                    + String.join(", ", people.namesOf(decided.elected()).values()) + ".");
        }
        if (!decided.sentence().isBlank()) {
            // what was counted is arithmetic; what became of it is what people look for
            boolean isCounted = decided.is(ItemOutcome.ADOPTED) || decided.is(ItemOutcome.REJECTED);
            String word = decided.outcome().danish();
            boolean isSaid = decided.sentence().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
            lines.add((isCounted && !isSaid ? word + ". " : "") + decided.sentence());
        } else if (!decided.is(ItemOutcome.NOTED)) {
            lines.add(decided.outcome().danish() + ".");
        }
        if (!decided.remark().isBlank()) {
            lines.add(decided.remark());
        }
        return lines;
    }

    /** The text that is signed: a new one voids the signatures on the one before. */
    void write(CalledAssembly assembly, String text, String chairedBy, String keptBy) {
        assemblies.minutes(assembly, text, "", chairedBy, keptBy);
        CalledAssembly written = assemblies.get(assembly.clusterId(), assembly.assemblyId());
        assemblies.minutesPaper(written, store(written, "referat-udkast-"));
    }

    private String store(CalledAssembly assembly, String name) {
        String id = documents
                .store(assembly.clusterId(), name + assembly.number() + ".pdf", pdf(assembly), STORED_BY)
                .id();
        documents.belongsTo(assembly.businessKey(), assembly.clusterId(), id);
        return id;
    }

    private byte[] pdf(CalledAssembly assembly) {
        Meeting meeting = planning.meeting(assembly);
        CalledAssembly.Minutes record = assembly.record();
        EveningRecord evenings = evening.record(assembly).orElseThrow();
        return pdfs.pdf(
                "assembly-minutes",
                new MinutesPaper(
                        clusters.get(assembly.clusterId()).name(),
                        "Referat af " + assembly.title().toLowerCase(java.util.Locale.ROOT),
                        List.of(
                                new AssemblyPaper.Line("Holdt", meeting.fromTo()),
                                new AssemblyPaper.Line("Sted", meeting.place()),
                                new AssemblyPaper.Line(
                                        "Fremmødt", evenings.present().inWords()),
                                new AssemblyPaper.Line("Dirigent", name(record.chairedBy())),
                                new AssemblyPaper.Line("Referent", name(record.keptBy()))),
                        record.minutes().lines().toList(),
                        signatures(record)));
    }

    /** How a dissolved association was settled, and by whom, among the papers of its last assembly. */
    void settlement(CalledAssembly assembly, String by) {
        CalledAssembly.Minutes record = assembly.record();
        byte[] paper = pdfs.pdf(
                "assembly-minutes",
                new MinutesPaper(
                        clusters.get(assembly.clusterId()).name(),
                        "Afvikling af foreningen",
                        List.of(
                                new AssemblyPaper.Line(
                                        "Opløst", planning.meeting(assembly).when()),
                                new AssemblyPaper.Line("Arkivet har", record.archiveKeeper())),
                        record.settlement().lines().toList(),
                        List.of("Gjort op af " + people.nameOf(by) + " den " + DanishTime.DAY.format(time.today())
                                + " i Klyngeflow.")));
        String id = documents
                .store(assembly.clusterId(), "afvikling-" + assembly.number() + ".pdf", paper, STORED_BY)
                .id();
        documents.belongsTo(assembly.businessKey(), assembly.clusterId(), id);
    }

    private String name(@Nullable String person) {
        return person == null || person.isEmpty() ? "" : people.nameOf(person);
    }

    private List<String> signatures(CalledAssembly.Minutes record) {
        List<String> lines = new ArrayList<>();
        lines.add(signature("Dirigent", record.chairedBy(), record.chairSignedAt()));
        lines.add(signature("Referent", record.keptBy(), record.keeperSignedAt()));
        if (!record.unsignedWhy().isBlank()) {
            lines.add("Sendt uden alle underskrifter: " + record.unsignedWhy());
        }
        return lines;
    }

    private String signature(String as, @Nullable String person, @Nullable Instant at) {
        return as + " " + name(person) + ": "
                + (at == null
                        ? "ikke underskrevet"
                        : "underskrevet ved personligt link "
                                + DanishTime.MOMENT.format(at.atZone(CopenhagenTime.ZONE)));
    }

    /** Those who have not signed this text. */
    private static Set<String> missing(CalledAssembly assembly) {
        Set<String> missing = new LinkedHashSet<>();
        CalledAssembly.Minutes record = assembly.record();
        if (record.chairSignedAt() == null && record.chairedBy() != null) {
            missing.add(record.chairedBy());
        }
        if (record.keeperSignedAt() == null && record.keptBy() != null) {
            missing.add(record.keptBy());
        }
        return missing;
    }

    /** Names of those who have not signed. */
    String unsigned(CalledAssembly assembly) {
        return String.join(", ", people.namesOf(missing(assembly)).values());
    }

    Asked ask(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.get(clusterId, assemblyId);
        Instant dueAt = CopenhagenTime.at(time.today().plusDays(DAYS_TO_SIGN), AFTERNOON);
        letters.ask(
                assembly,
                AssemblyLetters.SIGNATURE,
                SignMinutesLink.PURPOSE,
                missing(assembly),
                String.valueOf(time.now().toEpochMilli()),
                dueAt);
        return new Asked(
                CopenhagenTime.at(time.today().plusDays(REMINDER_DAYS), MORNING),
                dueAt,
                CopenhagenTime.at(time.today().plusDays(DAYS_TO_SIGN * 2L), AFTERNOON));
    }

    void remind(String clusterId, String assemblyId, Instant dueAt) {
        CalledAssembly assembly = assemblies.get(clusterId, assemblyId);
        letters.ask(
                assembly,
                AssemblyLetters.SIGNATURE_REMINDER,
                SignMinutesLink.PURPOSE,
                missing(assembly),
                String.valueOf(time.today()),
                dueAt);
    }

    /** One may be both. @return false when it is not hers, or another text than the one she has read */
    boolean sign(CalledAssembly assembly, String person, String minutesId) {
        CalledAssembly.Minutes record = assembly.record();
        if (!minutesId.equals(record.minutesId()) || !assembly.is(AssemblyStatus.HELD)) {
            return false;
        }
        boolean isHers = false;
        if (person.equals(record.chairedBy())) {
            assemblies.signed(assembly, true);
            isHers = true;
        }
        if (person.equals(record.keptBy())) {
            assemblies.signed(assembly, false);
            isHers = true;
        }
        if (assemblies.get(assembly.clusterId(), assembly.assemblyId()).record().isSigned()) {
            cases.tell(GeneralAssembly.MINUTES_SIGNED, assembly.clusterId(), assembly.businessKey(), Map.of());
        }
        return isHers;
    }

    void file(String clusterId, String assemblyId) {
        CalledAssembly assembly = assemblies.lock(clusterId, assemblyId);
        if (assembly.is(AssemblyStatus.DONE)) {
            return;
        }
        String minutesId = store(assembly, "referat-");
        assemblies.minutesPaper(assembly, minutesId);
        assemblies.status(assembly, AssemblyStatus.DONE);
        links.endAll(clusterId, SignMinutesLink.PURPOSE, assemblyId);
        List<String> papers = new ArrayList<>(List.of(minutesId));
        evening.protocols(assembly).forEach(protocol -> papers.add(protocol.documentId()));
        letters.tell(assembly, AssemblyLetters.MINUTES, letters.everybody(clusterId), papers, "1");
    }
}
