package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelRound;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.WhatNext;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of a local model. */
@Component
class NextOfModels implements WhatNext {

    private final LocalModels models;
    private final People people;
    private final NextHands hands;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    NextOfModels(LocalModels models, People people, NextHands hands, ClusterSettings settings, CopenhagenTime time) {
        this.models = models;
        this.people = people;
        this.hands = hands;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public Set<String> keys() {
        return Set.of(LocalModel.KEY, "draftModel", "settleModel");
    }

    @Override
    public Set<String> closedToAuditors() {
        return Set.of("draftModel", "settleModel");
    }

    @Override
    public Optional<String> after(Done done) {
        return models.underWay(done.clusterId()).map(round -> sentence(done, round));
    }

    private String sentence(Done done, ModelRound round) {
        if (done.key().equals(LocalModel.KEY)) {
            return "Medlemmerne (" + members(done) + ") får nu spørgsmålene på mail og kan svare til "
                    + CopenhagenTime.dayInWords(round.asking().closesAt()) + ". Når alle har svaret, eller fristen er"
                    + " gået, kommer udkastet som en opgave til " + hands.holding(done.clusterId(), duty()) + ".";
        }
        if (done.is(LocalModelVariables.IS_MODEL_ADOPTED.name())) {
            LocalDate from = LocalDate.parse(done.text(LocalModelVariables.EFFECTIVE_FROM.name()));
            return "Modellen er vedtaget, og alle får den på mail som PDF. Den gælder fra "
                    + CopenhagenTime.dayInWords(CopenhagenTime.at(from, LocalTime.NOON))
                    + "; så følger klyngens indstillinger og mandater den af sig selv.";
        }
        LocalDate closes = time.today().plusDays(settings.get(done.clusterId(), FoundingSettings.COMMENT_DAYS));
        return "Medlemmerne (" + members(done) + ") får nu udkastet på mail og kan svare til "
                + CopenhagenTime.dayInWords(CopenhagenTime.at(closes, LocalTime.NOON))
                + ". Derefter kommer det, de har skrevet, som en opgave til "
                + hands.holding(done.clusterId(), duty()) + ".";
    }

    private int members(Done done) {
        return people.holding(done.clusterId(), Role.MEMBER).size();
    }

    private static String duty() {
        return FoundingDuties.SETTLE_LOCAL_MODEL.id();
    }
}
