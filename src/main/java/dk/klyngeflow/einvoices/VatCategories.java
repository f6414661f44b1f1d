package dk.klyngeflow.einvoices;

import java.util.Map;
import java.util.Set;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import org.jspecify.annotations.Nullable;

/** OIOUBL 2 and UNCL 5305 name the same VAT categories differently; in here they have the names of UNCL. */
final class VatCategories {

    private static final Set<String> VAT_SCHEMES = Set.of("63", "VAT", "MOMS");
    private static final Map<String, String> OIOUBL = Map.of(
            "STANDARDRATED",
            "S",
            "ZERORATED",
            "Z",
            "REVERSECHARGE",
            "AE",
            "EXCISE",
            "EXCISE",
            "3645",
            "S",
            "3079",
            "S");
    private static final Map<String, String> DANISH = Map.ofEntries(
            Map.entry("S", "Moms"),
            Map.entry("AA", "Moms, nedsat sats"),
            Map.entry("Z", "Nulsats"),
            Map.entry("E", "Momsfritaget"),
            Map.entry("AE", "Omvendt betalingspligt"),
            Map.entry("K", "Varesalg inden for EU"),
            Map.entry("G", "Eksport uden for EU"),
            Map.entry("O", "Uden for momsloven"),
            Map.entry("L", "IGIC (De Kanariske Øer)"),
            Map.entry("M", "IPSI (Ceuta og Melilla)"),
            Map.entry("EXCISE", "Afgift"));

    private VatCategories() {}

    static boolean isVatScheme(String schemeId) {
        return VAT_SCHEMES.contains(schemeId);
    }

    /** No scheme at all counts as VAT. */
    static boolean isVat(@Nullable TaxCategoryType category) {
        if (category == null || category.getTaxScheme() == null) {
            return true;
        }
        String id = Texts.compact(category.getTaxScheme().getIDValue());
        return id.isEmpty() || isVatScheme(id);
    }

    static String code(@Nullable TaxCategoryType category) {
        String id = category == null ? "" : Texts.compact(category.getIDValue());
        return OIOUBL.getOrDefault(id, id);
    }

    static String danish(String code) {
        return DANISH.getOrDefault(code, code);
    }
}
