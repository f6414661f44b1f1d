package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /steder/<cluster>}: the venues, caterers and speakers that the cluster knows, in the order in which they are asked. */
@Controller
@RequestMapping("/steder/{cluster}")
class SupplierPage {

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Suppliers suppliers;
    private final ClusterSettings settings;

    SupplierPage(CurrentPerson person, Clusters clusters, Suppliers suppliers, ClusterSettings settings) {
        this.settings = settings;
        this.person = person;
        this.clusters = clusters;
        this.suppliers = suppliers;
    }

    /** @param name what the kind is called in the directory */
    record Group(BookingKind kind, String name, String empty, List<Supplier> suppliers) {}

    @GetMapping
    String list(@PathVariable String cluster, Model model) {
        require(cluster);
        List<Supplier> all = suppliers.of(cluster);
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute(
                "groups",
                Arrays.stream(BookingKind.values())
                        .map(kind -> new Group(
                                kind,
                                kind.directory(),
                                kind.emptyDirectory(),
                                all.stream()
                                        .filter(supplier -> supplier.kind() == kind)
                                        .toList()))
                        .toList());
        model.addAttribute(
                "isPhoneMissing", settings.get(cluster, ContactSettings.PHONE).isBlank());
        return "bookings/list";
    }

    @GetMapping("/ny")
    ModelAndView empty(
            @PathVariable String cluster, @RequestParam(required = false) @Nullable String slags, Model model) {
        require(cluster);
        return form(cluster, kind(slags), null, Map.of("active", "true"), List.of(), model);
    }

    @PostMapping("/ny")
    ModelAndView add(
            @PathVariable String cluster,
            @RequestParam(required = false) @Nullable String slags,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after) {
        require(cluster);
        BookingKind kind = kind(slags);
        Map<String, String> fields = withoutKind(typed);
        try {
            suppliers.add(cluster, unlikeOthers(cluster, SupplierForm.read(kind, fields), null));
        } catch (FormRefused refused) {
            return form(cluster, kind, null, fields, refused.messages(), model);
        }
        return saved(cluster, fields, after);
    }

    @GetMapping("/{supplier}")
    ModelAndView one(@PathVariable String cluster, @PathVariable String supplier, Model model) {
        require(cluster);
        Supplier known = find(cluster, supplier);
        return form(cluster, known.kind(), known, SupplierForm.typed(known), List.of(), model);
    }

    @PostMapping("/{supplier}")
    ModelAndView change(
            @PathVariable String cluster,
            @PathVariable String supplier,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes after) {
        require(cluster);
        Supplier known = find(cluster, supplier);
        Map<String, String> fields = withoutKind(typed);
        try {
            Suppliers.Entry entry = SupplierForm.read(known.kind(), fields);
            suppliers.change(cluster, supplier, unlikeOthers(cluster, entry, supplier));
        } catch (FormRefused refused) {
            return form(cluster, known.kind(), known, fields, refused.messages(), model);
        }
        return saved(cluster, fields, after);
    }

    @PostMapping("/{supplier}/op")
    ModelAndView moveUp(@PathVariable String cluster, @PathVariable String supplier) {
        require(cluster);
        suppliers.moveUp(cluster, find(cluster, supplier).supplierId());
        return new ModelAndView("redirect:/steder/" + cluster);
    }

    private void require(String cluster) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY);
    }

    private Supplier find(String cluster, String supplier) {
        return suppliers.find(cluster, supplier).orElseThrow(Refused::notFound);
    }

    private static BookingKind kind(@Nullable String name) {
        return Arrays.stream(BookingKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static Map<String, String> withoutKind(Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.remove("slags");
        return fields;
    }

    private Suppliers.Entry unlikeOthers(String cluster, Suppliers.Entry entry, @Nullable String except) {
        if (suppliers.isNamed(cluster, entry.kind(), entry.name(), except)) {
            throw new FormRefused("„" + entry.name() + "“ står på listen i forvejen.");
        }
        return entry;
    }

    private ModelAndView saved(String cluster, Map<String, String> fields, RedirectAttributes after) {
        after.addFlashAttribute("done", fields.getOrDefault("name", "").strip() + " er gemt.");
        return new ModelAndView("redirect:/steder/" + cluster);
    }

    private ModelAndView form(
            String cluster,
            BookingKind kind,
            @Nullable Supplier supplier,
            Map<String, String> typed,
            List<String> wrong,
            Model model) {
        model.addAttribute("cluster", clusters.get(cluster));
        model.addAttribute("kind", kind);
        model.addAttribute("supplier", supplier);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return new ModelAndView(
                "bookings/supplier", model.asMap(), wrong.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }
}
