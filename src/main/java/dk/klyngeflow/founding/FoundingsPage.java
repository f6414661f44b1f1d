package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingPractice;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.pages.StartPageLinks;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /stiftelser}: where an administrator sees how far each founding is, and helps a founder who has lost her link or given up. */
@Controller
@RequestMapping(FoundingsPage.PATH)
class FoundingsPage implements StartPageLinks {

    static final String PATH = "/stiftelser";

    private final Foundings foundings;
    private final FoundingHelp help;
    private final FoundingPractices practices;
    private final Clusters clusters;
    private final CurrentPerson person;

    FoundingsPage(
            Foundings foundings,
            FoundingHelp help,
            FoundingPractices practices,
            Clusters clusters,
            CurrentPerson person) {
        this.foundings = foundings;
        this.help = help;
        this.practices = practices;
        this.clusters = clusters;
        this.person = person;
    }

    /** @param waits since when the founder is waited for; empty while others are */
    record Line(String id, String name, String region, String stage, String practices, String waits, boolean isOver) {}

    @Override
    public List<Link> links() {
        return person.isAdministrator()
                ? List.of(new Link("Stiftelser", PATH, "Klynger, der er ved at blive stiftet, og hvor langt de er."))
                : List.of();
    }

    @GetMapping
    String show(Model model) {
        requireAdministrator();
        model.addAttribute("foundings", foundings.all().stream().map(this::line).toList());
        return "founding/foundings";
    }

    private Line line(Founding founding) {
        var cluster = clusters.get(founding.clusterId());
        List<FoundingPractice> all = practices.of(founding.clusterId());
        long joined = all.stream().filter(FoundingPractice::hasJoined).count();
        return new Line(
                founding.clusterId(),
                cluster.name(),
                cluster.regionName(),
                founding.stage().danish(),
                joined + " af " + all.size() + " er med",
                founding.waitsSince() == null ? "" : DanishTime.DAY.format(CopenhagenTime.dayOf(founding.waitsSince())),
                founding.stage().isOver());
    }

    @PostMapping("/{id}/link")
    String sendLink(@PathVariable String id) {
        requireAdministrator();
        help.sendLink(id);
        return "redirect:" + PATH + "?sendt";
    }

    @PostMapping("/{id}/opgiv")
    String giveUp(@PathVariable String id) {
        requireAdministrator();
        help.giveUp(id);
        return "redirect:" + PATH + "?opgivet";
    }

    private void requireAdministrator() {
        if (!person.isAdministrator()) {
            throw Refused.forbidden("Kun en administrator kan se stiftelserne.");
        }
    }
}
