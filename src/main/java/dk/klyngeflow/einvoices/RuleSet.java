package dk.klyngeflow.einvoices;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.executor.IValidationExecutor;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.oioubl.OIOUBLLegacyValidation;
import com.helger.phive.oioubl.OIOUBLValidation;
import com.helger.phive.peppol.PeppolValidation2025_11;
import com.helger.phive.xml.schematron.ValidationExecutorSchematron;
import com.helger.phive.xml.source.IValidationSourceXML;
import dk.klyngeflow.einvoices.EInvoice.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Which official rules hold for which format. OIOUBL 3 and Peppol build on EN 16931, whose rules are the largest: one edition of them is
 * used for all three, or memory would hold three nearly equal copies.
 */
@SuppressWarnings(
        "deprecation") // phive calls every edition that has a successor or was withdrawn, as OIOUBL 3 was, deprecated
enum RuleSet {
    OIOUBL_2_INVOICE(false, OIOUBLValidation.VID_OIOUBL_INVOICE_1_17_1),
    OIOUBL_2_CREDIT_NOTE(false, OIOUBLValidation.VID_OIOUBL_CREDIT_NOTE_1_17_1),
    OIOUBL_3_INVOICE(true, OIOUBLLegacyValidation.VID_OIOUBL_INVOICE_3_0_1),
    OIOUBL_3_CREDIT_NOTE(true, OIOUBLLegacyValidation.VID_OIOUBL_CREDIT_NOTE_3_0_1),
    PEPPOL_INVOICE(true, PeppolValidation2025_11.VID_OPENPEPPOL_INVOICE_UBL_V3),
    PEPPOL_CREDIT_NOTE(true, PeppolValidation2025_11.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3),
    EN16931_INVOICE(true, EN16931Validation.VID_UBL_INVOICE_1315),
    EN16931_CREDIT_NOTE(true, EN16931Validation.VID_UBL_CREDIT_NOTE_1315);

    private final boolean onEn16931;
    private final DVRCoordinate id;

    RuleSet(boolean onEn16931, DVRCoordinate id) {
        this.onEn16931 = onEn16931;
        this.id = id;
    }

    static RuleSet of(Format format, Kind kind) {
        boolean invoice = kind == Kind.INVOICE;
        return switch (format) {
            case OIOUBL_2 -> invoice ? OIOUBL_2_INVOICE : OIOUBL_2_CREDIT_NOTE;
            case OIOUBL_3 -> invoice ? OIOUBL_3_INVOICE : OIOUBL_3_CREDIT_NOTE;
            case PEPPOL_BIS_3 -> invoice ? PEPPOL_INVOICE : PEPPOL_CREDIT_NOTE;
            case EN16931, UBL -> invoice ? EN16931_INVOICE : EN16931_CREDIT_NOTE;
        };
    }

    /** OIOUBL uses UBL fields that EN 16931 advises against. */
    boolean usesOioublExtensions() {
        return this == OIOUBL_3_INVOICE || this == OIOUBL_3_CREDIT_NOTE;
    }

    static ValidationExecutorSetRegistry<IValidationSourceXML> registry() {
        ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();
        EN16931Validation.initEN16931(registry);
        PeppolValidation2025_11.init(registry);
        OIOUBLValidation.initOIOUBL(registry);
        OIOUBLLegacyValidation.initLegacyOIOUBL(registry);
        return registry;
    }

    /** EN 16931 first where it is built upon, then the rules of its own; the schema is checked elsewhere. */
    List<IValidationExecutor<IValidationSourceXML>> executors(
            ValidationExecutorSetRegistry<IValidationSourceXML> registry) {
        List<IValidationExecutor<IValidationSourceXML>> executors = new ArrayList<>();
        if (onEn16931) {
            executors.add(last(registry, EN16931Validation.VID_UBL_INVOICE_1315));
        }
        if (this != EN16931_INVOICE && this != EN16931_CREDIT_NOTE) {
            executors.add(last(registry, id));
        }
        return executors;
    }

    private static IValidationExecutor<IValidationSourceXML> last(
            ValidationExecutorSetRegistry<IValidationSourceXML> registry, DVRCoordinate id) {
        var set = registry.getOfID(id);
        if (set == null) {
            throw new IllegalStateException("No rules " + id.getAsSingleID());
        }
        return set.getAllExecutors().stream()
                .filter(ValidationExecutorSchematron.class::isInstance)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("No Schematron in " + id.getAsSingleID()));
    }
}
