package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What clusters may measure: the administrator writes it once, and each cluster adopts it with its first table. */
@Controller
@RequestMapping("/maalinger")
class CataloguePage {

    private static final Map<String, Integer> LONGEST =
            Map.of("title", 120, "numerator", 120, "denominator", 120, "why", 500, "source", 300, "targetSource", 300);

    private final Measures measures;
    private final CurrentPerson person;

    CataloguePage(Measures measures, CurrentPerson person) {
        this.measures = measures;
        this.person = person;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String id, Model model) {
        require();
        Map<String, String> typed = measures.catalogue().stream()
                .filter(each -> each.measureId().equals(id))
                .findFirst()
                .map(CataloguePage::fields)
                .orElse(Map.of());
        fill(model, typed, List.of());
        return "benchmarks/catalogue";
    }

    @PostMapping
    ModelAndView edit(@RequestParam Map<String, String> typed, Model model, RedirectAttributes after) {
        require();
        List<String> errors = new ArrayList<>();
        Measure measure = read(typed, errors);
        if (!errors.isEmpty()) {
            fill(model, typed, errors);
            return new ModelAndView("benchmarks/catalogue", model.asMap(), HttpStatus.BAD_REQUEST);
        }
        measures.edit(measure, person.requireId());
        after.addFlashAttribute("done", "„" + measure.title() + "“ står i kataloget.");
        return new ModelAndView("redirect:/maalinger");
    }

    private void require() {
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
    }

    private static Measure read(Map<String, String> typed, List<String> errors) {
        String title = typed.getOrDefault("title", "").strip();
        if (title.isEmpty()
                || text(typed, "numerator").isEmpty()
                || text(typed, "denominator").isEmpty()) {
            errors.add("Skriv, hvad målingen hedder, hvad der tælles, og af hvor mange.");
        }
        LONGEST.forEach((field, most) -> {
            if (text(typed, field).length() > most) {
                errors.add("En tekst er for lang; højst " + most + " tegn.");
            }
        });
        if (typed.values().stream().anyMatch(CprNumbers::isLikeIn)) {
            errors.add("Her står noget, der ligner et CPR-nummer. Fjern det.");
        }
        BigDecimal target = null;
        LocalDate on = null;
        String value = text(typed, "target").replace(',', '.');
        if (!value.isEmpty() && !value.matches("\\d{1,6}(\\.\\d{1,2})?")) {
            errors.add("Skriv målet som et tal, som 12,5.");
        } else if (!value.isEmpty()) {
            target = new BigDecimal(value);
            on = day(text(typed, "targetOn"), errors);
            if (text(typed, "targetSource").isEmpty() || on == null) {
                errors.add("Et mål skal have en kilde og en dato.");
            }
        }
        MeasureKind kind = typed.getOrDefault("kind", "").equals(MeasureKind.RATE_PER_1000.name())
                ? MeasureKind.RATE_PER_1000
                : MeasureKind.PROPORTION;
        Measure.Direction direction = switch (typed.getOrDefault("direction", "")) {
            case "LOWER" -> Measure.Direction.LOWER;
            case "HIGHER" -> Measure.Direction.HIGHER;
            default -> Measure.Direction.NONE;
        };
        String known = typed.getOrDefault("id", "");
        return new Measure(
                known.matches("[a-z0-9-]{1,60}") ? known : Measure.id(title),
                title,
                kind,
                direction,
                new Measure.Words(
                        text(typed, "numerator"),
                        text(typed, "denominator"),
                        text(typed, "why"),
                        text(typed, "source")),
                target == null ? null : new Measure.Target(target, text(typed, "targetSource"), on));
    }

    private static @Nullable LocalDate day(String typed, List<String> errors) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            errors.add("Skriv datoen som 2026-11-22.");
            return null;
        }
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static Map<String, String> fields(Measure measure) {
        Measure.Target target = measure.target();
        BigDecimal value = target == null ? null : target.value();
        String source = target == null ? null : target.source();
        LocalDate on = target == null ? null : target.on();
        return Map.ofEntries(
                Map.entry("id", measure.measureId()),
                Map.entry("title", measure.title()),
                Map.entry("kind", measure.kind().name()),
                Map.entry("direction", measure.direction().name()),
                Map.entry("numerator", measure.words().numerator()),
                Map.entry("denominator", measure.words().denominator()),
                Map.entry("why", measure.words().why()),
                Map.entry("source", measure.words().source()),
                Map.entry("target", value == null ? "" : value.toPlainString().replace('.', ',')),
                Map.entry("targetSource", source == null ? "" : source),
                Map.entry("targetOn", on == null ? "" : on.toString()));
    }

    private void fill(Model model, Map<String, String> typed, List<String> errors) {
        model.addAttribute("measures", measures.catalogue());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
    }
}
