package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a member accepts the draft that she is shown, or says what should be otherwise. */
@Component
class ModelDraftLink implements LinkPage {

    private static final String VERDICT = "svar";
    private static final String COMMENT = "bemaerkning";
    private static final String YES = "JA";
    private static final String BUT = "BEMAERKNING";
    private static final List<Block.Choice.Option> VERDICTS = List.of(
            new Block.Choice.Option(YES, "Ja, det er jeg med på"),
            new Block.Choice.Option(BUT, "Jeg har en bemærkning", "Skriv den herunder; koordinatoren læser den."));

    private final LocalModels models;
    private final ModelPeople voters;
    private final CopenhagenTime time;

    ModelDraftLink(LocalModels models, ModelPeople voters, CopenhagenTime time) {
        this.models = models;
        this.voters = voters;
        this.time = time;
    }

    /** Which draft of which round. */
    private record Matter(ModelRound round, int shown) {

        boolean isNewest() {
            return round.draft().shown() == shown;
        }
    }

    @Override
    public String purpose() {
        return LocalModels.DRAFT;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return matter(held)
                .flatMap(matter -> voters.voice(held.clusterId(), matter.round().roundNo(), held.holder())
                        .map(voice -> matter.isNewest() && matter.round().takesCommentsAt(time.now())
                                ? question(matter.round(), voice)
                                : outcome(matter)));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        boolean accepts = sent.getOrDefault(VERDICT, List.of()).contains(YES);
        String comment = String.join("", sent.getOrDefault(COMMENT, List.of()));
        if (!accepts && comment.isBlank()) {
            throw new FormRefused("Skriv din bemærkning, så koordinatoren kan bruge den.");
        }
        Matter matter = matter(held).orElseThrow(() -> new FormRefused("Udkastet er ikke længere til behandling."));
        if (!models.comment(
                held.clusterId(), matter.round().roundNo(), matter.shown(), held.holder(), accepts, comment)) {
            throw new FormRefused("Dit svar kom ikke med. " + over(matter));
        }
        return new Done(
                accepts ? "Tak, du er med på udkastet" : "Tak for din bemærkning",
                "Du får den vedtagne model på mail med den dag, den gælder fra.");
    }

    private Optional<Matter> matter(Held held) {
        String[] parts = held.subject().split("/", -1);
        return held.subject().matches("\\d{1,6}/\\d{1,6}")
                ? models.find(held.clusterId(), Integer.parseInt(parts[0]))
                        .map(round -> new Matter(round, Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    private static Shown question(ModelRound round, ModelPeople.Voice voice) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("Sådan foreslår koordinatoren, at vi arbejder sammen. Svar inden "
                + CopenhagenTime.inWords(
                        java.util.Objects.requireNonNull(round.draft().commentsCloseAt())) + "."));
        blocks.addAll(lines(round.draft().choices(), round.draft().note()));
        Boolean before = voice.accepts();
        blocks.add(new Block.Choice(
                VERDICT,
                "Er du med på det?",
                VERDICTS,
                before == null ? Set.of() : Set.of(before ? YES : BUT),
                true,
                false));
        blocks.add(new Block.Field(
                COMMENT, "Din bemærkning", Block.Field.Kind.AREA, voice.comment(), false, QuestionnaireLink.LONGEST));
        return new Shown("Udkast til vores lokale model", blocks, before == null ? "Send mit svar" : "Gem ændringen");
    }

    static List<Block> lines(@org.jspecify.annotations.Nullable Choices choices, String note) {
        List<Block> blocks = new ArrayList<>();
        if (choices != null) {
            Map<String, String> facts = new LinkedHashMap<>();
            choices.lines().forEach(line -> facts.put(line.label(), line.answer()));
            blocks.add(new Block.Facts(facts));
        }
        if (!note.isBlank()) {
            blocks.add(new Block.Text("Desuden har vi aftalt:\n" + note));
        }
        return blocks;
    }

    private static Shown outcome(Matter matter) {
        return new Shown("Udkast til vores lokale model", List.of(new Block.Note(over(matter))), null);
    }

    private static String over(Matter matter) {
        if (matter.round().isUnderWay() && !matter.isNewest()) {
            return "Udkastet er ændret siden. Du har fået et nyt på mail.";
        }
        return matter.round().isUnderWay()
                ? "Der tages ikke mod flere bemærkninger. Du får den vedtagne model på mail."
                : QuestionnaireLink.over(matter.round());
    }
}
