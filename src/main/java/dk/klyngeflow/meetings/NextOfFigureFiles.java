package dk.klyngeflow.meetings;

import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after somebody has dealt with a file with figures. */
@Component
class NextOfFigureFiles implements WhatNext {

    @Override
    public Set<String> keys() {
        return Set.of("putFigureFileRight");
    }

    @Override
    public Set<String> closedToAuditors() {
        return keys();
    }

    @Override
    public Optional<String> after(Done done) {
        return Optional.of(
                done.is(FigureFileVariables.IS_LEFT.name())
                        ? "Filen bliver ikke læst; der sker ikke mere, før den er ændret."
                        : "Er filen ændret, læses den i nat. Er der stadig noget galt med den, kommer der en ny opgave.");
    }
}
