package dk.klyngeflow.inbox;

/** Takes the answers to its own invitations; a bean per module that sends any. Called in the transaction that handles the mail. */
public interface InvitationReplies {

    Taken take(CalendarReply reply);

    /** What became of an answer. */
    enum Taken {
        /** The event is none of this module's. */
        NOT_OURS,
        /** It counts, or is about something that is over: nobody needs to look at it. */
        SETTLED,
        /** It counts or not, and what was written with it has reached those whom it concerns. */
        HANDED_ON,
        /** Whose answer it is cannot be told from the addresses. It counts for nobody, and a person reads it. */
        UNCLEAR
    }
}
