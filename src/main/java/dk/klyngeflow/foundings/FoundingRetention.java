package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.Forgets;
import dk.klyngeflow.members.ClusterRegister;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Whoever was asked and is of no cluster is forgotten after a founding; of one that came to nothing only its history is left. */
@Component
public class FoundingRetention implements Forgets {

    private static final int DAYS = 30;

    private final Foundings foundings;
    private final FoundingDoctors doctors;
    private final ClusterRegister register;

    FoundingRetention(Foundings foundings, FoundingDoctors doctors, ClusterRegister register) {
        this.foundings = foundings;
        this.doctors = doctors;
        this.register = register;
    }

    @Override
    public String what() {
        return "Personer fra stiftelser, der er slut";
    }

    @Override
    public Period after() {
        return Period.ofDays(DAYS);
    }

    @Override
    public int forget(Instant before) {
        int people = 0;
        for (Founding founding : foundings.endedBefore(before)) {
            var everybody = doctors.everybody(founding);
            register.forget(founding.clusterId(), everybody);
            foundings.forgotten(founding.clusterId());
            people += everybody.size();
        }
        return people;
    }
}
