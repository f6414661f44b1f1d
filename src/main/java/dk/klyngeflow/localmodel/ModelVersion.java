package dk.klyngeflow.localmodel;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the cluster has agreed on, from a day. @param inForceAt null until its day has come */
public record ModelVersion(
        String clusterId,
        int version,
        int roundNo,
        Terms terms,
        Days days,
        String documentId,
        @Nullable Instant inForceAt) {

    public record Terms(Choices choices, String note) {}

    public record Days(LocalDate adoptedOn, LocalDate effectiveFrom) {}

    public Choices choices() {
        return terms.choices();
    }

    public String note() {
        return terms.note();
    }

    public LocalDate adoptedOn() {
        return days.adoptedOn();
    }

    public LocalDate effectiveFrom() {
        return days.effectiveFrom();
    }

    /** As the page of settings says it. */
    public String inWords() {
        return "den lokale model, version " + version;
    }
}
