package dk.klyngeflow.recipes;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.benchmarks.Measure;
import dk.klyngeflow.benchmarks.MeasureDefinitions;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.FileWords;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.security.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a recipe of a closed topic, looks it through, and lets it out when everything that was found has been read by a person. */
@Component
class RecipeDrafts {

    /** Said when somebody saves a page that another has overtaken. */
    static final String STALE =
            "Opskriften er rettet, siden du åbnede siden. Her står det, du har skrevet. Gem igen, hvis det skal gælde i stedet.";

    private static final Logger LOG = LoggerFactory.getLogger(RecipeDrafts.class);

    private final Recipes recipes;
    private final RecipeMaterials materials;
    private final RecipeMeasures measures;
    private final ClosedTopics topics;
    private final MeasureDefinitions definitions;
    private final ActionItems items;
    private final WrapUps wrapUps;
    private final MeetingPapers papers;
    private final Documents documents;
    private final KnownNames names;

    RecipeDrafts(
            Recipes recipes,
            RecipeMaterials materials,
            RecipeMeasures measures,
            ClosedTopics topics,
            MeasureDefinitions definitions,
            ActionItems items,
            WrapUps wrapUps,
            MeetingPapers papers,
            Documents documents,
            KnownNames names) {
        this.recipes = recipes;
        this.materials = materials;
        this.measures = measures;
        this.topics = topics;
        this.definitions = definitions;
        this.items = items;
        this.wrapUps = wrapUps;
        this.papers = papers;
        this.documents = documents;
        this.names = names;
    }

    /** Everything that the meeting knows is filled in; a topic has one recipe, and the second time that one is found. */
    @Transactional
    public String begin(Meeting meeting, String by) {
        if (!topics.isClosed(meeting)) {
            throw Refused.badRequest(
                    "Emnet er ikke afsluttet endnu. Del det, når I har målt igen, eller opfølgningen er slut.");
        }
        List<Measure> measured = definitions.of(meeting);
        boolean isNew = recipes.begin(meeting.clusterId(), meeting.meetingId(), text(meeting, measured), by);
        Recipe recipe =
                recipes.ofMeeting(meeting.clusterId(), meeting.meetingId()).orElseThrow();
        if (isNew) {
            measured.forEach(measure -> measures.keep(recipe, measure));
            papers.of(meeting).forEach(paper -> materials.offer(recipe, paper.documentId(), paper.title(), false));
        }
        return recipe.recipeId();
    }

    private Recipe.Text text(Meeting meeting, List<Measure> measured) {
        TopicOutcome.Seen seen = topics.outcome(meeting).orElse(new TopicOutcome.Seen("", ""));
        String measure = measured.isEmpty()
                ? seen.measure()
                : measured.stream().map(MeasureDefinitions::inWords).collect(Collectors.joining("\n"));
        return new Recipe.Text(
                cut(meeting.title(), RecipeFields.LONGEST_TITLE),
                cut(meeting.text(), RecipeFields.LONGEST),
                meeting.minutes(),
                cut(meeting.agenda(), RecipeFields.LONGEST_AGENDA),
                cut(questions(meeting), RecipeFields.LONGEST),
                cut(measure, RecipeFields.LONGEST),
                cut(agreed(meeting), RecipeFields.LONGEST),
                cut(seen.words(), RecipeFields.LONGEST));
    }

    /** What the agenda asks, and what was asked of the figures; she writes the others. */
    private String questions(Meeting meeting) {
        Stream<String> asked = meeting.agenda()
                .lines()
                .map(line -> line.strip().replaceFirst("^[–-] ?", "").replaceFirst("^\\d{1,2}[.:]\\d{2}\\s+", ""))
                .filter(line -> line.endsWith("?"));
        return Stream.concat(asked, definitions.questions(meeting).stream())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** What, and not who. */
    private String agreed(Meeting meeting) {
        List<ActionItem> agreed = items.of(meeting);
        return agreed.isEmpty()
                ? wrapUps.find(meeting.clusterId(), meeting.meetingId())
                        .map(WrapUp::keyPoints)
                        .orElse("")
                : agreed.stream().map(ActionItem::text).collect(Collectors.joining("\n"));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** A file more. @param name as she called it */
    record Added(@Nullable String name, byte[] content) {

        String called() {
            return name == null || name.isBlank() ? "materiale" : name;
        }
    }

    /**
     * All that she sends with the page, or nothing of it.
     *
     * @param seen the version that she wrote on: what another has written since is not lost unseen
     * @param file a PDF or a picture; refused when it has a CPR number in it, or may show the figures of single practices
     * @throws FormRefused with {@link #STALE} when it has been changed since; not when the same is sent twice
     */
    @Transactional
    public void edit(Recipe known, int seen, RecipeFields.Form form, Optional<Added> file, String by) {
        Recipe recipe = recipes.lock(known.clusterId(), known.recipeId()).orElseThrow(Refused::notFound);
        if (recipe.isPublished()) {
            throw new FormRefused("Opskriften er delt. Træk den tilbage, før du retter i den.");
        }
        if (recipe.version() != seen) {
            if (isKept(recipe, form, file)) {
                return;
            }
            throw new FormRefused(STALE);
        }
        recipes.edit(recipe, form.text(), form.showsCluster(), by);
        materials.share(recipe, form.shared());
        if (!form.withMeasures()) {
            measures.drop(recipe);
        }
        file.ifPresent(each -> add(recipe, each, by));
    }

    /** Whether it all stands there already, as after a double click. */
    private boolean isKept(Recipe recipe, RecipeFields.Form form, Optional<Added> file) {
        Set<String> ticked = new HashSet<>(form.shared());
        Optional<String> laid = file.flatMap(each -> materials.same(recipe, each.content()));
        laid.ifPresent(ticked::add);
        return recipe.text().equals(form.text())
                && recipe.showsCluster() == form.showsCluster()
                && file.isPresent() == laid.isPresent()
                && materials.ticked(recipe).equals(ticked)
                && (form.withMeasures() || measures.of(recipe).isEmpty());
    }

    private void add(Recipe recipe, Added file, String by) {
        if (file.content().length == 0) {
            throw new FormRefused("Vælg en fil først.");
        }
        Inspection inspection = documents.inspect(file.content(), file.called());
        if (!inspection.readable() || inspection.kind() == Inspection.Kind.XML) {
            throw new FormRefused("Filen skal være en PDF eller et billede, som kan åbnes.");
        }
        documents.warningOfCprNumber(file.content()).ifPresent(warning -> {
            throw new FormRefused(warning);
        });
        Document kept = documents.store(recipe.clusterId(), file.called(), file.content(), by);
        if (!materials.offer(recipe, kept.id(), kept.fileName(), true)) {
            throw new FormRefused(
                    "Filen kan vise tal for den enkelte praksis og kan ikke følge med en opskrift. Brug en udgave uden.");
        }
        recipes.touch(recipe, by);
    }

    /** Everything in it that may be somebody's. */
    List<Hit> hits(Recipe recipe) {
        return new TextCheck(names.of(recipe.clusterId()), recipe.showsCluster()).in(passages(recipe));
    }

    private List<Passage> passages(Recipe recipe) {
        Recipe.Text text = recipe.text();
        List<Passage> all = new ArrayList<>(List.of(
                Passage.of("Emne", text.title()),
                Passage.of("Hvorfor og for hvem", text.about()),
                Passage.of("Dagsorden", text.agenda()),
                Passage.of("Spørgsmål til grupperne", text.questions()),
                Passage.of("Hvad der måles", text.measure()),
                Passage.of("Hvad I aftalte", text.agreed()),
                Passage.of("Hvordan det gik", text.result())));
        for (Measure measure : measures.of(recipe)) {
            Measure.Target target = measure.target();
            all.add(Passage.of(
                    "Målingen „" + measure.title() + "“",
                    String.join(
                            "\n",
                            measure.title(),
                            measure.words().numerator(),
                            measure.words().denominator(),
                            measure.words().why(),
                            measure.words().source(),
                            target == null || target.source() == null ? "" : target.source())));
        }
        materials.shared(recipe).forEach(material -> all.addAll(passages(material)));
        return all;
    }

    private List<Passage> passages(RecipeMaterials.Material material) {
        String name = "Filen „" + material.title() + "“";
        FileWords words = documents.words(material.clusterId(), material.documentId());
        List<Passage> all = new ArrayList<>();
        all.add(new Passage(name, List.of(material.title()), words.isWhole()));
        for (int page = 0; page < words.pages().size(); page++) {
            all.add(Passage.of(name + ", side " + (page + 1), words.pages().get(page)));
        }
        all.add(Passage.of(name + ", filens egne oplysninger", words.properties()));
        return all;
    }

    /**
     * Lets it out to the other clusters.
     *
     * @param version that she has looked through: a change since then she has not
     * @param confirmed keys of what was found and may go out
     * @throws FormRefused with everything that has not been confirmed, and what nobody can confirm
     */
    @Transactional
    public void publish(Recipe known, int version, Collection<String> confirmed, String by) {
        Recipe recipe = recipes.lock(known.clusterId(), known.recipeId()).orElseThrow(Refused::notFound);
        if (recipe.isPublished()) {
            return;
        }
        if (recipe.version() != version) {
            throw new FormRefused("Opskriften er rettet, siden du så den igennem. Se den igennem igen.");
        }
        List<Hit> hits = hits(recipe);
        refuseUnread(hits, Set.copyOf(confirmed));
        recipes.publish(recipe, by);
        LOG.info(
                "recipe {} of {} is out, with {} findings confirmed",
                recipe.recipeId(),
                recipe.clusterId(),
                hits.size());
    }

    /** @throws FormRefused unless each may go out and has been read */
    static void refuseUnread(List<Hit> hits, Set<String> confirmed) {
        List<String> wrong = new ArrayList<>();
        hits.stream()
                .filter(hit -> !hit.mayBeConfirmed())
                .forEach(hit -> wrong.add(hit.place() + ": " + hit.sentence() + ". Det kan ikke deles. Ret teksten."));
        hits.stream()
                .filter(hit -> hit.mayBeConfirmed() && !confirmed.contains(hit.key()))
                .forEach(hit -> wrong.add(hit.place() + ": " + hit.sentence() + ". Ret teksten, eller sæt kryds."));
        if (!wrong.isEmpty()) {
            throw new FormRefused(wrong);
        }
    }
}
