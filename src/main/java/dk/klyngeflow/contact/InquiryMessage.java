package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said in an inquiry.
 *
 * @param byPerson null when the asker wrote it
 * @param to whom it goes when that is not the asker
 * @param letterId the mail it came with; null when it came by the page or from us
 */
record InquiryMessage(
        String clusterId,
        long messageNo,
        long inquiryId,
        Kind kind,
        String text,
        @Nullable String byPerson,
        @Column("to_") To to,
        @Nullable Long letterId,
        Instant saidAt) {

    enum Kind {
        ASKED,
        MORE,
        ANSWER,
        FORWARD,
        CLOSING,
        QUESTION,
        HANDED_BACK;

        boolean isByAsker() {
            return this == ASKED || this == MORE;
        }

        /** What the asker has seen or written herself. */
        boolean isKnownToAsker() {
            return this != QUESTION && this != HANDED_BACK;
        }
    }

    /** Both empty when it goes to the asker. */
    record To(String name, String mail) {

        static final To ASKER = new To("", "");
    }
}
