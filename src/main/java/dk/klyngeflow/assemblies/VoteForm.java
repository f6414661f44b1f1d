package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.FormFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the chair of the assembly has typed of one vote.
 *
 * @param seen how many votes were recorded when the page was made: two devices do not write over one another
 */
record VoteForm(int item, int amendment, How how, Vote.Count count, String remark, String why, int seen) {

    static final int LONGEST_REMARK = 1_000;
    private static final int LONGEST_NAME = 80;
    private static final Set<String> FIELDS = Set.of(
            "item",
            "amendment",
            "how",
            "votesFor",
            "against",
            "blank",
            "invalid",
            "teller1",
            "teller2",
            "remark",
            "why",
            "seen");

    /** @throws dk.klyngeflow.engine.FormRefused with all that is wrong; Danish */
    static VoteForm read(Map<String, String> typed) {
        FormFields fields = FormFields.of(Map.copyOf(typed), FIELDS);
        How how = how(fields);
        Vote.Count count = how.isCounted() ? count(fields) : Vote.Count.NONE;
        VoteForm form = new VoteForm(
                whole(fields, "item", "Punktet"),
                whole(fields, "amendment", "Ændringsforslaget"),
                how,
                count,
                fields.paragraphs("remark", "Bemærkningen", LONGEST_REMARK),
                fields.paragraphs("why", "Grunden til rettelsen", LONGEST_REMARK),
                whole(fields, "seen", "Siden"));
        fields.refuseIfWrong();
        return form;
    }

    private static How how(FormFields fields) {
        Set<String> all = Arrays.stream(How.values())
                .filter(how -> how != How.DIGITAL)
                .map(How::name)
                .collect(Collectors.toSet());
        String chosen = fields.choice("how", all, "Hvordan blev det afgjort?");
        return all.contains(chosen) ? How.valueOf(chosen) : How.UNOPPOSED;
    }

    private static Vote.Count count(FormFields fields) {
        if (!fields.has("votesFor") || !fields.has("against")) {
            fields.wrong(
                    "Skriv, hvor mange der stemte for, og hvor mange der stemte imod. Skriv 0, hvis ingen gjorde.");
        }
        String first = fields.text("teller1", "Stemmetæller 1", LONGEST_NAME);
        String second = fields.text("teller2", "Stemmetæller 2", LONGEST_NAME);
        if (first.isBlank() || second.isBlank() || first.equalsIgnoreCase(second)) {
            fields.wrong("Skriv navnene på to stemmetællere. De tæller hver for sig og skal være enige.");
        }
        return new Vote.Count(
                whole(fields, "votesFor", "For"),
                whole(fields, "against", "Imod"),
                whole(fields, "blank", "Blanke"),
                whole(fields, "invalid", "Ugyldige"),
                String.join(" og ", List.of(first, second)));
    }

    private static int whole(FormFields fields, String name, String label) {
        String text = fields.text(name, label);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,4}")) {
            fields.wrong(label + ": skriv et helt tal.");
            return 0;
        }
        return Integer.parseInt(text);
    }
}
