package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a member says how she wants the cluster to work. What was agreed last time stands there already, but counts only when she says so. */
@Component
class QuestionnaireLink implements LinkPage {

    static final String STILL = "stadig";
    static final String REMARK = "bemaerkning";
    static final int LONGEST = 1_000;
    private static final List<Block.Choice.Option> STILL_OPTIONS = List.of(
            new Block.Choice.Option("JA", "Ja, de passer stadig"),
            new Block.Choice.Option("RETTET", "Jeg har rettet dem, der ikke passer"));

    private final LocalModels models;
    private final ModelPeople voters;
    private final CopenhagenTime time;

    QuestionnaireLink(LocalModels models, ModelPeople voters, CopenhagenTime time) {
        this.models = models;
        this.voters = voters;
        this.time = time;
    }

    @Override
    public String purpose() {
        return LocalModels.QUESTIONNAIRE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return round(held)
                .flatMap(round -> voters.voice(held.clusterId(), round.roundNo(), held.holder())
                        .map(voice ->
                                round.takesAnswersAt(time.now()) ? questions(round, voice) : outcome(round, voice)));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Map<Question, List<String>> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            answers.put(question, sent.getOrDefault(question.field(), List.of()));
        }
        Choices choices = Choices.of(answers);
        String remark = String.join("", sent.getOrDefault(REMARK, List.of()));
        if (choices.isEmpty() && remark.isBlank()) {
            throw new FormRefused("Svar på mindst ét af spørgsmålene, og send igen.");
        }
        ModelRound round = round(held).orElseThrow(() -> new FormRefused("Der spørges ikke længere."));
        if (!models.answer(held.clusterId(), round.roundNo(), held.holder(), choices, remark)) {
            throw new FormRefused(
                    "Svarfristen er gået, så dit svar kom ikke med. Skriv til koordinatoren, hvis det er vigtigt.");
        }
        return new Done(
                "Tak for dine svar",
                "Koordinatoren samler svarene til et udkast, som du får at se, før det vedtages.",
                "Du kan ændre dine svar med det samme link til "
                        + CopenhagenTime.inWords(round.asking().closesAt()) + ", eller til alle har svaret.");
    }

    private Optional<ModelRound> round(Held held) {
        return models.find(held.clusterId(), held.subject());
    }

    private Shown questions(ModelRound round, ModelPeople.Voice voice) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                "Klyngen skal aftale, hvordan den arbejder. Det tager tre minutter. Spring over, hvad der er"
                        + " lige meget for dig. Svar inden "
                        + CopenhagenTime.inWords(round.asking().closesAt()) + "."));
        Choices before = voice.isSilent() ? startingPoint(round, voice) : voice.choices();
        boolean isProposed = voice.isSilent() && !before.isEmpty();
        if (isProposed) {
            blocks.add(
                    new Block.Note(
                            "Svarene herunder er dem, der gjaldt sidst. Ret dem, der ikke passer dig længere, og svar nederst."));
        }
        for (Question question : Question.values()) {
            blocks.add(new Block.Choice(
                    question.field(),
                    question.asked() + (question.many() ? " (vælg gerne flere)" : ""),
                    question.options().stream()
                            .map(option -> new Block.Choice.Option(option.value(), option.label()))
                            .toList(),
                    shownAmongOptions(question, before),
                    false,
                    question.many()));
        }
        blocks.add(new Block.Field(
                REMARK, "Andet, du vil sige (kan være tomt)", Block.Field.Kind.AREA, voice.remark(), false, LONGEST));
        if (isProposed) {
            // a proposal alone must not be an answer: whoever presses the button has said nothing
            blocks.add(new Block.Choice(STILL, "Passer svarene ovenfor?", STILL_OPTIONS, Set.of(), true, false));
        }
        return new Shown(
                "Hvordan vil vi arbejde sammen?", blocks, voice.isSilent() ? "Send mine svar" : "Gem ændringen");
    }

    /** Her own earlier answers while they are kept, else what the cluster has agreed on. */
    private Choices startingPoint(ModelRound round, ModelPeople.Voice voice) {
        return voters.earlier(round.clusterId(), round.roundNo(), voice.personId())
                .or(() -> models.inForce(round.clusterId()).map(ModelVersion::choices))
                .orElse(Choices.NONE);
    }

    /** A coordinator may have agreed on an hour or a limit that is none of the options. */
    private static Set<String> shownAmongOptions(Question question, Choices before) {
        Set<String> known = new LinkedHashSet<>(before.all(question));
        known.removeIf(value -> question.option(value).isEmpty());
        return known;
    }

    private static Shown outcome(ModelRound round, ModelPeople.Voice voice) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(over(round)));
        if (!voice.choices().isEmpty()) {
            blocks.add(new Block.Text("Det svarede du:"));
            Map<String, String> facts = new LinkedHashMap<>();
            voice.choices().lines().forEach(line -> facts.put(line.label(), line.answer()));
            blocks.add(new Block.Facts(facts));
        }
        return new Shown("Hvordan vil vi arbejde sammen?", blocks, null);
    }

    static String over(ModelRound round) {
        if (round.cancelReason() != null) {
            return "Den lokale model bliver ikke ændret denne gang. Begrundelse: " + round.cancelReason();
        }
        return round.isUnderWay()
                ? "Svarene er samlet ind. Du får udkastet på mail, når koordinatoren har skrevet det."
                : "Modellen er vedtaget. Du har fået den på mail.";
    }
}
