package dk.klyngeflow.recipes;

/**
 * Something in a recipe that may be somebody's: she changes the text, or says that it may go out.
 *
 * @param key the same as long as the line, its place and what was found in it are the same
 * @param place as in {@code Dagsorden, linje 3}
 * @param line in which it stands
 */
record Hit(String key, Kind kind, String place, String found, String line) {

    enum Kind {
        CPR("ligner et CPR-nummer"),
        MAIL("er en mailadresse"),
        WEB("er et link"),
        PERSON("er navnet på en fra klyngen"),
        PRACTICE("er navnet på en praksis"),
        PROVIDER("er et ydernummer"),
        CLUSTER("er klyngens navn, som du ikke viser"),
        OTHER_NAME("står i jeres kontaktbog eller blandt jeres leverandører"),
        LIKE_A_NAME("ligner et navn"),
        ADDRESS("ligner en adresse"),
        COMPANY("ligner et CVR-nummer"),
        PHONE("ligner et telefonnummer"),
        FIGURE("ligner et tal fra en praksis"),
        NUMBER("er et langt tal"),
        UNREADABLE("kan vi ikke læse");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }
    }

    /** A CPR number never goes out, whatever she says. */
    public boolean mayBeConfirmed() {
        return kind != Kind.CPR;
    }

    /** As in {@code „Karen Holmgård“ er navnet på en fra klyngen}; a CPR number is repeated nowhere. */
    public String sentence() {
        return (kind == Kind.CPR ? "Noget" : "„" + found + "“") + " " + kind.danish;
    }

    /** Where it stands in the text, with the number left out where it is like a CPR number. */
    public String shownLine() {
        return kind == Kind.CPR ? "" : line;
    }
}
