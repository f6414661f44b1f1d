package dk.klyngeflow.followup;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
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

/** Where the colleague who noted writes the key points of a meeting; she can go on until the minutes are approved. */
@Component
class KeyPointsLink implements LinkPage {

    private static final String FIELD = "keyPoints";
    private static final int LONGEST = 4_000;

    private final Meetings meetings;
    private final WrapUps wrapUps;
    private final KeyPoints keyPoints;

    KeyPointsLink(Meetings meetings, WrapUps wrapUps, KeyPoints keyPoints) {
        this.meetings = meetings;
        this.wrapUps = wrapUps;
        this.keyPoints = keyPoints;
    }

    @Override
    public String purpose() {
        return KeyPoints.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        Optional<WrapUp> kept = wrapUps.find(held.clusterId(), held.subject())
                .filter(wrapUp -> held.holder().equals(wrapUp.noteTaker()));
        return kept.map(wrapUp -> shown(meetings.get(held.clusterId(), held.subject()), wrapUp));
    }

    private static Shown shown(Meeting meeting, WrapUp wrapUp) {
        List<Block> blocks = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Emne", meeting.title());
        facts.put("Hvornår", meeting.when());
        blocks.add(new Block.Facts(facts));
        if (wrapUp.isApproved()) {
            blocks.add(
                    new Block.Note("Referatet er godkendt, så hovedpunkterne kan ikke ændres mere. Tak for hjælpen."));
            blocks.add(new Block.Text(wrapUp.keyPoints()));
            return new Shown("Hovedpunkter fra mødet", blocks, null);
        }
        blocks.add(
                new Block.Text(
                        "Skriv kort, hvad I talte om, og hvad I blev enige om. Stikord er nok: én linje for hvert punkt. Nævn ikke patienter."));
        blocks.add(new Block.Field(FIELD, "Hovedpunkter", Block.Field.Kind.AREA, wrapUp.keyPoints(), true, LONGEST));
        return new Shown("Hovedpunkter fra mødet", blocks, "Send hovedpunkterne");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        FormFields fields =
                FormFields.of(Map.of(FIELD, String.join("\n", sent.getOrDefault(FIELD, List.of()))), Set.of(FIELD));
        String text = fields.requiredParagraphs(FIELD, "Hovedpunkterne");
        fields.refuseIfWrong();
        if (!keyPoints.give(held.clusterId(), held.subject(), text)) {
            throw new FormRefused("Referatet er allerede godkendt, så hovedpunkterne kan ikke ændres mere.");
        }
        return new Done(
                "Tak for hovedpunkterne",
                "Koordinatoren ser dem igennem, og alle får referatet.",
                "Du kan rette dem på det samme link, indtil referatet er godkendt.");
    }
}
