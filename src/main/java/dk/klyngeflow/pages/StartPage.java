package dk.klyngeflow.pages;

import dk.klyngeflow.security.CurrentPerson;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: where to go, and in the demo who to be. */
@Controller
class StartPage {

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
                        ? links.orderedStream()
                                .flatMap(module -> module.links().stream())
                                .toList()
                        : List.of());
        model.addAttribute("waiting", person.isStaff() ? desk.waiting() : null);
        model.addAttribute(
                "cards",
                cards.orderedStream().flatMap(each -> each.cards().stream()).toList());
        return "start";
    }
}
