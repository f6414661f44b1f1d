package dk.klyngeflow.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of all our papers, read once; of each paper's own are those signs that it uses. */
enum OpenSans {
    REGULAR("OpenSans-Regular.ttf", 400, FontStyle.NORMAL),
    BOLD("OpenSans-Bold.ttf", 700, FontStyle.NORMAL),
    ITALIC("OpenSans-Italic.ttf", 400, FontStyle.ITALIC);

    static final String NAME = "Open Sans";

    private final TrueTypeFont letters;
    private final int weight;
    private final FontStyle style;

    OpenSans(String file, int weight, FontStyle style) {
        this.letters = read(file);
        this.weight = weight;
        this.style = style;
    }

    TrueTypeFont letters() {
        return letters;
    }

    int weight() {
        return weight;
    }

    FontStyle style() {
        return style;
    }

    PDFont in(PDDocument document) {
        try {
            return PDType0Font.load(document, letters, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont read(String file) {
        try (InputStream in = OpenSans.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font " + file + " is missing");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
