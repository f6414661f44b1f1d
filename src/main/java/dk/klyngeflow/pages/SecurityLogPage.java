package dk.klyngeflow.pages;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.SecurityLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sikkerhedslog}: who logged in and changed access, when and from where, for administrators. */
@Controller
class SecurityLogPage implements StartPageLinks {

    private static final int A_PAGE = 50;
    private static final int MOST = 20_000;

    private final SecurityLog log;
    private final List<Directory> directories;
    private final CurrentPerson person;
    private final CopenhagenTime time;

    SecurityLogPage(SecurityLog log, List<Directory> directories, CurrentPerson person, CopenhagenTime time) {
        this.log = log;
        this.directories = directories;
        this.person = person;
        this.time = time;
    }

    @Override
    public List<Link> links() {
        return person.isAdministrator()
                ? List.of(new Link(
                        "Sikkerhedslog",
                        "/sikkerhedslog",
                        "Hvem der loggede ind og ændrede adgang, hvornår og hvorfra."))
                : List.of();
    }

    /** One line as people read it. */
    record Line(String when, String what, String who, String about, String cluster, String detail, String address) {

        Stream<String> cells() {
            return Stream.of(when, what, who, about, cluster, detail, address);
        }
    }

    /** What the page was asked for, as it was typed. */
    record Filter(String hvad, String hvem, String fra, String til) {}

    @GetMapping("/sikkerhedslog")
    String show(
            @RequestParam(defaultValue = "") String hvad,
            @RequestParam(defaultValue = "") String hvem,
            @RequestParam(defaultValue = "") String fra,
            @RequestParam(defaultValue = "") String til,
            @RequestParam(name = "foer", required = false) @Nullable Long before,
            Model model) {
        require();
        Filter filter = new Filter(hvad, hvem.strip(), fra, til);
        List<SecurityLog.Entry> found = log.find(wanted(filter, before, A_PAGE + 1));
        List<SecurityLog.Entry> page = found.stream().limit(A_PAGE).toList();
        model.addAttribute("lines", lines(page));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", SecurityLog.Kind.values());
        model.addAttribute("isFirst", before == null);
        model.addAttribute(
                "older", found.size() > A_PAGE ? page.get(page.size() - 1).id() : null);
        return "security-log";
    }

    /** For spreadsheets: with a byte order mark, or Excel would not show æ, ø and å. */
    @GetMapping("/sikkerhedslog.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String hvad,
            @RequestParam(defaultValue = "") String hvem,
            @RequestParam(defaultValue = "") String fra,
            @RequestParam(defaultValue = "") String til) {
        require();
        List<SecurityLog.Entry> found = log.find(wanted(new Filter(hvad, hvem.strip(), fra, til), null, MOST));
        StringBuilder csv = new StringBuilder("\uFEFFtid;hvad;hvem;om;klynge;nærmere;adresse\r\n");
        lines(found)
                .forEach(line -> csv.append(
                                line.cells().map(SecurityLogPage::cell).collect(Collectors.joining(";")))
                        .append("\r\n"));
        log.note(SecurityLog.Kind.EXPORTED, "", "", "Sikkerhedslog");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sikkerhedslog.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void require() {
        person.requireId();
        if (!person.isAdministrator()) {
            throw Refused.forbidden();
        }
    }

    private SecurityLog.Wanted wanted(Filter filter, @Nullable Long before, int most) {
        SecurityLog.Kind kind = Arrays.stream(SecurityLog.Kind.values())
                .filter(each -> each.name().equals(filter.hvad()))
                .findFirst()
                .orElse(null);
        return new SecurityLog.Wanted(
                kind,
                filter.hvem(),
                start(day(filter.fra(), LocalDate.EPOCH)),
                start(day(filter.til(), time.today()).plusDays(1)),
                before,
                most);
    }

    private List<Line> lines(List<SecurityLog.Entry> entries) {
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.addAll(List.of(entry.who(), entry.about())));
        ids.remove("");
        Map<String, String> names = directories.stream()
                .flatMap(directory -> directory.personNames(ids).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
        return entries.stream()
                .map(entry -> new Line(
                        DanishTime.MOMENT_IN_FIGURES.format(entry.at().atZone(CopenhagenTime.ZONE)),
                        entry.kind().danish(),
                        named(entry.who(), names),
                        named(entry.about(), names),
                        entry.clusterId(),
                        entry.detail(),
                        entry.address()))
                .toList();
    }

    private static String named(String id, Map<String, String> names) {
        return names.containsKey(id) ? names.get(id) + " (" + id + ")" : id;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(CopenhagenTime.ZONE).toInstant();
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refused.badRequest("Skriv datoen som 2026-11-22.");
        }
    }

    private static String cell(String text) {
        // a spreadsheet must not take it for a formula
        String inert = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + inert.replace("\"", "\"\"") + "\"";
    }
}
