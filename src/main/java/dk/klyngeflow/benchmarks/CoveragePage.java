package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Across clusters: which topics were measured, who answered, and how many are in. Never a figure of a practice or of a cluster. */
@Controller
class CoveragePage {

    private final ReleasedSets sets;
    private final CurrentPerson person;

    CoveragePage(ReleasedSets sets, CurrentPerson person) {
        this.sets = sets;
        this.person = person;
    }

    record Row(String cluster, String period, String taking, String answers) {}

    @GetMapping("/maalinger/klynger")
    String page(Model model) {
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
        Map<String, List<Row>> topics = new LinkedHashMap<>();
        sets.coverage()
                .forEach(each -> topics.computeIfAbsent(each.measure(), title -> new ArrayList<>())
                        .add(row(each)));
        model.addAttribute("topics", topics);
        return "benchmarks/coverage";
    }

    private static Row row(ReleasedSets.Coverage each) {
        return new Row(
                each.cluster(),
                MeasurePeriod.of(each.period()).map(MeasurePeriod::inWords).orElse(each.period()),
                each.shown() == null
                        ? "vises ikke"
                        : Math.min(each.shown(), each.practices()) + " af " + each.practices() + " praksis",
                each.asked() == 0 ? "ikke spurgt" : each.yes() + " ja af " + each.asked() + " svar");
    }
}
