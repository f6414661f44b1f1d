package dk.klyngeflow.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A piece of the screen that a personal link opens. All texts are shown as they are, never as HTML. */
public sealed interface Block {

    /** How the template tells them apart. */
    default String shape() {
        return getClass().getSimpleName();
    }

    /** A paragraph; line breaks are kept. */
    record Text(String text) implements Block {}

    /** Something she should not overlook. */
    record Note(String text) implements Block {}

    /** Labels and what they stand for: when, where, who. */
    record Facts(Map<String, String> facts) implements Block {

        public Facts {
            facts = new LinkedHashMap<>(facts);
        }
    }

    /** A small table; on a phone each row is a card. */
    record Table(String caption, List<String> heads, List<List<String>> rows) implements Block {

        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /** @param alt what it says, for those who do not see it */
    record Picture(String svg, String alt) implements Block {}

    /** A document of the cluster that she may fetch here, by the name she knows it by. */
    record File(String documentId, String label) implements Block {}

    /** The file that {@link LinkPage#ownFile} makes when she asks for it; it is kept nowhere. */
    record OwnFile(String label) implements Block {}

    /**
     * A question with answers to pick from.
     *
     * @param chosen what she answered before; never anything else, since a mail scanner must not be able to answer for her
     * @param many whether several may be picked
     */
    record Choice(String name, String label, List<Option> options, Set<String> chosen, boolean required, boolean many)
            implements Block {

        public Choice {
            options = List.copyOf(options);
            chosen = Set.copyOf(chosen);
        }

        /** @param hint a second, smaller line; may be empty */
        public record Option(String value, String label, String hint) {

            public Option(String value, String label) {
                this(value, label, "");
            }
        }
    }

    /** One of many, such as a colleague: a list that opens. Nothing is chosen beforehand but what she answered herself. */
    record Pick(String name, String label, List<Choice.Option> options, String chosen, boolean required)
            implements Block {

        public Pick {
            options = List.copyOf(options);
        }
    }

    /**
     * Something to type.
     *
     * @param value what stands there already
     * @param maxLength in characters
     */
    record Field(String name, String label, Kind kind, String value, boolean required, int maxLength) implements Block {

        /** What is typed, which decides the keyboard of a phone. */
        public enum Kind {
            TEXT,
            AREA,
            NUMBER,
            MONEY,
            DAY,
            MAIL,
            PHONE,
            /** Never shown again, and taken as it is, with the blanks around it. */
            PASSWORD
        }
    }

    /** A PDF or a picture from her own device. */
    record Upload(String name, String label) implements Block {}

    /** A table from her own device, CSV or Excel. It is not kept: its content comes with the answer, in Base64. */
    record Sheet(String name, String label) implements Block {}
}
