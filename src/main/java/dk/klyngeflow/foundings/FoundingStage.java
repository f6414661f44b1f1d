package dk.klyngeflow.foundings;

/** How far a founding has come, and whether it waits for the founder. */
public enum FoundingStage {
    PRACTICES("Praksis skal på listen", true),
    JOINING("Praksis bliver spurgt", false),
    TOO_FEW("For få praksis er med", true),
    DATES("Der skal foreslås datoer", true),
    POLLING("De, der er med, bliver spurgt om datoer", false),
    CONVENE("Der skal indkaldes til mødet", true),
    CONVENED("Der er indkaldt til mødet", false),
    RECORD("Aftenens skema skal udfyldes", true),
    FORMALITIES("Det praktiske bliver klaret", false),
    OPEN("Klyngen er åben", false),
    GIVEN_UP("Stiftelsen er opgivet", false);

    private final String danish;
    private final boolean waitsForFounder;

    FoundingStage(String danish, boolean waitsForFounder) {
        this.danish = danish;
        this.waitsForFounder = waitsForFounder;
    }

    public String danish() {
        return danish;
    }

    public boolean waitsForFounder() {
        return waitsForFounder;
    }

    public boolean isOver() {
        return this == OPEN || this == GIVEN_UP;
    }
}
