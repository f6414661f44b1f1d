package dk.klyngeflow.einvoices;

/** The families of documents that are read; all are UBL 2. */
public enum Format {
    OIOUBL_2("OIOUBL 2"),
    OIOUBL_3("OIOUBL 3"),
    PEPPOL_BIS_3("Peppol BIS Billing 3"),
    EN16931("EN 16931 (UBL)"),
    UBL("UBL 2");

    private final String title;

    Format(String title) {
        this.title = title;
    }

    /** As people know it. */
    public String title() {
        return title;
    }
}
