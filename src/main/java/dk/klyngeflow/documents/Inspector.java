package dk.klyngeflow.documents;

import dk.klyngeflow.documents.Inspection.Condition;
import dk.klyngeflow.documents.Inspection.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.stereotype.Component;

/** Says in Danish what is wrong with a file, and what the sender can do about it. */
@Component
class Inspector {

    static final String USABLE = "Brug en PDF, en e-faktura (XML) eller et billede (PNG eller JPEG).";

    private final BoundedWork bounded;

    Inspector(BoundedWork bounded) {
        this.bounded = bounded;
    }

    Inspection inspect(byte[] content, String fileName) {
        Sniffed sniffed = Sniffed.of(content);
        if (content.length == 0) {
            return sick(
                    sniffed, Condition.EMPTY, "Filen " + fileName + " er tom. Bed afsenderen om at sende den igen.");
        }
        return switch (sniffed.kind()) {
            case PDF -> pdf(content, fileName, sniffed);
            case PNG, JPEG -> picture(content, fileName, sniffed);
            case XML -> new Inspection(Kind.XML, Condition.READABLE, sniffed.mediaType(), 0, null);
            case OTHER -> sick(sniffed, Condition.WRONG_TYPE, otherType(content, fileName));
        };
    }

    private Inspection pdf(byte[] content, String fileName, Sniffed sniffed) {
        try {
            int pages = bounded.run(() -> {
                try (PDDocument document = PdfFiles.open(content)) {
                    // a page tree that is cut off shows itself only when a page is asked for
                    document.getPage(document.getNumberOfPages() - 1).getMediaBox();
                    return document.getNumberOfPages();
                }
            });
            return new Inspection(Kind.PDF, Condition.READABLE, sniffed.mediaType(), pages, null);
        } catch (BoundedWork.Failed e) {
            if (e.getCause() instanceof InvalidPasswordException) {
                return sick(
                        sniffed,
                        Condition.ENCRYPTED,
                        "PDF-filen " + fileName
                                + " er låst med en adgangskode. Bed afsenderen om en udgave uden adgangskode.");
            }
            return sick(
                    sniffed,
                    Condition.BROKEN,
                    "PDF-filen " + fileName + " er beskadiget og kan ikke åbnes. Bed afsenderen om at sende den igen.");
        }
    }

    /** Pages from 1 whose text holds what is like a CPR number; empty for what is no PDF or has no text that can be read. */
    List<Integer> pagesWithCprNumber(byte[] content) {
        return ofPdf(content, List.of(), PdfFiles::pagesWithCprNumber);
    }

    /** Empty for what is no PDF or has no text that can be read. */
    String text(byte[] content) {
        return ofPdf(content, "", PdfFiles::text);
    }

    /** Nothing is known of what is no PDF, and of pages without text. */
    FileWords words(byte[] content) {
        return ofPdf(content, FileWords.UNREADABLE, PdfFiles::words);
    }

    private <T> T ofPdf(byte[] content, T otherwise, PdfReading<T> reading) {
        if (Sniffed.of(content).kind() != Kind.PDF) {
            return otherwise;
        }
        try {
            return bounded.run(() -> {
                try (PDDocument document = PdfFiles.open(content)) {
                    return reading.of(document);
                }
            });
        } catch (BoundedWork.Failed unreadable) {
            return otherwise;
        }
    }

    private interface PdfReading<T> {
        T of(PDDocument document) throws IOException;
    }

    private Inspection picture(byte[] content, String fileName, Sniffed sniffed) {
        try {
            bounded.run(() -> {
                Pictures.check(content);
                return true;
            });
            return new Inspection(sniffed.kind(), Condition.READABLE, sniffed.mediaType(), 1, null);
        } catch (BoundedWork.Failed e) {
            return sick(
                    sniffed,
                    Condition.BROKEN,
                    "Billedet " + fileName
                            + " er beskadiget eller for stort og kan ikke vises. Tag det igen, eller gem det mindre.");
        }
    }

    private static String otherType(byte[] content, String fileName) {
        String head = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK") || head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return fileName
                    + " er et Word- eller Excel-dokument eller et zip-arkiv. Gem det som PDF, og send det igen.";
        }
        if (head.length() > 12 && head.startsWith("ftyp", 4)) {
            return fileName
                    + " er et billede i et format, der ikke kan vises (HEIC). Gem det som JPEG, og send det igen.";
        }
        if (head.strip().toLowerCase(Locale.ROOT).startsWith("<")) {
            return fileName + " er en webside. " + USABLE;
        }
        return "Filtypen af " + fileName + " kan ikke bruges. " + USABLE;
    }

    private static Inspection sick(Sniffed sniffed, Condition condition, String message) {
        return new Inspection(sniffed.kind(), condition, sniffed.mediaType(), 0, message);
    }
}
