package dk.klyngeflow.contact;

/** The process {@code incoming-mail}: somebody has written to the cluster, until a person has seen to it. */
final class IncomingMail {

    static final String KEY = "incoming-mail";

    private IncomingMail() {}

    /** Natural key of the case, such as {@code nordklyngen/brev-17}. */
    static String businessKey(String clusterId, long letterId) {
        return clusterId + "/brev-" + letterId;
    }

    static long letterId(String businessKey) {
        return Long.parseLong(businessKey.substring(businessKey.lastIndexOf('-') + 1));
    }
}
