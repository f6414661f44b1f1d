package dk.klyngeflow.members;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Ids of people who are new. They say nothing of the person. */
@Component
class NewIds {

    private static final int BYTES = 4;

    private final SecureRandom random = new SecureRandom();
    private final People people;

    NewIds(People people) {
        this.people = people;
    }

    String next() {
        byte[] drawn = new byte[BYTES];
        String id;
        do {
            random.nextBytes(drawn);
            id = "p" + HexFormat.of().formatHex(drawn);
        } while (people.find(id).isPresent());
        return id;
    }
}
