package dk.klyngeflow.assemblies;

import java.util.List;

/**
 * What came of one item, as it stands in the minutes.
 *
 * @param sentence with its arithmetic; Danish
 * @param amendments that were adopted, in the words of the chair
 * @param elected ids
 * @param remark of the chair; may be empty
 */
public record Decision(
        String key,
        ItemKind kind,
        String title,
        ItemOutcome outcome,
        String sentence,
        List<String> amendments,
        List<String> elected,
        String remark) {

    public Decision {
        amendments = List.copyOf(amendments);
        elected = List.copyOf(elected);
    }

    public boolean is(ItemOutcome wanted) {
        return outcome == wanted;
    }
}
