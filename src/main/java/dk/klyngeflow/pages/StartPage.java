package dk.klyngeflow.pages;

import dk.klyngeflow.security.CurrentPerson;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: where to go, and in the demo who to be. */
@Controller
class StartPage {

    private static final String CAMUNDA = "/camunda/";
    private static final String PASSWORD = "/adgangskode";

    private final Shell shell;
    private final Desk desk;
    private final CurrentPerson person;
    private final ObjectProvider<StartPageLinks> links;
    private final ObjectProvider<StartPageCards> cards;

    StartPage(
            Shell shell,
            Desk desk,
            CurrentPerson person,
            ObjectProvider<StartPageLinks> links,
            ObjectProvider<StartPageCards> cards) {
        this.shell = shell;
        this.desk = desk;
        this.person = person;
        this.links = links;
        this.cards = cards;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute(
                "links",
                shell.loggedIn()
                        ? inOrder(links.orderedStream().flatMap(module -> module.links().stream()))
                        : List.of());
        model.addAttribute("waiting", person.isStaff() ? desk.waiting() : null);
        model.addAttribute(
                "cards",
                cards.orderedStream().flatMap(each -> each.cards().stream()).toList());
        return "start";
    }

    /** The lists of tasks first, one's password last, and all else as in a Danish index: so it is found where it was yesterday. */
    static List<StartPageLinks.Link> inOrder(Stream<StartPageLinks.Link> links) {
        return links.sorted(Comparator.comparing(
                                (StartPageLinks.Link link) -> !link.href().startsWith(CAMUNDA))
                        .thenComparing(link -> link.href().equals(PASSWORD))
                        .thenComparing(StartPageLinks.Link::title, Collator.getInstance(Locale.forLanguageTag("da"))))
                .toList();
    }
}
