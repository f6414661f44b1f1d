package dk.klyngeflow.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is asked when somebody has typed a mail address on an open page: whoever reads the mail says that it was she. One way of asking it. */
public final class AddressQuestion {

    private AddressQuestion() {}

    /**
     * @param title as a question
     * @param page on which the address was typed, as in {@code på klyngens side „Skriv til klyngen“}
     * @param facts what was typed there
     * @param more shown beneath the facts
     * @param name of the field and the value that confirms is {@code ja}
     * @param yes in her own words
     */
    public static Shown of(
            String title,
            String page,
            Map<String, String> facts,
            List<Block> more,
            String name,
            String yes,
            String button) {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Text(
                        "Nogen har skrevet din mailadresse " + page
                                + ". Er det dig, så bekræft det her. Ellers skal du ikke gøre noget, så er det væk om to dage."),
                new Block.Facts(facts)));
        blocks.addAll(more);
        blocks.add(new Block.Choice(
                name, "Er det rigtigt?", List.of(new Block.Choice.Option("ja", yes)), Set.of(), true, false));
        return new Shown(title, blocks, button);
    }

    /** @param otherwise what to do when it has not come through */
    public static String tooLate(String otherwise) {
        return "Linket er brugt eller er mere end to dage gammelt. " + otherwise;
    }
}
