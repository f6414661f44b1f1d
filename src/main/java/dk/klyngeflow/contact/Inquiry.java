package dk.klyngeflow.contact;

/** The process {@code inquiry}: somebody outside has written to the cluster, until she has heard what became of it. */
final class Inquiry {

    static final String KEY = "inquiry";

    static final String DELEGATE_ANSWERED = "contact.delegateAnswered";
    static final String DISCUSSED = "contact.inquiryDiscussed";
    static final String TAKEN_UP_AGAIN = "contact.inquiryTakenUpAgain";

    private static final String PART = "/henvendelse-";

    private Inquiry() {}

    /** Natural key of the case, such as {@code nordklyngen/henvendelse-17}. */
    static String businessKey(String clusterId, long inquiryId) {
        return clusterId + PART + inquiryId;
    }

    static boolean isKey(String businessKey) {
        return businessKey.matches("[^/]+" + PART + "[0-9]{1,18}");
    }

    static long inquiryId(String businessKey) {
        return Long.parseLong(businessKey.substring(businessKey.lastIndexOf('-') + 1));
    }
}
