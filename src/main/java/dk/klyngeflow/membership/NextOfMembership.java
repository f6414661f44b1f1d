package dk.klyngeflow.membership;

import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after somebody has answered a request. */
@Component
class NextOfMembership implements WhatNext {

    @Override
    public Set<String> keys() {
        return Set.of("settleRequest");
    }

    @Override
    public Set<String> closedToAuditors() {
        return keys();
    }

    @Override
    public Optional<String> after(Done done) {
        if (!done.is(MembershipRequestVariables.IS_ACCEPTED.name())) {
            return Optional.of("Afslaget er sendt med din begrundelse; der sker ikke mere i sagen.");
        }
        return Optional.of(
                done.is(MembershipRequestVariables.MUST_ERASE.name())
                        ? "Personen får besked, og oplysningerne slettes af sig selv om to døgn."
                        : "Den, der spurgte, får besked; der sker ikke mere i sagen.");
    }
}
