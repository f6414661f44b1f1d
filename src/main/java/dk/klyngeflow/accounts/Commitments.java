package dk.klyngeflow.accounts;

import java.util.Map;

/** Says what has been approved but not posted, so that the budget page can count it. Implemented above, by whoever approves. */
public interface Commitments {

    /** Øre by account number. */
    Map<String, Long> committed(String clusterId, int year);
}
