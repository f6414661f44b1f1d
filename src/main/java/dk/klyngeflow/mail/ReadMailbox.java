package dk.klyngeflow.mail;

/** How the mailbox is doing that is read for the clusters; told on {@code /post} beside what is sent. */
public interface ReadMailbox {

    /**
     * @param isWell whether it needs nobody
     * @param inWords Danish, what is so and what to do
     */
    record Standing(boolean isWell, String inWords) {}

    Standing standing();
}
