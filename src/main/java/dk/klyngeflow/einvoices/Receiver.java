package dk.klyngeflow.einvoices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who an invoice should be addressed to: the cluster.
 *
 * @param cvr eight digits, with or without prefix; null when the cluster has none
 * @param gln thirteen digits (EAN), null when the cluster has none
 */
public record Receiver(
        String name, @Nullable String cvr, @Nullable String gln) {

    /** Words that do not tell one cluster from another. */
    private static final Set<String> COMMON = Set.of(
            "klynge",
            "klyngen",
            "kvalitetsklynge",
            "kvalitetsklyngen",
            "foreningen",
            "forening",
            "aps",
            "as",
            "i",
            "for",
            "og",
            "att");

    /**
     * Compares with the receiver of an invoice, by number where both have one, else by name. The problem is a doubt for a person to
     * settle, not a refusal: suppliers write wrong names, and an invoice for somebody else does arrive.
     */
    public Optional<Problem> doubtAbout(EInvoice invoice) {
        Party stated = invoice.receiver();
        String ours = cvr == null ? "" : Parties.cvr(cvr).orElse("");
        if (!ours.isEmpty() && stated.cvr() != null) {
            return ours.equals(stated.cvr())
                    ? Optional.empty()
                    : wrong(Problem.Severity.ERROR, "CVR-nummer " + stated.cvr(), "CVR-nummer " + ours, stated);
        }
        String ourGln = Texts.digits(gln);
        if (!ourGln.isEmpty() && !stated.gln().isEmpty()) {
            return ourGln.equals(stated.gln())
                    ? Optional.empty()
                    : wrong(Problem.Severity.ERROR, "EAN-nummer " + stated.gln(), "EAN-nummer " + ourGln, stated);
        }
        if (stated.name().isEmpty()) {
            return Optional.of(Problem.warning(
                    "RECEIVER",
                    "Modtager",
                    "Der står ikke, hvem fakturaen er til. Kontrollér, at den er til " + name + "."));
        }
        return resembles(stated.name()) || resembles(stated.legalName())
                ? Optional.empty()
                : wrong(Problem.Severity.WARNING, "", "", stated);
    }

    private Optional<Problem> wrong(Problem.Severity severity, String theirs, String ours, Party stated) {
        String to = theirs.isEmpty() ? stated.name() : Texts.joined(", ", stated.name(), theirs);
        String not = ours.isEmpty() ? name : name + ", " + ours;
        return Optional.of(new Problem(
                "RECEIVER",
                severity,
                "Fakturaen er til en anden: " + to + " – og ikke til " + not
                        + ". Er den sendt forkert, så afvis den, og bed leverandøren sende den rigtigt.",
                "Modtager",
                ""));
    }

    private boolean resembles(String other) {
        List<String> ours = words(name);
        List<String> theirs = words(other);
        return !ours.isEmpty() && !theirs.isEmpty() && (ours.containsAll(theirs) || theirs.containsAll(ours));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> !w.isEmpty() && !COMMON.contains(w))
                .toList();
    }
}
