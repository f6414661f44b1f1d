package dk.klyngeflow.benchmarks;

/** A file with figures has come by itself, and nothing of it was taken. @param fileId of where it comes from, the same for every version */
public record FigureFileRefused(String clusterId, String fileId) {}
