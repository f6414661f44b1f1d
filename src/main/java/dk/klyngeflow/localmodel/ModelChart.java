package dk.klyngeflow.localmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A bar for each answer to each question, with its figure; what leads has a star and another pattern, so that no colour need be seen. */
final class ModelChart {

    private static final int WIDTH = 400;
    private static final int LABEL = 262;
    private static final int BAR = WIDTH - LABEL - 40;
    private static final int LINE = 17;
    private static final int GAP = 5;
    private static final int HEAD = 30;
    private static final int LONGEST = 36;

    private static final String DEFS = """
            <defs><pattern id="other" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <rect width="6" height="6" fill="#ffffff"/><rect width="2" height="6" fill="#5b646b"/></pattern></defs>
            """;

    private ModelChart() {}

    /** What the picture says, for those who do not see it. */
    static String inWords(ModelTally tally) {
        return Arrays.stream(Question.values())
                .map(question -> question.label() + ": "
                        + question.options().stream()
                                .map(option -> option.label() + " " + tally.of(question, option.value()))
                                .collect(Collectors.joining(", "))
                        + ".")
                .collect(Collectors.joining(" "));
    }

    static String svg(ModelTally tally) {
        int height = Arrays.stream(Question.values())
                .mapToInt(question -> HEAD
                        + question.options().stream()
                                .mapToInt(ModelChart::height)
                                .sum())
                .sum();
        StringBuilder svg =
                new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="13" fill="#1a1a1a">
                <title>Svarene på hvert spørgsmål</title>
                <desc>%s</desc>
                """.formatted(WIDTH, height + 8, WIDTH, height + 8, escaped(inWords(tally))));
        svg.append(DEFS).append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        int y = 0;
        for (Question question : Question.values()) {
            text(svg, 4, y + 20, "bold", question.label() + " (" + tally.voices(question) + " svar)");
            y += HEAD;
            for (Question.Option option : question.options()) {
                row(svg, tally, question, option, y);
                y += height(option);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, ModelTally tally, Question question, Question.Option option, int y) {
        int count = tally.of(question, option.value());
        boolean leads = tally.leading(question).contains(option.value());
        int width = BAR * count / Math.max(1, tally.asked());
        List<String> words = lines(option.label() + (leads ? " ★" : ""));
        for (int line = 0; line < words.size(); line++) {
            text(svg, 10, y + 14 + LINE * line, "normal", words.get(line));
        }
        if (count > 0) {
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"%s\" stroke=\"#1a1a1a\"/>\n"
                    .formatted(LABEL, y + 3, width, leads ? "#2e6b3f" : "url(#other)"));
        }
        text(svg, LABEL + width + 6, y + 14, "normal", String.valueOf(count));
    }

    private static int height(Question.Option option) {
        // as if it led: the star must not run into the line below
        return LINE * lines(option.label() + " ★").size() + GAP;
    }

    /** Broken between words. */
    private static List<String> lines(String label) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : label.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > LONGEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void text(StringBuilder svg, int x, int y, String weight, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" font-weight=\"%s\">%s</text>\n".formatted(x, y, weight, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
