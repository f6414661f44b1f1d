package dk.klyngeflow.payments;

import java.util.List;

/**
 * The account that a Danish company has named for public payments. Only who has an agreement with their bank can pay to it, so there is no
 * payment file for it here.
 *
 * @param cvr the company's CVR number, never a CPR number; may be empty
 */
public record NemKonto(String cvr) implements PaymentTarget {

    public NemKonto {
        cvr = cvr.matches("[0-9]{8}") ? cvr : "";
    }

    @Override
    public String label() {
        return cvr.isEmpty() ? "NemKonto" : "NemKonto for CVR " + cvr;
    }

    @Override
    public List<String> faults() {
        return List.of("Betaling til NemKonto kræver en aftale med banken. Skriv modtagerens konto i stedet.");
    }

    @Override
    public String payee() {
        return key();
    }

    @Override
    public String key() {
        return "NEMKONTO:" + cvr;
    }
}
