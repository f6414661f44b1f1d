package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.RegistrationDay;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The day on which the founders said that the association has its CVR number. */
@Component
class FoundingRegistration implements RegistrationDay {

    private final FormalityRows formalities;

    FoundingRegistration(FormalityRows formalities) {
        this.formalities = formalities;
    }

    @Override
    public Optional<LocalDate> of(String clusterId) {
        return formalities
                .find(clusterId, Formality.Kind.REGISTRATION)
                .filter(formality -> !formality.isSkipped())
                .flatMap(formality -> Optional.ofNullable(formality.settledAt()))
                .map(CopenhagenTime::dayOf);
    }
}
