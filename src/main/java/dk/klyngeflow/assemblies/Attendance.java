package dk.klyngeflow.assemblies;

/**
 * Who is there now.
 *
 * @param members on the roll
 * @param present in the room
 * @param proxies that those in the room hold
 */
public record Attendance(int members, int present, int proxies) {

    /** How many votes can be given. */
    public int votes() {
        return present + proxies;
    }

    public String inWords() {
        return present + " af " + members + " er mødt"
                + (proxies == 0
                        ? "."
                        : ", og de har " + proxies + (proxies == 1 ? " fuldmagt" : " fuldmagter") + ": " + votes()
                                + " stemmer.");
    }
}
