package dk.klyngeflow.recipes;

import dk.klyngeflow.benchmarks.Measure;
import dk.klyngeflow.benchmarks.MeasureDefinitions;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.AgendaBasis;
import dk.klyngeflow.gatherings.KnownMeetingStart;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.topics.TopicBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a meeting from a recipe with everything filled in. What the meeting takes is its own: the recipe may be withdrawn tomorrow. */
@Component
class RecipeMeetings implements AgendaBasis {

    private static final String BELOW = "   – ";
    private static final Pattern GROUPS = Pattern.compile("(?iu)grupper|to og to|ved bordene");
    private static final Pattern TALK = Pattern.compile("(?iu)samtale|drøft|diskussion");

    /** An agenda ends with what was agreed and a farewell. */
    private static final int LINES_OF_THE_END = 2;

    private final Recipes recipes;
    private final RecipeUses uses;
    private final RecipeMaterials materials;
    private final RecipeMeasures measures;
    private final MeasureDefinitions definitions;
    private final KnownMeetingStart starts;
    private final TopicBank topics;
    private final Documents documents;
    private final MeetingPapers papers;

    RecipeMeetings(
            Recipes recipes,
            RecipeUses uses,
            RecipeMaterials materials,
            RecipeMeasures measures,
            MeasureDefinitions definitions,
            KnownMeetingStart starts,
            TopicBank topics,
            Documents documents,
            MeetingPapers papers) {
        this.recipes = recipes;
        this.uses = uses;
        this.materials = materials;
        this.measures = measures;
        this.definitions = definitions;
        this.starts = starts;
        this.topics = topics;
        this.documents = documents;
        this.papers = papers;
    }

    /**
     * @param version that she has read: one that was withdrawn, changed and shared again she has not
     * @param typed the weeks, as the start form has them
     */
    @Transactional
    public Meeting hold(String clusterId, String recipeId, int version, Map<String, String> typed, String by) {
        Recipe recipe = recipes.holdOut(recipeId).orElseThrow(RecipesPage::gone);
        if (recipe.version() != version) {
            throw new FormRefused(
                    "Opskriften er rettet, siden du åbnede siden. Læs den igen herunder, og tryk så „Begynd mødet“.");
        }
        Recipe.Text text = recipe.text();
        List<Measure> measured = measures.of(recipe);
        String topicId = topics.propose(clusterId, text.title(), firstOf(text.about()), by);
        Meeting meeting = starts.begin(
                clusterId,
                typed,
                plan -> new Meeting.Plan(
                        text.title(),
                        told(text),
                        topicId,
                        text.minutes(),
                        plan.place(),
                        new Meeting.Wants(
                                plan.wants().room(),
                                plan.wants().catering(),
                                plan.wants().speaker(),
                                plan.wants().data() || !measured.isEmpty())),
                by);
        uses.begun(meeting, recipe, by);
        measured.forEach(measure -> definitions.adopt(clusterId, measure, by));
        materials.shared(recipe).forEach(material -> copy(material, meeting, by));
        return meeting;
    }

    private void copy(RecipeMaterials.Material material, Meeting meeting, String by) {
        Document original =
                documents.find(material.clusterId(), material.documentId()).orElseThrow();
        Document copy = documents.store(meeting.clusterId(), original.fileName(), materials.content(material), by);
        documents.belongsTo(meeting.businessKey(), meeting.clusterId(), copy.id());
        papers.add(meeting, copy.id(), material.title());
    }

    /** For the invitation: what it is about, and what is measured. */
    private static String told(Recipe.Text text) {
        return text.measure().isBlank() ? text.about() : (text.about() + "\n\nVi måler: " + text.measure()).strip();
    }

    private static String firstOf(String about) {
        return about.length() <= 1_000 ? about : about.substring(0, 999) + "…";
    }

    /** The agenda as it was taken, with the questions below the item in which the groups talk. */
    @Override
    public List<String> of(Meeting meeting) {
        return uses.find(meeting.clusterId(), meeting.meetingId())
                .map(use -> withQuestions(
                        use.agenda().lines().filter(line -> !line.isBlank()).toList(),
                        use.questions().lines().filter(line -> !line.isBlank()).toList()))
                .orElse(List.of());
    }

    private static List<String> withQuestions(List<String> agenda, List<String> questions) {
        List<String> missing = questions.stream()
                .map(String::strip)
                .filter(question -> agenda.stream().noneMatch(line -> line.contains(question)))
                .map(question -> BELOW + question)
                .toList();
        List<String> all = new ArrayList<>(agenda);
        all.addAll(placeOf(agenda), missing);
        return all;
    }

    private static int placeOf(List<String> agenda) {
        for (Pattern pattern : List.of(GROUPS, TALK)) {
            for (int line = 0; line < agenda.size(); line++) {
                if (pattern.matcher(agenda.get(line)).find()) {
                    return line + 1;
                }
            }
        }
        return Math.max(0, agenda.size() - LINES_OF_THE_END);
    }
}
