package dk.klyngeflow.assemblies;

/** How far a general assembly has come. */
public enum AssemblyStatus {
    PLANNED("Planlægges"),
    ANNOUNCED("Dagen er meldt ud"),
    CALLED("Indkaldt"),
    OPEN("I gang"),
    HELD("Holdt"),
    DONE("Referatet er sendt"),
    CANCELLED("Aflyst");

    private final String danish;

    AssemblyStatus(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    /** It can be moved and cancelled until it begins. */
    public boolean isAhead() {
        return this == PLANNED || this == ANNOUNCED || this == CALLED;
    }

    public boolean isDated() {
        return this == ANNOUNCED || this == CALLED;
    }
}
