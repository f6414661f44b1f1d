package dk.klyngeflow.benchmarks;

import dk.klyngeflow.benchmarks.MeasureConsents.Kind;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.ClusterSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a practice sees its own figures beside the cluster's, and says whether it may be in them, and be named. */
@Component
class FiguresLink implements LinkPage {

    static final String PURPOSE = "figures";

    private static final String NAME = "navn";
    private static final String DATA = "tal";
    private static final String TRY = "proev";
    private static final String WRONG = "forkert";
    private static final String PROPOSAL = "forslag";
    private static final String DUE = "senest";
    private static final int LONGEST = 500;
    private static final int LONGEST_TRY = 160;
    private static final int DAY_LENGTH = 30;
    private static final List<String> PROPOSALS = List.of(
            "Gennemgå fem patienter sammen",
            "Aftale én fast måde i praksis",
            "Spørge dem, der ligger bedst, hvad de gør");
    private static final String YES = "JA";
    private static final String NO = "NEJ";

    private final Figures figures;
    private final FigureScreens screens;
    private final MeasureConsents consents;
    private final FigureNotes notes;
    private final PracticePlans plans;
    private final FigureSheet sheet;
    private final OwnRows own;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    FiguresLink(
            Figures figures,
            FigureScreens screens,
            MeasureConsents consents,
            FigureNotes notes,
            PracticePlans plans,
            FigureSheet sheet,
            OwnRows own,
            ClusterSettings settings,
            CopenhagenTime time) {
        this.figures = figures;
        this.screens = screens;
        this.consents = consents;
        this.notes = notes;
        this.plans = plans;
        this.sheet = sheet;
        this.own = own;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Shown> show(Held held) {
        Optional<Figures.Seen> found = seen(held);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Figures.Seen seen = found.get();
        String provider = seen.facts().provider().orElseThrow();
        List<Block> blocks = new ArrayList<>();
        if (seen.views().isEmpty()) {
            blocks.add(new Block.Note("Der er ingen tal at vise for jeres praksis."));
        } else {
            blocks.addAll(screens.of(seen));
            blocks.add(new Block.OwnFile("Det samme på ét ark (PDF)"));
        }
        blocks.addAll(own.questions(provider, seen));
        if (settings.get(held.clusterId(), DataSettings.OPEN)) {
            blocks.add(question(
                    NAME,
                    "Må jeres praksis vises med navn for de andre praksis i klyngen?",
                    List.of(
                            new Block.Choice.Option(
                                    YES,
                                    "Ja",
                                    "I kan trække det tilbage når som helst. Så er navn og tal væk med det samme; hvad kolleger har set, har de set."),
                            new Block.Choice.Option(NO, "Nej", "Andre ser jer ikke med navn.")),
                    seen.facts().answered(provider, Kind.NAME)));
        }
        blocks.add(question(
                DATA,
                "Må jeres tal indgå i klyngens?",
                List.of(
                        new Block.Choice.Option(YES, "Ja", "Kun sammen med de andres og uden navn."),
                        new Block.Choice.Option(
                                NO,
                                "Nej",
                                "Denne side lukkes for jer, og I er ikke med i senere tal. En prik uden navn i det, der er vist, bliver stående: var den væk, kunne man se, hvis den var.")),
                seen.facts().answered(provider, Kind.DATA)));
        blocks.addAll(trying(seen.facts(), provider));
        blocks.add(new Block.Field(
                WRONG,
                "Stemmer tallet ikke? Skriv hvorfor; koordinatoren får det at vide, og tallet bliver stående.",
                Block.Field.Kind.AREA,
                said(seen.facts(), provider, FigureNotes.Kind.WRONG),
                false,
                LONGEST));
        return Optional.of(new Shown(seen.facts().measure().title(), blocks, "Gem svaret"));
    }

    /** Three proposals, own words and a day; what is agreed at a meeting is seen by the cluster. */
    private static List<Block> trying(MeasureFacts facts, String provider) {
        String said = said(facts, provider, FigureNotes.Kind.TRY);
        boolean isProposed = PROPOSALS.contains(said);
        Optional<MeasureFacts.Look> meeting = facts.meeting();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Choice(
                PROPOSAL,
                "Hvad vil I prøve? (kan udelades)",
                PROPOSALS.stream()
                        .map(each -> new Block.Choice.Option(each, each))
                        .toList(),
                isProposed ? Set.of(said) : Set.of(),
                false,
                false));
        blocks.add(new Block.Field(
                TRY,
                "Eller med jeres egne ord"
                        + (meeting.isPresent()
                                ? ". Det kommer på listen over aftaler fra mødet, som alle i klyngen ser; skriv ingen tal"
                                : ""),
                Block.Field.Kind.AREA,
                isProposed ? "" : said,
                false,
                LONGEST_TRY));
        if (meeting.isPresent()) {
            blocks.add(new Block.Field(
                    DUE,
                    "Senest (uden dato: om tre måneder)",
                    Block.Field.Kind.DAY,
                    facts.noted(provider, FigureNotes.Kind.TRY)
                            .map(MeasureFacts.Noted::due)
                            .map(LocalDate::toString)
                            .orElse(""),
                    false,
                    DAY_LENGTH));
        }
        return blocks;
    }

    private static String said(MeasureFacts facts, String provider, FigureNotes.Kind kind) {
        return facts.noted(provider, kind).map(MeasureFacts.Noted::note).orElse("");
    }

    /** The measure as the holder sees it; empty when there is none, or she is in no practice of the cluster. */
    private Optional<Figures.Seen> seen(Held held) {
        return figures.facts(held.clusterId(), held.subject(), Optional.of(held.holder()))
                .filter(facts -> facts.provider().isPresent())
                .map(facts -> figures.seen(facts, FigureReaders.holding(facts.provider())));
    }

    /** The same as on the page, on paper; made from what is stored now. */
    @Override
    @Transactional(readOnly = true)
    public Optional<MadeFile> ownFile(Held held) {
        return seen(held)
                .filter(seen -> !seen.views().isEmpty())
                .map(seen -> new MadeFile(
                        "egne-tal.pdf",
                        MediaType.APPLICATION_PDF_VALUE,
                        sheet.pdf(seen.facts().provider().orElseThrow(), seen)));
    }

    private static Block question(
            String name, String label, List<Block.Choice.Option> options, Optional<Boolean> answered) {
        Set<String> chosen = answered.map(yes -> Set.of(yes ? YES : NO)).orElse(Set.of());
        return new Block.Choice(name, label, options, chosen, false, false);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        MeasureFacts before = figures.facts(held.clusterId(), held.subject(), Optional.of(held.holder()))
                .orElseThrow(() -> new FormRefused("Målingen findes ikke længere."));
        String provider =
                before.provider().orElseThrow(() -> new FormRefused("Du hører ikke længere til en praksis i klyngen."));
        String measure = before.measure().measureId();
        keep(held, measure, provider, Kind.NAME, sent.getOrDefault(NAME, List.of()));
        keep(held, measure, provider, Kind.DATA, sent.getOrDefault(DATA, List.of()));
        // with what she has said just now
        Figures.Seen seen = seen(held).orElseThrow();
        own.answer(provider, seen, sent, held.holder());
        plan(seen.facts(), provider, sent, held.holder());
        say(held, measure, provider, FigureNotes.Kind.WRONG, sent.getOrDefault(WRONG, List.of()));
        return new Done(
                "Tak for svaret", "Svaret gælder fra nu af. Alle læger i praksis kan ændre det på deres egen side.");
    }

    private void keep(Held held, String measure, String provider, Kind kind, List<String> answer) {
        if (!answer.isEmpty()) {
            consents.answer(held.clusterId(), measure, provider, kind, answer.contains(YES), held.holder());
        }
    }

    private void say(Held held, String measure, String provider, FigureNotes.Kind kind, List<String> said) {
        notes.say(held.clusterId(), measure, provider, kind, note(said), held.holder());
    }

    private void plan(MeasureFacts facts, String provider, Map<String, List<String>> sent, String by) {
        String words = note(sent.getOrDefault(TRY, List.of()));
        String proposal = note(sent.getOrDefault(PROPOSAL, List.of()));
        String day = String.join("", sent.getOrDefault(DUE, List.of()));
        LocalDate due = day.isEmpty() ? null : LocalDate.parse(day);
        if (due != null
                && (due.isBefore(time.today()) || due.isAfter(time.today().plusYears(2)))) {
            throw new FormRefused("Skriv en dag inden for de næste to år, eller lad dagen stå tom.");
        }
        plans.plan(facts, provider, words.isEmpty() ? proposal : words, due, by);
    }

    private static String note(List<String> said) {
        String note = String.join(" ", said).strip();
        if (CprNumbers.isLikeIn(note)) {
            throw new FormRefused("Her står noget, der ligner et CPR-nummer. Fjern det.");
        }
        return note;
    }
}
