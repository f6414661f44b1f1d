package dk.klyngeflow.documents;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Draws our own pictures, which are rectangles, circles, lines, paths and short texts, into a PDF: an {@code object} whose data are the
 * same SVG as on the page. As lines, not as dots, so that they print well; letters are outlines of the font that is inside anyhow.
 */
final class SvgFigures implements FSObjectDrawer {

    static final String TYPE = "image/svg+xml";

    private static final String DATA = "data:image/svg+xml;base64,";
    private static final TrueTypeFont LETTERS = OpenSans.REGULAR.letters();

    /** Data for the {@code object} of a template. */
    static String data(String svg) {
        return DATA + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element object,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        String svg = new String(
                Base64.getDecoder().decode(object.getAttribute("data").substring(DATA.length())),
                StandardCharsets.UTF_8);
        float wide = (float) width / dotsPerPixel;
        float high = (float) height / dotsPerPixel;
        device.drawWithGraphics((float) x, (float) y, wide, high, graphics -> draw(svg, graphics, wide, high));
        return null;
    }

    private static void draw(String svg, Graphics2D graphics, float wide, float high) {
        Document document = Jsoup.parse(svg, "", Parser.xmlParser());
        org.jsoup.nodes.Element root = document.firstElementChild();
        if (root == null) {
            return;
        }
        String[] box = root.attr("viewBox").split(" ", -1);
        double scale = Math.min(wide / Double.parseDouble(box[2]), high / Double.parseDouble(box[3]));
        graphics.scale(scale, scale);
        double size = Double.parseDouble(root.attr("font-size"));
        for (org.jsoup.nodes.Element part : root.children()) {
            switch (part.normalName()) {
                case "rect" -> paint(graphics, part, rectangle(part, box));
                case "circle" -> {
                    double r = number(part, "r");
                    paint(
                            graphics,
                            part,
                            new Ellipse2D.Double(number(part, "cx") - r, number(part, "cy") - r, 2 * r, 2 * r));
                }
                case "line" ->
                    paint(
                            graphics,
                            part,
                            new Line2D.Double(
                                    number(part, "x1"), number(part, "y1"), number(part, "x2"), number(part, "y2")));
                case "path" -> paint(graphics, part, path(part.attr("d")));
                case "text" -> {
                    graphics.setColor(Color.decode("#1a1a1a"));
                    graphics.fill(text(part, size));
                }
                case "title", "desc" -> {
                    // said beside the picture
                }
                default -> throw new IllegalStateException("no " + part.normalName() + " is drawn in a PDF");
            }
        }
    }

    private static Rectangle2D rectangle(org.jsoup.nodes.Element part, String[] box) {
        return part.attr("width").endsWith("%")
                ? new Rectangle2D.Double(0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3]))
                : new Rectangle2D.Double(
                        number(part, "x"), number(part, "y"), number(part, "width"), number(part, "height"));
    }

    /** Moves once, then goes by steps. */
    private static Shape path(String steps) {
        GeneralPath path = new GeneralPath();
        double[] at = {0, 0};
        for (String step : steps.replaceAll("([MLlz])", " ;$1 ").split(";", -1)) {
            String[] words = step.strip().split("\\s+", -1);
            switch (words[0]) {
                case "M", "L", "l" -> {
                    double fromX = words[0].equals("l") ? at[0] : 0;
                    double fromY = words[0].equals("l") ? at[1] : 0;
                    at[0] = fromX + Double.parseDouble(words[1]);
                    at[1] = fromY + Double.parseDouble(words[2]);
                    if (words[0].equals("M")) {
                        path.moveTo(at[0], at[1]);
                    } else {
                        path.lineTo(at[0], at[1]);
                    }
                }
                case "z" -> path.closePath();
                case "" -> {
                    // before the first
                }
                default -> throw new IllegalStateException("no step " + words[0] + " is drawn in a PDF");
            }
        }
        return path;
    }

    private static void paint(Graphics2D graphics, org.jsoup.nodes.Element part, Shape shape) {
        String fill = part.attr("fill");
        if (!(shape instanceof Line2D) && !fill.equals("none")) {
            graphics.setColor(Color.decode(fill.isEmpty() ? "#1a1a1a" : fill));
            graphics.fill(shape);
        }
        String stroke = part.attr("stroke");
        if (!stroke.isEmpty()) {
            float width = part.hasAttr("stroke-width") ? Float.parseFloat(part.attr("stroke-width")) : 1;
            float[] dashes = part.hasAttr("stroke-dasharray") ? dashes(part.attr("stroke-dasharray")) : null;
            graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
            graphics.setColor(Color.decode(stroke));
            graphics.draw(shape);
        }
    }

    private static float[] dashes(String said) {
        double[] lengths = Arrays.stream(said.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        float[] dashes = new float[lengths.length];
        for (int at = 0; at < lengths.length; at++) {
            dashes[at] = (float) lengths[at];
        }
        return dashes;
    }

    private static Shape text(org.jsoup.nodes.Element part, double size) {
        try {
            double scale = size / LETTERS.getUnitsPerEm();
            GeneralPath line = new GeneralPath();
            double wide = 0;
            int[] letters = part.text().codePoints().toArray();
            for (int letter : letters) {
                int glyph = LETTERS.getUnicodeCmapLookup().getGlyphId(letter);
                GeneralPath outline = LETTERS.getGlyph().getGlyph(glyph) == null
                        ? new GeneralPath()
                        : LETTERS.getGlyph().getGlyph(glyph).getPath();
                line.append(AffineTransform.getTranslateInstance(wide, 0).createTransformedShape(outline), false);
                wide += LETTERS.getAdvanceWidth(glyph);
            }
            double shift = switch (part.attr("text-anchor").toLowerCase(Locale.ROOT)) {
                case "middle" -> wide * scale / 2;
                case "end" -> wide * scale;
                default -> 0;
            };
            AffineTransform there = AffineTransform.getTranslateInstance(number(part, "x") - shift, number(part, "y"));
            there.scale(scale, -scale);
            return there.createTransformedShape(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(org.jsoup.nodes.Element part, String name) {
        return Double.parseDouble(part.attr(name));
    }
}
