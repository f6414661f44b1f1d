package dk.klyngeflow.membership;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form shows of a request. */
@RestController
class MembershipRoutes {

    private final MemberWishes wishes;
    private final People people;
    private final CurrentPerson person;

    MembershipRoutes(MemberWishes wishes, People people, CurrentPerson person) {
        this.wishes = wishes;
        this.people = people;
        this.person = person;
    }

    record Shown(String who, String what, String practice, String changed, String from, String message, String note) {}

    @GetMapping("/api/clusters/{cluster}/membership-requests/{id}")
    Shown request(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, Role.SECRETARY, Role.COORDINATOR, Role.BOARD);
        if (!id.matches("[0-9]{1,18}")) {
            throw Refused.notFound();
        }
        return wishes.find(cluster, Long.parseLong(id))
                .filter(wish -> wish.confirmedAt() != null)
                .map(this::shown)
                .orElseThrow(Refused::notFound);
    }

    private Shown shown(MemberWish wish) {
        MemberWish.Typed typed = wish.typed();
        boolean isJoin = wish.kind() == WishKind.JOIN;
        String who =
                wish.personId() == null ? typed.name() + " (" + typed.mail() + ")" : people.nameOf(wish.personId());
        return new Shown(
                who,
                "Beder om at " + wish.kind().danish().replace("din", "sin"),
                isJoin
                        ? typed.practiceName() + " (" + typed.providerNumber() + ")"
                                + (typed.patients() == null ? "" : ", " + typed.patients() + " patienter")
                        : "",
                isJoin ? "" : (typed.name() + " " + typed.mail()).strip(),
                typed.fromDay() == null ? "" : DanishTime.DAY.format(typed.fromDay()),
                typed.message(),
                note(wish.kind()));
    }

    private static String note(WishKind kind) {
        return switch (kind) {
            case JOIN ->
                "Adressen er bekræftet, men ikke hvem der skriver: ring til praksis, hvis du er i tvivl. Er praksis ny, så tilføj den først og personen bagefter.";
            case LEAVE, PRACTICE_LEAVES, CORRECT -> "";
            case ERASE ->
                "Kan ikke fortrydes. Er personen stadig i klyngen, så udmeld først på siden Folk, og kom så tilbage hertil, og svar ja. Bilag og referater bliver, som loven kræver.";
        };
    }
}
