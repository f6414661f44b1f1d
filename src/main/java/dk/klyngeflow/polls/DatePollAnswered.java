package dk.klyngeflow.polls;

/** The last one who was waited for has answered, or left. Published in the transaction that makes it so. */
public record DatePollAnswered(String clusterId, String caseKey, String pollId) {}
