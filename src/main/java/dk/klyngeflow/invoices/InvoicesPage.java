package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.BarPlaces;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All invoices of a cluster and where each stands, from our own tables. */
@Controller
class InvoicesPage implements StartPageLinks, BarPlaces {

    private static final Role[] STAFF = {Role.SECRETARY, Role.COORDINATOR, Role.BOARD, Role.AUDITOR};
    private static final int LAST_PAGE = 1_000;

    private final CurrentPerson person;
    private final Clusters clusters;
    private final Invoices invoices;
    private final InvoiceViews views;
    private final MembersQuestions questions;
    private final NextHands hands;
    private final InvoiceList list;

    InvoicesPage(
            CurrentPerson person,
            Clusters clusters,
            Invoices invoices,
            InvoiceViews views,
            MembersQuestions questions,
            NextHands hands,
            InvoiceList list) {
        this.list = list;
        this.person = person;
        this.clusters = clusters;
        this.invoices = invoices;
        this.views = views;
        this.questions = questions;
        this.hands = hands;
    }

    @GetMapping("/bilag/{cluster}")
    String list(@PathVariable String cluster, @RequestParam(name = "side", defaultValue = "0") int page, Model model) {
        person.require(cluster, STAFF);
        int shown = Math.max(0, Math.min(page, LAST_PAGE));
        model.addAttribute("cluster", known(cluster));
        model.addAttribute("page", shown);
        InvoiceList.Listed listed = list.page(cluster, shown);
        model.addAttribute("lines", listed.invoices());
        model.addAttribute("lastShared", listed.lastShared());
        return "invoices/list";
    }

    @GetMapping("/bilag/{cluster}/{id}")
    String one(@PathVariable String cluster, @PathVariable String id, Model model) {
        person.require(cluster, STAFF);
        return page(cluster, id, List.of(), model);
    }

    /** Asks the members by link; their answers stand here and beside the coordinator's task. */
    @PostMapping("/bilag/{cluster}/{id}/medlemmer")
    String askMembers(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String lastDay,
            Model model,
            HttpServletResponse response) {
        person.require(cluster, Role.COORDINATOR, Role.BOARD);
        Invoice invoice = invoices.find(cluster, id).orElseThrow(Refused::notFound);
        try {
            FormFields fields = FormFields.of(Map.of("lastDay", lastDay), Set.of("lastDay"));
            LocalDate day = fields.dayAhead("lastDay", "Sidste dag");
            fields.refuseIfWrong();
            questions.ask(cluster, invoice.id(), day, person.requireId());
        } catch (FormRefused refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(cluster, id, refused.messages(), model);
        }
        return "redirect:/bilag/" + cluster + "/" + id;
    }

    private String page(String cluster, String id, List<String> wrong, Model model) {
        Invoice invoice = invoices.find(cluster, id).orElseThrow(Refused::notFound);
        model.addAttribute("cluster", known(cluster));
        model.addAttribute("invoice", views.page(invoice));
        model.addAttribute("hands", hands.of(cluster, invoice.businessKey()));
        model.addAttribute(
                "canAsk", questions.canAsk(invoice) && person.hasRole(cluster, Role.COORDINATOR, Role.BOARD));
        model.addAttribute("wrong", wrong);
        return "invoices/invoice";
    }

    @Override
    public List<Place> places() {
        return List.of(new Place("Bilag", "/bilag/", List.of(STAFF)));
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (Cluster cluster : clusters.all()) {
            if (person.hasRole(cluster.id(), STAFF)) {
                links.add(new Link(
                        "Bilag i " + cluster.name(),
                        "/bilag/" + cluster.id(),
                        "Alt, der er kommet ind, og hvor det står."));
            }
            if (person.hasRole(cluster.id(), Role.values())) {
                links.add(new Link(
                        "Udlæg og honorar i " + cluster.name(),
                        "/udlaeg/" + cluster.id(),
                        "Få betalt, hvad du har lagt ud eller arbejdet for klyngen."));
            }
        }
        return links;
    }

    private Cluster known(String cluster) {
        return clusters.find(cluster).orElseThrow(Refused::notFound);
    }
}
