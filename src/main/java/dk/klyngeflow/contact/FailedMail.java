package dk.klyngeflow.contact;

/** The process {@code failed-mail}: a mail that could not be delivered, until somebody corrects the address or gives it up. */
final class FailedMail {

    static final String KEY = "failed-mail";

    private FailedMail() {}

    /** Natural key of the case, such as {@code nordklyngen/mail-17}. */
    static String businessKey(String clusterId, long mailId) {
        return clusterId + "/mail-" + mailId;
    }
}
