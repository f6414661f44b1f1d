package dk.klyngeflow.benchmarks;

import dk.klyngeflow.benchmarks.MeasureConsents.Kind;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.ClusterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a practice sees its own figures beside the cluster's, and says whether it may be in them, and be named. */
@Component
class FiguresLink implements LinkPage {

    static final String PURPOSE = "figures";

    private static final String NAME = "navn";
    private static final String DATA = "tal";
    private static final String TRY = "proev";
    private static final String WRONG = "forkert";
    private static final int LONGEST = 500;
    private static final String YES = "JA";
    private static final String NO = "NEJ";

    private final Figures figures;
    private final FigureReaders readers;
    private final FigureScreens screens;
    private final MeasureConsents consents;
    private final FigureNotes notes;
    private final ClusterSettings settings;

    FiguresLink(
            Figures figures,
            FigureReaders readers,
            FigureScreens screens,
            MeasureConsents consents,
            FigureNotes notes,
            ClusterSettings settings) {
        this.figures = figures;
        this.readers = readers;
        this.screens = screens;
        this.consents = consents;
        this.notes = notes;
        this.settings = settings;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        Figures.Reader reader = readers.of(held.clusterId(), held.holder());
        Optional<Measure> measure = figures.measure(held.clusterId(), held.subject());
        if (measure.isEmpty() || reader.provider().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        List<Figures.View> views = figures.all(held.clusterId(), measure.get(), reader);
        if (views.isEmpty()) {
            blocks.add(new Block.Note("Der er ingen tal at vise for jeres praksis."));
        } else {
            blocks.addAll(screens.of(held.clusterId(), views));
        }
        String provider = reader.provider().get();
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
                    consents.answered(held.clusterId(), held.subject(), provider, Kind.NAME)));
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
                consents.answered(held.clusterId(), held.subject(), provider, Kind.DATA)));
        blocks.add(new Block.Field(
                TRY,
                "Hvad vil I prøve? For eksempel: gennemgå fem patienter sammen, aftale én fast måde i praksis, spørge dem, der ligger bedst.",
                Block.Field.Kind.AREA,
                notes.said(held.clusterId(), held.subject(), provider, FigureNotes.Kind.TRY)
                        .orElse(""),
                false,
                LONGEST));
        blocks.add(new Block.Field(
                WRONG,
                "Stemmer tallet ikke? Skriv hvorfor; koordinatoren får det at vide, og tallet bliver stående.",
                Block.Field.Kind.AREA,
                notes.said(held.clusterId(), held.subject(), provider, FigureNotes.Kind.WRONG)
                        .orElse(""),
                false,
                LONGEST));
        return Optional.of(new Shown(measure.get().title(), blocks, "Gem svaret"));
    }

    private static Block question(
            String name, String label, List<Block.Choice.Option> options, Optional<Boolean> answered) {
        Set<String> chosen = answered.map(yes -> Set.of(yes ? YES : NO)).orElse(Set.of());
        return new Block.Choice(name, label, options, chosen, false, false);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        String provider = readers.of(held.clusterId(), held.holder())
                .provider()
                .orElseThrow(() -> new FormRefused("Du hører ikke længere til en praksis i klyngen."));
        String measure = figures.measure(held.clusterId(), held.subject())
                .map(Measure::measureId)
                .orElseThrow(() -> new FormRefused("Målingen findes ikke længere."));
        keep(held, measure, provider, Kind.NAME, sent.getOrDefault(NAME, List.of()));
        keep(held, measure, provider, Kind.DATA, sent.getOrDefault(DATA, List.of()));
        say(held, measure, provider, FigureNotes.Kind.TRY, sent.getOrDefault(TRY, List.of()));
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
        String note = String.join(" ", said).strip();
        if (CprNumbers.isLikeIn(note)) {
            throw new FormRefused("Her står noget, der ligner et CPR-nummer. Fjern det.");
        }
        notes.say(held.clusterId(), measure, provider, kind, note, held.holder());
    }
}
