package dk.klyngeflow.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * As much of Markdown as our own guides use: headings, paragraphs, lists, tables, pictures, links, bold and code. Everything is escaped first,
 * so nothing in a guide becomes markup by itself.
 */
final class Markdown {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(pictures/([a-z0-9-]+\\.png)\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\]]*)]\\(([^)]*)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<![*\\w])\\*([^*]+)\\*(?![*\\w])");
    private static final Pattern ITEM = Pattern.compile("(-|\\d+\\.) +(.*)");
    private static final Pattern RULE_OF_TABLE = Pattern.compile("\\|[ :|-]+\\|?");

    private final StringBuilder html = new StringBuilder();
    private final List<String> block = new ArrayList<>();

    private Markdown() {}

    static String html(String text) {
        Markdown markdown = new Markdown();
        text.lines().forEach(markdown::line);
        markdown.end();
        return markdown.html.toString();
    }

    private void line(String line) {
        boolean heading = line.startsWith("#");
        boolean otherKind = !block.isEmpty()
                && (line.startsWith("|") != block.get(0).startsWith("|")
                        || (ITEM.matcher(line).matches()
                                && !ITEM.matcher(block.get(0)).matches()));
        if (line.isBlank() || heading || otherKind) {
            end();
        }
        if (heading) {
            int level = Math.min(4, line.length() - line.replaceFirst("^#+", "").length());
            String title = line.replaceFirst("^#+ *", "");
            html.append("<h" + level + ">" + inline(title) + "</h" + level + ">\n");
        } else if (!line.isBlank()) {
            block.add(line);
        }
    }

    private void end() {
        if (block.isEmpty()) {
            return;
        }
        String first = block.get(0);
        if (first.startsWith("|")) {
            table();
        } else if (ITEM.matcher(first).matches()) {
            list(first.startsWith("-") ? "ul" : "ol");
        } else {
            html.append("<p>" + inline(String.join(" ", block)) + "</p>\n");
        }
        block.clear();
    }

    private void list(String kind) {
        html.append("<" + kind + ">\n");
        StringBuilder item = new StringBuilder();
        for (String line : block) {
            Matcher begins = ITEM.matcher(line);
            if (begins.matches()) {
                item(item);
                item.append(begins.group(2));
            } else {
                item.append(' ').append(line.strip());
            }
        }
        item(item);
        html.append("</" + kind + ">\n");
    }

    private void item(StringBuilder item) {
        if (!item.isEmpty()) {
            html.append("<li>" + inline(item.toString()) + "</li>\n");
            item.setLength(0);
        }
    }

    private void table() {
        html.append("<div class=\"scroll\"><table>\n");
        String cell = "th";
        for (String line : block) {
            if (RULE_OF_TABLE.matcher(line).matches()) {
                cell = "td";
                continue;
            }
            html.append("<tr>");
            for (String each :
                    line.replaceFirst("^\\|", "").replaceFirst("\\|\\s*$", "").split("\\|")) {
                html.append("<" + cell + ">" + inline(each.strip()) + "</" + cell + ">");
            }
            html.append("</tr>\n");
        }
        html.append("</table></div>\n");
    }

    private static String inline(String text) {
        String escaped = HtmlUtils.htmlEscape(text, "UTF-8");
        escaped = CODE.matcher(escaped).replaceAll("<code>$1</code>");
        escaped = PICTURE.matcher(escaped).replaceAll("<img src=\"/hjaelp/billeder/$2\" alt=\"$1\" loading=\"lazy\">");
        // a link leads to another guide or to nothing that is served: then its text is enough
        escaped = LINK.matcher(escaped)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group(2).matches("[a-z]+\\.md")
                                ? "<a href=\"/hjaelp/" + link.group(2).replace(".md", "") + "\">" + link.group(1)
                                        + "</a>"
                                : link.group(1)));
        escaped = BOLD.matcher(escaped).replaceAll("<strong>$1</strong>");
        return ITALIC.matcher(escaped).replaceAll("<em>$1</em>");
    }
}
