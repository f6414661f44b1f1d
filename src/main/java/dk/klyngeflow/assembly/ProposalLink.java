package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.assemblies.Candidacy;
import dk.klyngeflow.assemblies.MemberProposal;
import dk.klyngeflow.assemblies.ProposalKind;
import dk.klyngeflow.assemblies.Proposals;
import dk.klyngeflow.assemblies.StatutesProposals;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Sent;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.statutes.StatutesDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a member proposes something for the assembly, stands for a post, and withdraws it again; until the day that the statutes name. */
@Component
class ProposalLink implements LinkPage {

    static final String PURPOSE = "assembly-proposal";

    private static final String WHAT = "hvad";
    private static final String TITLE = "titel";
    private static final String TEXT = "tekst";
    private static final String FIELD = "felt";
    private static final String NEW = "ny";
    private static final String MOTION = "MOTION";
    private static final String STATUTES = "STATUTES";
    private static final String DISSOLUTION = "DISSOLUTION";
    private static final String STAND = "STAND_";
    private static final String WITHDRAW = "WITHDRAW_";
    private static final String STAND_DOWN = "DOWN_";
    private static final int LONGEST_VALUE = 100;

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final Proposals proposals;
    private final StatutesProposals statutes;
    private final People people;

    ProposalLink(
            CalledAssemblies assemblies,
            AssemblyPlanning planning,
            Proposals proposals,
            StatutesProposals statutes,
            People people) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.proposals = proposals;
        this.statutes = statutes;
        this.people = people;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return assemblies
                .find(held.clusterId(), held.subject())
                .filter(planning::takesProposals)
                .map(assembly -> form(assembly, held));
    }

    private Shown form(CalledAssembly assembly, Held held) {
        List<Block> blocks = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvornår", planning.meeting(assembly).when());
        facts.put("Sidste dag for forslag", last(assembly));
        blocks.add(new Block.Facts(facts));
        known(assembly, blocks);
        blocks.add(new Block.Choice(WHAT, "Hvad vil du?", choices(assembly, held.holder()), Set.of(), true, false));
        blocks.add(new Block.Field(
                TITLE, "Overskrift på dit forslag", Block.Field.Kind.TEXT, "", false, MemberProposal.LONGEST_TITLE));
        blocks.add(new Block.Pick(
                FIELD,
                "Ændring af vedtægterne: hvilket punkt?",
                statutes.fields(assembly.clusterId()).stream()
                        .map(field -> new Block.Choice.Option(
                                field.name(), field.label() + " (nu: " + StatutesProposals.shown(field) + ")"))
                        .toList(),
                "",
                false));
        blocks.add(new Block.Field(
                NEW, "Ændring af vedtægterne: hvad skal der stå?", Block.Field.Kind.TEXT, "", false, LONGEST_VALUE));
        blocks.add(new Block.Field(
                TEXT,
                "Begrundelse, eller et par ord om dig selv",
                Block.Field.Kind.AREA,
                "",
                false,
                MemberProposal.LONGEST_TEXT));
        return new Shown(assembly.title() + ": forslag og kandidater", blocks, "Videre");
    }

    private String last(CalledAssembly assembly) {
        return DanishTime.WEEKDAY.format(planning.dates(assembly).lastProposalDay());
    }

    private void known(CalledAssembly assembly, List<Block> blocks) {
        List<MemberProposal> all = proposals.of(assembly);
        if (!all.isEmpty()) {
            blocks.add(new Block.Table(
                    "Forslag indtil nu",
                    List.of("Nr.", "Forslag", "Stillet af"),
                    all.stream()
                            .map(each -> List.of(
                                    String.valueOf(each.number()), each.title(), people.nameOf(each.proposedBy())))
                            .toList()));
        }
        List<Candidacy> stand = proposals.candidates(assembly);
        if (!stand.isEmpty()) {
            blocks.add(new Block.Table(
                    "Kandidater indtil nu",
                    List.of("Post", "Navn"),
                    stand.stream()
                            .map(each -> List.of(each.post().danish(), people.nameOf(each.personId())))
                            .toList()));
        }
    }

    private List<Block.Choice.Option> choices(CalledAssembly assembly, String holder) {
        List<Block.Choice.Option> options = new ArrayList<>();
        options.add(new Block.Choice.Option(MOTION, "Stille et forslag", "Skriv overskrift og begrundelse."));
        options.add(new Block.Choice.Option(
                STATUTES, "Foreslå en ændring af vedtægterne", "Vælg punktet, og skriv, hvad der skal stå."));
        options.add(new Block.Choice.Option(DISSOLUTION, "Foreslå, at foreningen opløses", "Skriv en begrundelse."));
        List<Candidacy> hers = proposals.candidates(assembly).stream()
                .filter(each -> each.personId().equals(holder))
                .toList();
        for (String post : assembly.matter().postsUp()) {
            if (hers.stream().noneMatch(each -> each.post().name().equals(post))) {
                options.add(new Block.Choice.Option(
                        STAND + post,
                        "Stille op: " + Post.valueOf(post).danish().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        proposals.of(assembly).stream()
                .filter(each -> each.proposedBy().equals(holder))
                .forEach(each -> options.add(new Block.Choice.Option(
                        WITHDRAW + each.number(), "Trække forslag " + each.number() + " tilbage", each.title())));
        hers.forEach(each -> options.add(new Block.Choice.Option(
                STAND_DOWN + each.post().name(),
                "Ikke stille op alligevel: " + each.post().danish().toLowerCase(java.util.Locale.ROOT))));
        return options;
    }

    /** A change of the statutes is seen side by side before it counts. */
    @Override
    public Optional<Shown> review(Held held, Map<String, List<String>> sent) {
        CalledAssembly assembly = assemblies.get(held.clusterId(), held.subject());
        if (!Sent.first(sent, WHAT).equals(STATUTES)) {
            read(assembly, sent);
            return Optional.empty();
        }
        Proposals.Change change = change(assembly, sent);
        return Optional.of(new Shown(
                "Er det sådan?",
                List.of(
                        new Block.Table(
                                label(assembly, change),
                                List.of("Nu", "Forslag"),
                                List.of(List.of(change.beforeText(), change.afterText()))),
                        new Block.Text("Forslaget sendes til alle med indkaldelsen, og du står som forslagsstiller.")),
                "Send forslaget"));
    }

    private String label(CalledAssembly assembly, Proposals.Change change) {
        return statutes.field(assembly.clusterId(), change.field())
                .map(StatutesDraft.Question::label)
                .orElse(change.field());
    }

    private Proposals.Change change(CalledAssembly assembly, Map<String, List<String>> sent) {
        StatutesDraft.Question field = statutes.field(assembly.clusterId(), Sent.first(sent, FIELD))
                .orElseThrow(() -> new FormRefused("Vælg, hvilket punkt i vedtægterne du vil ændre."));
        String typed = Sent.first(sent, NEW);
        String value = statutes.value(assembly.clusterId(), field, typed)
                .orElseThrow(() -> new FormRefused(StatutesProposals.allowed(field)));
        if (value.equals(field.value())) {
            throw new FormRefused("Det står der allerede. Skriv, hvad der skal stå i stedet.");
        }
        return new Proposals.Change(
                field.name(), StatutesProposals.shown(field), value, StatutesProposals.shown(field, value));
    }

    /** @throws FormRefused when something that is needed was not written */
    private void read(CalledAssembly assembly, Map<String, List<String>> sent) {
        String what = Sent.first(sent, WHAT);
        if (what.equals(MOTION) && Sent.first(sent, TITLE).isBlank()) {
            throw new FormRefused("Skriv en overskrift på dit forslag.");
        }
        if ((what.equals(MOTION) || what.equals(DISSOLUTION))
                && Sent.first(sent, TEXT).isBlank()) {
            throw new FormRefused("Skriv en begrundelse, så de andre kan se, hvad du foreslår.");
        }
        if (what.equals(STATUTES)) {
            change(assembly, sent);
        }
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(assemblies
                .find(held.clusterId(), held.subject())
                .map(assembly -> switch (assembly.status()) {
                    case CANCELLED -> "Generalforsamlingen er aflyst.";
                    case OPEN, HELD, DONE -> "Generalforsamlingen er holdt. Referatet sendes til alle.";
                    default ->
                        "Fristen for forslag er gået. På generalforsamlingen kan du stille ændringsforslag til det, der er på dagsordenen.";
                })
                .orElse("Der er ikke mere at svare på."));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        CalledAssembly assembly = assemblies.lock(held.clusterId(), held.subject());
        if (!planning.takesProposals(assembly)) {
            throw new FormRefused("Fristen for forslag er gået. Genindlæs siden.");
        }
        read(assembly, sent);
        String what = Sent.first(sent, WHAT);
        String text = Sent.first(sent, TEXT);
        String holder = held.holder();
        if (what.startsWith(WITHDRAW)) {
            proposals.withdraw(assembly, Integer.parseInt(what.substring(WITHDRAW.length())), holder);
            return new Done("Forslaget er trukket tilbage", "Åbn linket igen, hvis du vil stille et andet.");
        }
        if (what.startsWith(STAND_DOWN)) {
            proposals.standDown(assembly, Post.valueOf(what.substring(STAND_DOWN.length())), holder);
            return new Done(
                    "Du stiller ikke op", "Ombestemmer du dig, så åbn linket igen, til og med " + last(assembly) + ".");
        }
        if (what.startsWith(STAND)) {
            Post post = Post.valueOf(what.substring(STAND.length()));
            proposals.stand(assembly, post, holder, text);
            return new Done("Du stiller op", "Dit navn står i indkaldelsen ved valget: " + post.danish() + ".");
        }
        int number = switch (what) {
            case STATUTES -> {
                Proposals.Change change = change(assembly, sent);
                yield proposals.add(
                        assembly,
                        ProposalKind.STATUTES,
                        "Vedtægterne: " + label(assembly, change),
                        text,
                        change,
                        holder);
            }
            case DISSOLUTION ->
                proposals.add(
                        assembly, ProposalKind.DISSOLUTION, ProposalKind.DISSOLUTION.danish(), text, null, holder);
            default -> proposals.add(assembly, ProposalKind.MOTION, Sent.first(sent, TITLE), text, null, holder);
        };
        return new Done(
                "Tak. Det er forslag nummer " + number,
                "Det sendes til alle, og generalforsamlingen stemmer om det "
                        + CopenhagenTime.dayInWords(planning.meeting(assembly).start()) + ".",
                "Du kan trække det tilbage eller stille et til på det samme link, til og med " + last(assembly) + ".");
    }
}
