package dk.klyngeflow.meetings;

/** The process {@code figure-file}: a file with figures that came by itself and could not be taken, until it is put right. */
final class FigureFile {

    static final String KEY = "figure-file";
    static final String TAKEN = "meetings.figureFileTaken";

    private FigureFile() {}

    /** The same for every version of a file, such as {@code nordklyngen/talfil-0f1e2d3c4b5a6978}. */
    static String businessKey(String clusterId, String fileId) {
        return clusterId + "/talfil-" + fileId;
    }
}
