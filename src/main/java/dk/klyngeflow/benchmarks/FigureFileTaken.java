package dk.klyngeflow.benchmarks;

/** A file with figures has come by itself and is taken. @param fileId of where it comes from, the same for every version */
public record FigureFileTaken(String clusterId, String fileId) {}
