package dk.klyngeflow.gatherings;

/** The meeting whose agenda had this case's point has been held. */
public record PointDiscussed(String clusterId, String caseKey) {}
