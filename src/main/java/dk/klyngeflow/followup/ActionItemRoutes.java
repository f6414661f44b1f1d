package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.actions.ItemState;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On a meeting's page somebody says for the owner that something is done, as when she has told it by phone. */
@Controller
class ActionItemRoutes {

    private static final int LONGEST_NOTE = 500;

    private final CurrentPerson person;
    private final Meetings meetings;
    private final ActionItems items;
    private final FollowUps followUps;
    private final TransactionTemplate transaction;

    ActionItemRoutes(
            CurrentPerson person,
            Meetings meetings,
            ActionItems items,
            FollowUps followUps,
            TransactionTemplate transaction) {
        this.person = person;
        this.meetings = meetings;
        this.items = items;
        this.followUps = followUps;
        this.transaction = transaction;
    }

    @PostMapping("/moeder/{cluster}/aftaler/{id}")
    String done(
            @PathVariable String cluster,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        ActionItem item = items.find(cluster, id).orElseThrow(Refused::notFound);
        FormFields fields = FormFields.of(Map.of("note", note), Set.of("note"));
        String said = fields.paragraphs("note", "Bemærkningen");
        if (said.length() > LONGEST_NOTE) {
            fields.wrong("Bemærkningen er for lang. Skriv højst " + LONGEST_NOTE + " tegn.");
        }
        fields.refuseIfWrong();
        transaction.executeWithoutResult(
                status -> followUps.answer(item, ItemState.DONE, null, said, person.requireId()));
        after.addFlashAttribute("done", "Aftalen er markeret som gjort.");
        return "redirect:/moeder/" + meetings.get(cluster, item.meetingId()).businessKey();
    }
}
