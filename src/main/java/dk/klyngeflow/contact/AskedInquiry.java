package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside has asked.
 *
 * @param receivedAt when the address was confirmed or the mail came; null before
 * @param reason why it was closed without an answer; empty otherwise
 * @param told whether the asker heard that it was closed
 * @param delegate the member who is to answer; null when nobody is
 */
record AskedInquiry(
        String clusterId,
        long inquiryId,
        Channel channel,
        State state,
        @Column("asker_") Asker asker,
        String subject,
        Instant askedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant endedAt,
        String reason,
        @Column("is_told") boolean told,
        @Nullable String delegate,
        @Nullable Instant delegateUntil,
        @Column("agenda_") Agenda agenda,
        @Nullable Instant blankedAt) {

    enum Channel {
        PAGE,
        MAIL
    }

    enum State {
        UNCONFIRMED("Adressen er ikke bekræftet"),
        OPEN("Venter på svar"),
        DELEGATED("Hos en kollega"),
        ON_AGENDA("Skal på et møde"),
        ANSWERED("Besvaret"),
        FORWARDED("Sendt videre"),
        CLOSED("Lukket");

        private final String danish;

        State(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }

        boolean isOver() {
            return this == ANSWERED || this == FORWARDED || this == CLOSED;
        }
    }

    /** Why an inquiry is closed without an answer. */
    enum Reason {
        SPAM("Uønsket post"),
        NOTHING_TO_DO("Der er intet at gøre"),
        SETTLED("Det er klaret på anden måde"),
        OTHER("Andet");

        private final String danish;

        Reason(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /** Who wrote. @param organisation may be empty */
    record Asker(String name, String organisation, String mail) {

        String inWords() {
            return name + (organisation.isEmpty() ? "" : ", " + organisation);
        }
    }

    /** How it is to stand on an agenda. @param meeting null for the next that is drafted */
    record Agenda(String title, @Nullable String meeting) {}

    String caseKey() {
        return Inquiry.businessKey(clusterId, inquiryId);
    }

    Instant came() {
        return receivedAt == null ? askedAt : receivedAt;
    }
}
