package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.security.SecurityLog;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /indstillinger/<cluster>}: what the cluster has decided. Administrators change it, the coordinator reads it. */
@Controller
@RequestMapping("/indstillinger/{cluster}")
class SettingsPage {

    private static final String FROM = "gaelderFra";

    /** Under this name the page says what does not fit together. */
    private static final String TOGETHER = "tilsammen";

    private final Clusters clusters;
    private final ClusterSettings settings;
    private final ObjectProvider<SettingCatalog> catalogs;
    private final CurrentPerson person;
    private final CopenhagenTime time;
    private final SecurityLog log;
    private final Passwords passwords;

    SettingsPage(
            Clusters clusters,
            ClusterSettings settings,
            ObjectProvider<SettingCatalog> catalogs,
            CurrentPerson person,
            CopenhagenTime time,
            SecurityLog log,
            Passwords passwords) {
        this.clusters = clusters;
        this.settings = settings;
        this.catalogs = catalogs;
        this.person = person;
        this.time = time;
        this.log = log;
        this.passwords = passwords;
    }

    /** One line of the page. */
    record Line(
            String key,
            String kind,
            String label,
            String help,
            String value,
            String standard,
            @Nullable String error,
            Decided decided) {}

    /**
     * Where what applies follows from, and what has been decided for later.
     *
     * @param source empty when somebody has set it here, or nobody
     */
    record Decided(String source, List<String> later) {}

    record Section(String heading, List<Line> lines) {}

    @GetMapping
    @Transactional(readOnly = true)
    public String show(
            @PathVariable String cluster,
            @RequestParam(required = false) @Nullable String gemt,
            @RequestParam(required = false) @Nullable String oprettet,
            Model model) {
        person.require(cluster, Role.COORDINATOR);
        fill(cluster, Map.of(), Map.of(), model);
        model.addAttribute("saved", gemt != null);
        model.addAttribute("opened", oprettet != null);
        model.addAttribute("invited", passwords.areKeptHere());
        return "settings";
    }

    @PostMapping
    @Transactional
    public ModelAndView save(@PathVariable String cluster, @RequestParam Map<String, String> typed, Model model) {
        if (!person.isAdministrator()) {
            person.require(cluster, Role.COORDINATOR);
            throw Refused.forbidden("Kun en administrator kan ændre klyngens indstillinger.");
        }
        found(cluster);
        Map<String, String> errors = new LinkedHashMap<>();
        List<Runnable> changes = new ArrayList<>();
        LocalDate from = from(typed.getOrDefault(FROM, ""), errors);
        catalogs.orderedStream()
                .flatMap(catalog -> catalog.settings().stream())
                .filter(setting -> setting.kind() == Setting.Kind.FLAG || typed.containsKey(setting.key()))
                .forEach(setting -> change(cluster, setting, typed, from, errors, changes));
        if (errors.isEmpty()) {
            contradictions(cluster, typed, from, errors);
        }
        if (!errors.isEmpty()) {
            fill(cluster, typed, errors, model);
            model.addAttribute("saved", false);
            model.addAttribute("opened", false);
            return new ModelAndView("settings", model.asMap(), HttpStatus.BAD_REQUEST);
        }
        changes.forEach(Runnable::run);
        return new ModelAndView("redirect:/indstillinger/{cluster}?gemt");
    }

    private LocalDate from(String typed, Map<String, String> errors) {
        try {
            LocalDate from = typed.isBlank() ? time.today() : LocalDate.parse(typed.strip());
            if (from.isBefore(time.today())) {
                errors.put(FROM, "Vælg i dag eller en senere dag: det, der er sket, ændres ikke.");
            }
            return from;
        } catch (DateTimeParseException e) {
            errors.put(FROM, "Skriv datoen som 2026-11-22.");
            return time.today();
        }
    }

    /** Lead times that each are fine may still not fit together; what is not on the page stays as it is. */
    private void contradictions(String cluster, Map<String, String> typed, LocalDate from, Map<String, String> errors) {
        SettingCatalog.Values values = new SettingCatalog.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                String text = typed.get(setting.key());
                return text == null && setting.kind() != Setting.Kind.FLAG
                        ? settings.get(cluster, setting, from)
                        : setting.parse(text == null ? "" : text);
            }
        };
        List<String> found = catalogs.orderedStream()
                .flatMap(catalog -> catalog.contradictions(values).stream())
                .toList();
        if (!found.isEmpty()) {
            errors.put(TOGETHER, String.join(" ", found));
        }
    }

    private <T> void change(
            String cluster,
            Setting<T> setting,
            Map<String, String> typed,
            LocalDate from,
            Map<String, String> errors,
            List<Runnable> changes) {
        try {
            T value = setting.parse(typed.getOrDefault(setting.key(), ""));
            if (!value.equals(settings.get(cluster, setting, from))) {
                changes.add(() -> {
                    settings.set(cluster, setting, value, from, person.requireId());
                    log.note(SecurityLog.Kind.SETTING_CHANGED, "", cluster, setting.key());
                });
            }
        } catch (IllegalArgumentException wrong) {
            errors.put(setting.key(), String.valueOf(wrong.getMessage()));
        }
    }

    private void fill(String clusterId, Map<String, String> typed, Map<String, String> errors, Model model) {
        Cluster cluster = found(clusterId);
        model.addAttribute("cluster", cluster);
        model.addAttribute("mayChange", person.isAdministrator());
        model.addAttribute("from", typed.getOrDefault(FROM, time.today().toString()));
        model.addAttribute("fromError", errors.get(FROM));
        model.addAttribute("wrong", !errors.isEmpty());
        model.addAttribute("togetherError", errors.get(TOGETHER));
        model.addAttribute("missing", missing(cluster));
        model.addAttribute(
                "sections",
                catalogs.orderedStream()
                        .map(catalog -> new Section(
                                catalog.heading(),
                                catalog.settings().stream()
                                        .map(setting -> line(clusterId, setting, typed, errors))
                                        .toList()))
                        .toList());
    }

    private List<String> missing(Cluster cluster) {
        SettingCatalog.Values now = new SettingCatalog.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return settings.get(cluster.id(), setting);
            }
        };
        return catalogs.orderedStream()
                .flatMap(catalog -> catalog.missing(cluster, now).stream())
                .toList();
    }

    private Cluster found(String clusterId) {
        return clusters.find(clusterId).orElseThrow(Refused::notFound);
    }

    private <T> Line line(String clusterId, Setting<T> setting, Map<String, String> typed, Map<String, String> errors) {
        String current = setting.show(settings.get(clusterId, setting));
        boolean retyped = !errors.isEmpty();
        String value = !retyped
                ? current
                : typed.getOrDefault(setting.key(), setting.kind() == Setting.Kind.FLAG ? "false" : current);
        return new Line(
                setting.key(),
                setting.kind().name(),
                setting.label(),
                setting.help(),
                value,
                setting.show(setting.standard()),
                errors.get(setting.key()),
                new Decided(settings.source(clusterId, setting).orElse(""), settings.later(clusterId, setting)));
    }
}
