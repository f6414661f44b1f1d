package dk.klyngeflow.links;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One screen of a personal link.
 *
 * @param button what the one button says; null when there is nothing to answer, or not any more
 */
public record Shown(
        String title, List<Block> blocks, @Nullable String button) {

    public Shown {
        blocks = List.copyOf(blocks);
    }

    /** False when its button is all there is to answer: it must do no harm that a mail scanner presses it. */
    boolean asksSomething() {
        return blocks.stream()
                .anyMatch(block -> block instanceof Block.Choice
                        || block instanceof Block.Pick
                        || block instanceof Block.Field
                        || block instanceof Block.Upload
                        || block instanceof Block.Sheet);
    }

    /** Nothing but what is true now, in one sentence. */
    public static Shown over(String sentence) {
        return new Shown("Det er ikke aktuelt længere", List.of(new Block.Note(sentence)), null);
    }
}
