package dk.klyngeflow.bankstatements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the year of Klynge Nord, and what must come out of them. */
final class BankFiles {

    static final String DANSKE = "danske-bank-netbank-2026.csv";
    static final String NORDEA = "nordea-netbank-2026.csv";
    static final String CAMT = "camt053-v02-klynge-nord-2026.xml";
    static final String FOREIGN = "genkgo-camt053-v08.xml";
    static final String ERHVERV = "microsoft-nordea-erhverv.csv";
    static final String IBAN = "DK5000400440116243";

    private BankFiles() {}

    static Path path(String name) {
        return Path.of("src", "test", "resources", "bank", name);
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode expected() {
        try {
            return new ObjectMapper().readTree(bytes("expected-klynge-nord-2026.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
