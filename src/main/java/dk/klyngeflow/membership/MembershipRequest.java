package dk.klyngeflow.membership;

/** The process {@code membership-request}: one case for each request. */
final class MembershipRequest {

    static final String KEY = "membership-request";
    static final String MADE = "membership.changeMade";

    private MembershipRequest() {}

    static String businessKey(String clusterId, long requestId) {
        return clusterId + "/medlemskab-" + requestId;
    }
}
