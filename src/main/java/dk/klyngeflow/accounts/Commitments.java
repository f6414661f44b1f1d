package dk.klyngeflow.accounts;

import java.util.Map;

/** Says what has been approved but not posted, and what else is to be expected of a year. Implemented above, by whoever approves. */
public interface Commitments {

    /** Øre by account number. */
    Map<String, Long> committed(String clusterId, int year);

    /** The same with what is still to come, in one statement. */
    Expected expected(String clusterId, int year);

    /**
     * All by account number.
     *
     * @param committed øre approved and not posted
     * @param agreed øre agreed with suppliers of whom no bill has come
     * @param toCome how many meetings of the year are still to come for which nothing has been agreed
     * @param held how many meetings were held this year and the year before
     */
    record Expected(Map<String, Long> committed, Map<String, Long> agreed, Map<String, Long> toCome, int held) {

        public static final Expected NOTHING = new Expected(Map.of(), Map.of(), Map.of(), 0);
    }
}
