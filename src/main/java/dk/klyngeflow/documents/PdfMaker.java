package dk.klyngeflow.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes PDF files for printing and filing (PDF/A-2b): the font is inside, and nothing is fetched from anywhere. */
@Component
public class PdfMaker {

    private final ITemplateEngine templates;
    private final PdfBundle bundle;
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PdfMaker(ITemplateEngine templates, PdfBundle bundle) {
        this.templates = templates;
        this.bundle = bundle;
        // it tells every step of the layout otherwise
        XRLog.setLoggingEnabled(false);
    }

    /** @param paper its components are what the template shows, under their names */
    public byte[] pdf(String template, Record paper) {
        return pdf(template, components(paper), 1);
    }

    /** As {@link #pdf(String, Record)}, for pages that are put behind others: they count on. */
    public byte[] pdfBehind(byte[] before, String template, Record paper) {
        try (PDDocument pages = PdfFiles.open(before)) {
            return pdf(template, components(paper), pages.getNumberOfPages() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("pages before those of template " + template, e);
        }
    }

    private static Map<String, Object> components(Record paper) {
        Map<String, Object> model = new HashMap<>();
        for (RecordComponent component : paper.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            // a room keeps its papers to itself
            accessor.setAccessible(true);
            model.put(component.getName(), ReflectionUtils.invokeMethod(accessor, paper));
        }
        return model;
    }

    /**
     * @param template name of a page in {@code templates/documents}, such as {@code voucher-list}; it uses the fragment {@code page} of
     *     {@code documents/layout}
     * @param model what the template shows; text in it is escaped and never becomes a template itself
     */
    public byte[] pdf(String template, Map<String, Object> model) {
        return pdf(template, model, 1);
    }

    private byte[] pdf(String template, Map<String, Object> model, int firstPage) {
        String html = templates.process("documents/" + template, new Context(Locale.forLanguageTag("da"), model));
        try {
            return withXmlOfTheJdk(() -> printed(html, firstPage));
        } catch (IOException e) {
            throw new UncheckedIOException("PDF from template " + template, e);
        }
    }

    private byte[] printed(String html, int firstPage) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(colours)
                    .withProducer("Klyngeflow")
                    .useInitialPageNumber(firstPage)
                    .withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), "/")
                    .toStream(out);
            DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
            drawers.registerDrawer(SvgFigures.TYPE, new SvgFigures());
            builder.useObjectDrawerFactory(drawers);
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> isInside(uri), when);
            }
            for (OpenSans font : OpenSans.values()) {
                builder.useFont(new Letters(font, document), OpenSans.NAME, font.weight(), font.style(), true);
            }
            builder.run();
        }
        return out.toByteArray();
    }

    /** Put into the document when a word is first written in them. */
    private static final class Letters extends PDFontSupplier {

        private final OpenSans font;
        private final PDDocument document;

        @SuppressWarnings("NullAway") // the library would take a font that is there already
        private Letters(OpenSans font, PDDocument document) {
            super(null);
            this.font = font;
            this.document = document;
        }

        @Override
        public PDFont supply() {
            return font.in(document);
        }
    }

    private interface Work {
        byte[] run() throws IOException;
    }

    /** A page is XML on its way, and so are the words about a PDF inside it: to look for other makers of XML opens many jars each time. */
    private static byte[] withXmlOfTheJdk(Work work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the {@code object} of a template shows: one of our own pictures, drawn and not fetched. */
    public static String figure(String svg) {
        return SvgFigures.data(svg);
    }

    /** One PDF of several; a broken or locked one is replaced by a page that says so. */
    public byte[] merge(List<byte[]> pdfs) {
        List<Part> parts = new ArrayList<>();
        for (byte[] pdf : pdfs) {
            parts.add(new Part("Bilag " + (parts.size() + 1), pdf));
        }
        return bundle(parts);
    }

    /** As {@link #merge}; takes PNG and JPEG pictures too, and names a part that cannot be shown. */
    public byte[] bundle(List<Part> parts) {
        return bundle.of(parts, (title, reason) -> pdf("unreadable-part", Map.of("title", title, "reason", reason)));
    }

    /**
     * @param title Danish, for people
     * @param content a PDF, PNG or JPEG
     */
    public record Part(String title, byte[] content) {}

    private static boolean isInside(String uri) {
        return uri.startsWith("data:");
    }
}
