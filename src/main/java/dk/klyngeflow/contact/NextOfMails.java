package dk.klyngeflow.contact;

import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after somebody has dealt with a mail. */
@Component
class NextOfMails implements WhatNext {

    private final NextHands hands;

    NextOfMails(NextHands hands) {
        this.hands = hands;
    }

    @Override
    public Set<String> keys() {
        return Set.of("readMail", "answerMail", "resolveFailedMail");
    }

    @Override
    public Set<String> closedToAuditors() {
        return keys();
    }

    @Override
    public Optional<String> after(Done done) {
        return Optional.of(
                switch (done.key()) {
                    case "readMail" ->
                        done.is(IncomingMailVariables.IS_FOR_COORDINATOR.name())
                                ? hands.next(done.clusterId(), done.businessKey())
                                        .map(next -> "Mailen er givet videre. " + next)
                                        .orElse("Mailen er givet videre til "
                                                + hands.holding(done.clusterId(), "answerMail") + ".")
                                : "Mailen er klaret; er filer lagt ind som bilag, ligger de nu til kontrol.";
                    case "answerMail" -> "Mailen er klaret; der sker ikke mere i sagen.";
                    default ->
                        done.is(FailedMailVariables.MUST_BE_SENT_AGAIN.name())
                                ? "Mailen sendes igen til den nye adresse. Du hører fra os, hvis den heller ikke kommer frem."
                                : "Mailen bliver ikke sendt; der sker ikke mere i sagen.";
                });
    }
}
