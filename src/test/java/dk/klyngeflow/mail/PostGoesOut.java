package dk.klyngeflow.mail;

import org.springframework.boot.test.context.TestComponent;

/** For stories of other rooms that read what really lies in the mailboxes. */
@TestComponent
public class PostGoesOut {

    private static final int MOST_ROUNDS = 10_000;

    private final Postman postman;

    PostGoesOut(Postman postman) {
        this.postman = postman;
    }

    /** Until nothing is due. */
    public void now() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (postman.round() != Postman.Round.WENT) {
                return;
            }
        }
        throw new AssertionError("the outbox never runs empty");
    }
}
