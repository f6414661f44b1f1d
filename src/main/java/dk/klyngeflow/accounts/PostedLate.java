package dk.klyngeflow.accounts;

/** Something was posted in a locked year: the draft of its accounts is no longer what the books say. In the transaction of the posting. */
public record PostedLate(String clusterId, int year, String voucherId) {}
