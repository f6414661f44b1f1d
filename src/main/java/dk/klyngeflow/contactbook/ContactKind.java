package dk.klyngeflow.contactbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where in the health service somebody is. */
public enum ContactKind {
    DEPARTMENT("Hospitalsafdeling"),
    PRACTICE_CONSULTANT("Praksiskonsulent"),
    QUALITY_UNIT("Regional kvalitetsenhed"),
    MEDICINE_CONSULTANT("Lægemiddelkonsulent"),
    MUNICIPALITY("Kommune"),
    SPECIALIST("Speciallæge"),
    PATIENT_ASSOCIATION("Patientforening"),
    RESEARCHER("Forsker"),
    OTHER("Andre");

    private final String danish;

    ContactKind(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    /** As people write it, in a file for instance. */
    static Optional<ContactKind> written(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.danish.toLowerCase(Locale.ROOT).equals(wanted)
                        || kind.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
