package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a coordinator has written of a recipe. */
final class RecipeFields {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST = 2_000;
    static final int LONGEST_AGENDA = 4_000;

    private static final int SHORTEST_MEETING = 15;
    private static final int LONGEST_MEETING = 720;
    private static final Set<String> NAMES = Set.of(
            "title",
            "about",
            "minutes",
            "agenda",
            "questions",
            "measure",
            "agreed",
            "result",
            "showsCluster",
            "measures");

    private RecipeFields() {}

    /** @param shared ids of the files that she has ticked @param withMeasures whether the definitions go with it */
    record Form(Recipe.Text text, boolean showsCluster, List<String> shared, boolean withMeasures) {

        Form {
            shared = List.copyOf(shared);
        }
    }

    /** @throws FormRefused with all that is wrong */
    static Form read(Map<String, String> typed, List<String> shared) {
        Map<String, Object> sent = new HashMap<>();
        NAMES.forEach(name -> sent.put(name, typed.getOrDefault(name, "")));
        FormFields fields = FormFields.of(sent, NAMES);
        String title = fields.required("title", "Emnet", LONGEST_TITLE);
        String about = fields.paragraphs("about", "„Hvorfor og for hvem“", LONGEST);
        int minutes = minutes(fields);
        String agenda = fields.requiredParagraphs("agenda", "Dagsordenen");
        if (agenda.length() > LONGEST_AGENDA) {
            fields.wrong("Dagsordenen må højst fylde 4.000 tegn.");
        }
        Recipe.Text text = new Recipe.Text(
                title,
                about,
                minutes,
                agenda,
                fields.paragraphs("questions", "Spørgsmål til grupperne", LONGEST),
                fields.paragraphs("measure", "„Hvad der måles“", LONGEST),
                fields.paragraphs("agreed", "„Hvad I aftalte“", LONGEST),
                fields.paragraphs("result", "„Hvordan det gik“", LONGEST));
        boolean showsCluster = fields.has("showsCluster");
        boolean withMeasures = fields.has("measures");
        fields.refuseIfWrong();
        return new Form(text, showsCluster, shared, withMeasures);
    }

    private static int minutes(FormFields fields) {
        String text = fields.required("minutes", "Varigheden");
        if (text.matches("\\d{1,3}")
                && Integer.parseInt(text) >= SHORTEST_MEETING
                && Integer.parseInt(text) <= LONGEST_MEETING) {
            return Integer.parseInt(text);
        }
        fields.wrong("Varigheden skal være mellem 15 og 720 minutter.");
        return SHORTEST_MEETING;
    }
}
