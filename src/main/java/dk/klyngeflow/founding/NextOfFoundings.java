package dk.klyngeflow.founding;

import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after an administrator has started a founding. */
@Component
class NextOfFoundings implements WhatNext {

    @Override
    public Set<String> keys() {
        return Set.of(ClusterFounding.KEY);
    }

    @Override
    public Optional<String> after(Done done) {
        return Optional.of(
                "Stifteren får nu en mail med sit eget link og skriver praksis på listen. Du ser sagen i Cockpit og kan hjælpe på siden"
                        + " Stiftelser.");
    }
}
