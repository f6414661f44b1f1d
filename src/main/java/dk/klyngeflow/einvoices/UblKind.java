package dk.klyngeflow.einvoices;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import java.util.Map;
import org.w3c.dom.Element;

/** Tells what a document is by its root element; what is no invoice is named in Danish, with what to do about it. */
final class UblKind {

    private static final String INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    private static final String CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
    private static final String ASK = " Bed leverandøren sende selve fakturaen.";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("Reminder", "en rykker. Find den faktura, der rykkes for, og behandl den."),
            Map.entry("Order", "en ordre (bestilling)." + ASK),
            Map.entry("OrderResponse", "et svar på en ordre." + ASK),
            Map.entry("OrderResponseSimple", "et svar på en ordre." + ASK),
            Map.entry("OrderChange", "en ændring af en ordre." + ASK),
            Map.entry("OrderCancellation", "en annullering af en ordre. Der skal ikke betales noget."),
            Map.entry("ApplicationResponse", "en kvittering (ApplicationResponse). Der skal ikke betales noget."),
            Map.entry("Statement", "et kontoudtog." + ASK),
            Map.entry("UtilityStatement", "en forbrugsopgørelse." + ASK),
            Map.entry("Catalogue", "et varekatalog."),
            Map.entry("DespatchAdvice", "en følgeseddel." + ASK),
            Map.entry("ReceiptAdvice", "en varemodtagelse." + ASK),
            Map.entry("Quotation", "et tilbud." + ASK),
            Map.entry("RequestForQuotation", "en forespørgsel om tilbud."),
            Map.entry("RemittanceAdvice", "en betalingsadvis. Der skal ikke betales noget."),
            Map.entry("DebitNote", "en debetnota." + ASK),
            Map.entry(
                    "SelfBilledInvoice",
                    "en faktura, som modtageren selv har udstedt (selvfakturering). Tast den i hånden."),
            Map.entry("SelfBilledCreditNote", "en kreditnota, som modtageren selv har udstedt. Tast den i hånden."),
            Map.entry("FreightInvoice", "en fragtfaktura, som ikke kan læses her. Tast den i hånden."),
            Map.entry(
                    "CrossIndustryInvoice",
                    "en faktura i formatet CII (UN/CEFACT), som ikke kan læses her."
                            + " Bed leverandøren sende den som OIOUBL eller Peppol BIS, eller tast den i hånden fra en PDF."),
            Map.entry(
                    "StandardBusinessDocument",
                    "en forsendelse med faktura i kuvert (SBDH)." + " Bed leverandøren sende fakturaen uden kuvert."),
            Map.entry("html", "en hjemmeside." + ASK),
            Map.entry("Envelope", "en forsendelse i kuvert." + ASK));

    private UblKind() {}

    static Kind of(Element root) throws NotReadable {
        String name = root.getLocalName();
        String namespace = root.getNamespaceURI() == null ? "" : root.getNamespaceURI();
        if (name.equals("Invoice") && namespace.equals(INVOICE)) {
            return Kind.INVOICE;
        }
        if (name.equals("CreditNote") && namespace.equals(CREDIT_NOTE)) {
            return Kind.CREDIT_NOTE;
        }
        if (name.equals("Invoice") && namespace.contains("oio.dk")) {
            throw new NotReadable(
                    "Det er en faktura i det gamle format OIOXML, som ikke bruges mere og ikke kan læses her."
                            + " Bed leverandøren sende den som OIOUBL eller Peppol BIS.");
        }
        if (name.equals("Invoice") || name.equals("CreditNote")) {
            throw new NotReadable(
                    "Filen ligner en faktura, men er ikke i et format, der kan læses her (OIOUBL, Peppol BIS 3"
                            + " eller EN 16931 i UBL). Bed leverandøren sende den i et af dem, eller tast den i hånden fra en PDF.");
        }
        String known = OTHERS.get(name);
        throw new NotReadable(
                known != null
                        ? "Det er ikke en faktura, men " + known
                        : "Det er ikke en faktura, men en anden slags XML-fil. Send fakturaen som OIOUBL eller Peppol BIS, eller som PDF.");
    }
}
