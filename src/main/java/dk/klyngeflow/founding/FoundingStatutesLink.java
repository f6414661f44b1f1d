package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingRecords;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesDraft;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The founder's link to the statutes: the draft field by field until it goes out, and on the evening what the assembly changes in it. */
@Component
class FoundingStatutesLink implements LinkPage {

    static final String PURPOSE = "founding-statutes";

    private static final String SAVE = "gem";
    private static final int LONGEST_NUMBER = 3;

    private final Foundings foundings;
    private final StatutesDraft draft;
    private final StatutesVersions versions;
    private final FoundingRecords records;

    FoundingStatutesLink(Foundings foundings, StatutesDraft draft, StatutesVersions versions, FoundingRecords records) {
        this.records = records;
        this.foundings = foundings;
        this.draft = draft;
        this.versions = versions;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return foundings
                .find(held.clusterId())
                .filter(founding ->
                        founding.founderId().equals(held.holder()) && isOpen(founding) && !isVoted(founding))
                .map(this::form);
    }

    /** Not while the draft that was sent out waits for its assembly. */
    private static boolean isOpen(Founding founding) {
        return switch (founding.stage()) {
            case CONVENED, FORMALITIES, OPEN, GIVEN_UP -> false;
            default -> true;
        };
    }

    /** What was voted upon is not changed before it is filed. */
    private boolean isVoted(Founding founding) {
        return records.find(founding.clusterId())
                .filter(record -> record.votes().isAdopted())
                .isPresent();
    }

    private Shown form(Founding founding) {
        boolean isEvening = founding.stage() == FoundingStage.RECORD;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                isEvening
                        ? "Ret de felter, mødet har vedtaget at ændre, før I stemmer om vedtægterne. Har mødet ikke ændret noget, skal du ikke"
                                + " gøre noget her."
                        : "Felterne står, som klynger ofte har dem. Ret dem, så de passer til jer. Udkastet sendes først med"
                                + " indkaldelsen, og mødet kan ændre det."));
        draft.contradictions(versions.today(founding.clusterId())).forEach(each -> blocks.add(new Block.Note(each)));
        for (StatutesDraft.Part part : draft.parts(founding.clusterId())) {
            blocks.add(new Block.Text(part.heading().toUpperCase(java.util.Locale.ROOT)));
            part.questions().forEach(question -> {
                blocks.add(field(question));
                blocks.add(new Block.Text(question.help()));
            });
        }
        blocks.add(new Block.Choice(
                SAVE,
                "Skal det gemmes?",
                List.of(new Block.Choice.Option(
                        "ja", isEvening ? "Ja, sådan har mødet ændret dem" : "Ja, gem udkastet")),
                Set.of(),
                true,
                true));
        return new Shown(isEvening ? "Ændret på mødet" : "Udkast til vedtægter", blocks, "Gem");
    }

    private static Block field(StatutesDraft.Question question) {
        return question.options().isEmpty()
                ? new Block.Field(
                        question.name(),
                        question.label(),
                        Block.Field.Kind.NUMBER,
                        question.value(),
                        true,
                        LONGEST_NUMBER)
                : new Block.Pick(
                        question.name(),
                        question.label(),
                        question.options().stream()
                                .map(option -> new Block.Choice.Option(option.value(), option.danish()))
                                .toList(),
                        question.value(),
                        true);
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(
                foundings
                                .find(held.clusterId())
                                .filter(founding -> founding.stage() == FoundingStage.CONVENED)
                                .isPresent()
                        ? "Udkastet er sendt ud med indkaldelsen. Det, mødet ændrer, retter du her, når mødet er begyndt."
                        : "Vedtægterne rettes ikke længere her. Når klyngen er åben, står de på siden Vedtægter.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Founding founding = foundings.lock(held.clusterId());
        if (!isOpen(founding) || isVoted(founding)) {
            throw new FormRefused("Vedtægterne kan ikke rettes nu. Åbn linket igen, og se, hvor langt I er.");
        }
        Map<String, String> typed = new HashMap<>();
        sent.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.get(0)));
        List<String> faults = draft.faults(typed);
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        Statutes wanted = draft.read(typed);
        Map<String, Object> confirmed = new HashMap<>();
        sent.getOrDefault(FormFields.CONFIRMED, List.of()).forEach(lines -> confirmed.put(FormFields.CONFIRMED, lines));
        FormFields fields = FormFields.of(confirmed, Set.of());
        List<String> contradictions = draft.contradictions(wanted);
        for (int number = 0; number < contradictions.size(); number++) {
            fields.doubt("CONTRADICTION_" + number, contradictions.get(number));
        }
        fields.refuseIfWrong();
        List<String> changes = draft.changes(versions.today(held.clusterId()), wanted);
        if (!changes.isEmpty()) {
            versions.adopt(held.clusterId(), wanted, held.holder());
        }
        return new Done(
                founding.stage() == FoundingStage.RECORD ? "Ændringerne er gemt" : "Udkastet er gemt",
                changes.isEmpty() ? "Der var ikke ændret noget." : String.join("\n", changes));
    }
}
