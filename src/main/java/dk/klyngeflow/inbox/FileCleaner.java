package dk.klyngeflow.inbox;

/** Blanks in a mailed file what may not be kept, before it is kept. Implemented by a stage that understands the format. */
public interface FileCleaner {

    /** @return the same content when there is nothing to blank or the format is another */
    byte[] clean(byte[] content, String fileName);
}
