package dk.klyngeflow.logins;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Sent;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.logins.PasswordLinks.PasswordLink;
import dk.klyngeflow.security.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Here she chooses a password, or has another link sent when hers has expired. */
@Component
class ChoosePasswordLink implements LinkPage {

    private static final String FRESH = "ny";
    private static final String AGAIN = "igen";
    private static final int LONGEST = 200;
    private static final int MOST_A_DAY = 5;

    private final PasswordLinks links;
    private final Passwords passwords;
    private final AddressChanges addresses;
    private final CopenhagenTime time;
    private final LoginHolder holders;

    ChoosePasswordLink(
            PasswordLinks links,
            Passwords passwords,
            AddressChanges addresses,
            CopenhagenTime time,
            LoginHolder holders) {
        this.holders = holders;
        this.links = links;
        this.passwords = passwords;
        this.addresses = addresses;
        this.time = time;
    }

    @Override
    public String purpose() {
        return PasswordLinks.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return alive(held).map(link -> links.isExpired(link) ? expired(link) : fresh(held));
    }

    private Optional<PasswordLink> alive(Held held) {
        return passwords.areKeptHere()
                ? links.find(held.clusterId(), held.subject())
                        .filter(link -> !link.isEnded() && holders.isStill(link.clusterId(), link.personId()))
                : Optional.empty();
    }

    private static Shown expired(PasswordLink link) {
        return new Shown(
                "Linket er udløbet",
                List.of(new Block.Text("Et link til at vælge adgangskode virker kun i "
                        + link.kind().inWords() + ", så det ikke kan bruges af andre. Få et nyt på din mail her.")),
                "Send mig et nyt link");
    }

    private Shown fresh(Held held) {
        return new Shown(
                "Vælg din adgangskode",
                List.of(
                        new Block.Text("Adgangskoden skal have mindst " + passwords.shortest()
                                + " tegn. Tre-fire tilfældige ord er nemme at huske og svære at gætte."),
                        new Block.Facts(Map.of("Dit brugernavn", holders.person(held.holder()))),
                        field(FRESH, "Ny adgangskode"),
                        field(AGAIN, "Ny adgangskode igen")),
                "Gem adgangskoden");
    }

    private static Block field(String name, String label) {
        return new Block.Field(name, label, Block.Field.Kind.PASSWORD, "", true, LONGEST);
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(
                passwords.areKeptHere()
                        ? "Linket er brugt, eller der er sendt dig et nyere. Har du glemt din adgangskode, så vælg „Glemt adgangskode“ på siden, hvor du logger ind."
                        : "Du logger ind et andet sted og behøver ingen adgangskode her.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        PasswordLink link =
                alive(held).orElseThrow(() -> new FormRefused("Linket kan kun bruges én gang, og det er brugt."));
        return links.isExpired(link)
                ? another(held, link)
                : chosen(held, Sent.first(sent, FRESH), Sent.first(sent, AGAIN));
    }

    private Done another(Held held, PasswordLink link) {
        if (links.sentSince(holders.person(held.holder()), time.now().minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new FormRefused(
                    "Der er sendt dig mange links det seneste døgn. Brug det nyeste, eller vent til i morgen.");
        }
        links.send(held.clusterId(), holders.person(held.holder()), link.kind());
        return new Done(
                "Vi har sendt dig et nyt link",
                "Mailen er fremme om et øjeblik. Linket virker i " + link.kind().inWords() + ".");
    }

    private Done chosen(Held held, String fresh, String again) {
        if (!fresh.equals(again)) {
            throw new FormRefused("De to adgangskoder er ikke ens. Skriv dem igen.");
        }
        passwords.objectionTo(fresh, holders.person(held.holder())).ifPresent(objection -> {
            throw new FormRefused(objection);
        });
        // who has read the mail is at that address
        addresses.confirm(holders.person(held.holder()));
        // ends the link, too
        passwords.choose(holders.person(held.holder()), fresh);
        return new Done(
                        "Din adgangskode er valgt",
                        "Log ind med dit brugernavn: " + holders.person(held.holder()) + ".")
                .onwards("Log ind", "/login");
    }
}
