package dk.klyngeflow.polls;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a poll stands, for those who choose the date. */
@RestController
@RequestMapping("/api/clusters/{cluster}/date-polls/{poll}")
class DatePollRoutes {

    private final DatePolls polls;
    private final CurrentPerson person;

    DatePollRoutes(DatePolls polls, CurrentPerson person) {
        this.polls = polls;
        this.person = person;
    }

    /** @param as how the cells are written; empty for plain text */
    record Column(String key, String label, String as) {}

    /** A date to pick, by its number. */
    record Choice(String value, String label, String hint) {}

    /**
     * @param best number of the date that wins; empty when none can
     */
    record View(
            String title,
            String why,
            String rule,
            String best,
            List<Choice> choices,
            @JsonUnwrapped Table table,
            @JsonUnwrapped Picture picture,
            int silent) {}

    /** @param rows what each has answered, under the keys of the columns */
    record Table(List<Column> columns, List<Map<String, String>> rows) {}

    record Picture(String chart, String chartAlt) {}

    @GetMapping
    View poll(@PathVariable String cluster, @PathVariable String poll) {
        PollResult result = result(cluster, poll);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("name", "Navn", ""));
        result.dates()
                .forEach(date -> columns.add(new Column(key(date), PollTexts.shortly(date.startsAt()), "answer")));
        return new View(
                result.poll().title(),
                result.why(),
                PollResult.RULE,
                result.best().map(best -> String.valueOf(best.option())).orElse(""),
                Ranking.ranked(result.dates()).stream()
                        .map(date -> new Choice(
                                String.valueOf(date.option()),
                                PollTexts.capital(CopenhagenTime.inWords(date.startsAt())),
                                hint(date, result)))
                        .toList(),
                new Table(
                        columns,
                        result.voices().stream()
                                .map(voice -> row(voice, result))
                                .toList()),
                new Picture(
                        "/api/clusters/" + cluster + "/date-polls/" + poll + "/chart.svg", PollChart.inWords(result)),
                (int) result.voices().stream().filter(Voice::isSilent).count());
    }

    @GetMapping("/chart.svg")
    ResponseEntity<String> chart(@PathVariable String cluster, @PathVariable String poll) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(PollChart.svg(result(cluster, poll)));
    }

    private PollResult result(String cluster, String poll) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        return polls.find(cluster, poll)
                .map(found -> polls.result(cluster, found.pollId()))
                .orElseThrow(Refused::notFound);
    }

    private static Map<String, String> row(Voice voice, PollResult result) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", voice.name() + (voice.required() ? " (skal være med)" : ""));
        result.dates().forEach(date -> row.put(key(date), PollTexts.answer(voice.to(date.option()))));
        return row;
    }

    private static String key(DateTally date) {
        return "d" + date.option();
    }

    private static String hint(DateTally date, PollResult result) {
        boolean best = result.best().filter(date::equals).isPresent();
        return (best ? "Bedst efter reglen. " : "")
                + PollTexts.tally(date)
                + (date.requiredSaysNo() ? " En, der skal være med, kan ikke." : "")
                + (date.isEnough() ? "" : " Færre end " + result.poll().minimum() + " kan komme.");
    }
}
