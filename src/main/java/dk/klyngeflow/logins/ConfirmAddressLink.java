package dk.klyngeflow.logins;

import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Here she says that a changed mail address is hers. */
@Component
class ConfirmAddressLink implements LinkPage {

    private final AddressChanges addresses;
    private final People people;

    ConfirmAddressLink(AddressChanges addresses, People people) {
        this.addresses = addresses;
        this.people = people;
    }

    @Override
    public String purpose() {
        return AddressChanges.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return people.find(held.holder())
                .filter(person -> addresses.isUnconfirmed(person.id()))
                .map(this::question);
    }

    private Shown question(Person person) {
        return new Shown(
                "Er det din mailadresse?",
                List.of(
                        new Block.Text(
                                "Din adresse er ændret i klyngens liste. Sig ja, så du også kan få en ny adgangskode på den."),
                        new Block.Facts(Map.of("Mailadresse", person.mail())),
                        new Block.Choice(
                                "min",
                                "Er adressen din?",
                                List.of(new Block.Choice.Option("ja", "Ja, det er min adresse")),
                                Set.of(),
                                true,
                                false)),
                "Bekræft adressen");
    }

    @Override
    public Shown over(Held held) {
        return Shown.over("Adressen er bekræftet eller ændret igen. Du skal ikke gøre mere.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        addresses.confirm(held.holder());
        return new Done("Adressen er bekræftet", "Klyngens mails kommer hertil.");
    }
}
