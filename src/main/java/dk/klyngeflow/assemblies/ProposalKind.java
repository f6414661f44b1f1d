package dk.klyngeflow.assemblies;

/** What a proposal asks for: each needs a majority of its own. */
public enum ProposalKind {
    MOTION("Forslag"),
    STATUTES("Ændring af vedtægterne"),
    DISSOLUTION("Opløsning af foreningen");

    private final String danish;

    ProposalKind(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }
}
