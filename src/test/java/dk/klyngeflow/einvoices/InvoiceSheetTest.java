package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class InvoiceSheetTest {

    static final List<String> ALL = Samples.ALL;

    private final InvoiceSheet page = new InvoiceSheet(templates());

    @Test
    void showsLinesVatTotalsAndPaymentInDanish() {
        String text = text(Samples.invoice(Samples.OIOUBL));

        assertThat(text)
                .contains("Faktura A00095678")
                .contains("Tavleverandøren", "(Tavleleverandøren)", "Leverandørvej 11, 2870 Dyssegård", "CVR 16356706")
                .contains("Den Lille Skole")
                .contains("Dato 20.11.2005", "Betales senest 25.11.2005", "Ordrenummer 5002701")
                .contains("1 Hejsetavle Varenr. 5712345780121 1 stk. 5.000,00 25 % 5.000,00")
                .contains("Moms 25 % 5.050,00 1.262,50")
                .contains("At betale (kr) 6.312,50")
                .contains("Betales ved Kontooverførsel reg.nr. 1234 konto 1234567890 Besked: A00095678");
    }

    @Test
    void showsWhatACreditNoteCorrects() {
        assertThat(text(Samples.invoice(Samples.OIOUBL_CREDIT)))
                .contains("Kreditnota A00095679")
                .contains("Vedrører faktura A00095678 af 20.11.2005 · Modregning af forkert faktura")
                .contains("Til gode (kr) 6.312,50");
    }

    @Test
    void showsDiscountsPrepaymentAndOtherCurrencies() {
        assertThat(text(Samples.invoice("peppol-Allowance-example.xml")))
                .contains("Gebyr: Cleaning 200,00", "Rabat: Discount -200,00", "Forudbetalt -1.000,00")
                .contains("At betale (EUR) 6.125,00", "Moms i SEK 9.324,00")
                .contains("Momsfritaget Reason for tax exempt");
    }

    @Test
    void textOfTheSupplierIsNeverMarkupNorATemplate() {
        EInvoice invoice = Samples.quick(Samples.changed(
                        Samples.OIOUBL,
                        "Tavleverandøren</cbc:Name>",
                        "&lt;script&gt;alert(1)&lt;/script&gt; ${T(java.lang.Runtime)} [[${invoice}]]</cbc:Name>"))
                .invoice();

        String html = page.html(invoice);

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt; ${T(java");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void fetchesNothing(String file) {
        Document html = Jsoup.parse(page.html(Samples.invoice(file)));

        assertThat(html.select("script, link, img, iframe, object, [src], [href]"))
                .isEmpty();
        assertThat(html.select("tbody tr").size()).isGreaterThan(3);
    }

    private String text(EInvoice invoice) {
        return Jsoup.parse(page.html(invoice)).text();
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
