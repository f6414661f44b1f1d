package dk.klyngeflow.handover;

import dk.klyngeflow.handover.DutyHandoverVariables.Direction;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after a duty has been moved. */
@Component
class NextOfHandovers implements WhatNext {

    private final Duties duties;
    private final People people;
    private final NextHands hands;

    NextOfHandovers(Duties duties, People people, NextHands hands) {
        this.duties = duties;
        this.people = people;
        this.hands = hands;
    }

    @Override
    public Set<String> keys() {
        return Set.of("duty-handover");
    }

    @Override
    public Optional<String> after(Done done) {
        String duty = done.text(DutyHandoverVariables.DUTY.name());
        String what = duties.find(duty).map(Duty::danish).orElse(duty);
        return Optional.of(
                done.text(DutyHandoverVariables.DIRECTION.name()).equals(Direction.TAKE_BACK.name())
                        ? "„" + what + "“ er taget tilbage. Opgaverne kommer nu til "
                                + hands.holding(done.clusterId(), duty) + ", også dem, der ligger åbne."
                        : people.nameOf(done.text(DutyHandoverVariables.RECEIVER.name())) + " får fra nu af opgaverne „"
                                + what + "“, også dem, der ligger åbne. Du kan tage dem tilbage samme sted.");
    }
}
