package dk.klyngeflow.localmodel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms show in which the coordinator writes the model: the answers, the draft, and what the members say of it. */
@RestController
@RequestMapping("/api/clusters/{cluster}/local-model/{round}")
class ModelRoutes {

    private final LocalModels models;
    private final ModelPeople voters;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    ModelRoutes(LocalModels models, ModelPeople voters, CurrentPerson person, CopenhagenTime time) {
        this.models = models;
        this.voters = voters;
        this.person = person;
        this.time = time;
    }

    /** @param checked for boxes: whether it is ticked beforehand */
    record Choice(String id, String name, boolean checked) {}

    record Backing(String question, String answer, String votes) {}

    record Said(String name, String says, String text) {}

    record Warning(String message, String severity) {}

    /** @param chosen what stands in the draft, by the name of the field; nothing where the coordinator must choose */
    record Draft(
            Map<String, List<Choice>> options,
            Map<String, String> chosen,
            @Nullable Long coordinatorLimit,
            @Nullable Long boardLimit,
            String note) {}

    record Picture(String chart, String chartAlt) {}

    /**
     * @param why how many have answered
     * @param tomorrow the first day a model can apply from
     */
    record View(
            String why,
            List<Warning> ties,
            @JsonUnwrapped Draft draft,
            @JsonUnwrapped Picture picture,
            List<Backing> backing,
            List<Said> remarks,
            @JsonUnwrapped Heard heard,
            String tomorrow) {}

    /** What the members say of the draft that is shown. */
    record Heard(String heard, List<Said> comments, List<Said> verdicts) {}

    @GetMapping
    View model(@PathVariable String cluster, @PathVariable String round) {
        ModelRound found = round(cluster, round);
        List<ModelPeople.Voice> voices = voters.voices(cluster, found.roundNo());
        ModelTally tally = ModelTally.of(voices);
        boolean isWritten = found.draft().choices() != null;
        Choices draft = draft(found, tally);
        return new View(
                why(tally),
                isWritten
                        ? List.of()
                        : tally.ties().stream()
                                .map(tie -> new Warning(tie, "WARNING"))
                                .toList(),
                shown(draft, found.draft().note()),
                new Picture(
                        "/api/clusters/" + cluster + "/local-model/" + round + "/chart.svg", ModelChart.inWords(tally)),
                backing(tally),
                voices.stream()
                        .filter(voice -> !voice.remark().isBlank())
                        .map(voice -> new Said(voice.name(), "", voice.remark()))
                        .toList(),
                new Heard(
                        heard(voices),
                        voices.stream()
                                .filter(voice -> !voice.comment().isBlank())
                                .map(ModelRoutes::said)
                                .toList(),
                        voices.stream().map(ModelRoutes::said).toList()),
                time.today().plusDays(1).toString());
    }

    @GetMapping("/chart.svg")
    ResponseEntity<String> chart(@PathVariable String cluster, @PathVariable String round) {
        ModelRound found = round(cluster, round);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(ModelChart.svg(models.tally(cluster, found.roundNo())));
    }

    private ModelRound round(String cluster, String round) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        return models.find(cluster, round).orElseThrow(Refused::notFound);
    }

    /** Where nobody has said anything, what applies already stands. */
    private Choices draft(ModelRound round, ModelTally tally) {
        Choices written = round.draft().choices();
        if (written != null) {
            return written;
        }
        Choices before = models.inForce(round.clusterId())
                .map(ModelVersion::choices)
                .orElse(Choices.NONE)
                .or(Choices.USUAL);
        for (Question question : Question.values()) {
            if (tally.isTied(question)) {
                before = before.with(question, List.of());
            }
        }
        return tally.draft().or(before);
    }

    private static Draft shown(Choices draft, String note) {
        Map<String, List<Choice>> options = new HashMap<>();
        Map<String, String> chosen = new HashMap<>();
        for (Question question : Question.values()) {
            options.put(
                    question.field(),
                    question.options().stream()
                            .map(option ->
                                    new Choice(option.value(), option.label(), draft.has(question, option.value())))
                            .toList());
            chosen.put(question.field(), draft.one(question).orElse(""));
        }
        Optional<Choices.Limits> limits = draft.limits();
        return new Draft(
                options,
                chosen,
                limits.map(Choices.Limits::coordinator).orElse(null),
                limits.map(Choices.Limits::board).orElse(null),
                note);
    }

    private static String why(ModelTally tally) {
        if (tally.answered() == 0) {
            return "Ingen har svaret. Der står det, I har aftalt før, eller det, klynger plejer. Skriv, hvad du foreslår: medlemmerne får det at se, før det vedtages. Vil du hellere opgive det, så gør det på siden „Lokal model“.";
        }
        return tally.answered() + " af " + tally.asked()
                + " har svaret. Det, flest vil have, står der allerede; ret, hvad du vil."
                + unanswered(tally);
    }

    private static String unanswered(ModelTally tally) {
        String questions = Arrays.stream(Question.values())
                .filter(question -> tally.voices(question) == 0)
                .map(question -> "„" + question.label() + "“")
                .collect(Collectors.joining(", "));
        return questions.isEmpty()
                ? ""
                : " Ingen har svaret på " + questions + "; der står det, I har aftalt før, eller det, klynger plejer.";
    }

    private static List<Backing> backing(ModelTally tally) {
        return Arrays.stream(Question.values())
                .flatMap(question -> question.options().stream()
                        .map(option -> new Backing(
                                question.label(),
                                option.label(),
                                tally.of(question, option.value()) + " af " + tally.voices(question))))
                .toList();
    }

    private static String heard(List<ModelPeople.Voice> voices) {
        long with = voices.stream()
                .filter(voice -> Boolean.TRUE.equals(voice.accepts()))
                .count();
        long against = voices.stream()
                .filter(voice -> Boolean.FALSE.equals(voice.accepts()))
                .count();
        List<String> parts = new ArrayList<>();
        parts.add(with + " af " + voices.size() + " er med på udkastet");
        if (against > 0) {
            parts.add(against + (against == 1 ? " har en bemærkning" : " har bemærkninger"));
        }
        long silent = voices.size() - with - against;
        if (silent > 0) {
            parts.add(silent + " har ikke svaret");
        }
        return String.join(", ", parts) + ".";
    }

    private static Said said(ModelPeople.Voice voice) {
        Boolean accepts = voice.accepts();
        return new Said(voice.name(), accepts == null ? "Ikke svaret" : accepts ? "Ja" : "Bemærkning", voice.comment());
    }
}
