package dk.klyngeflow.membership;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Sent;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.PracticeOfMember;
import dk.klyngeflow.privacy.OwnData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A member's own page: what is kept of her, in one file; having it corrected or erased, and leaving. */
@Component
class OwnPageLink implements LinkPage {

    private static final String WHAT = "hvad";
    private static final String NAME = "navn";
    private static final String MAIL = "mail";
    private static final String FROM = "fra";
    private static final String MESSAGE = "besked";
    private static final int LONGEST = 100;
    private static final int LONGEST_MAIL = 254;
    private static final int LONGEST_MESSAGE = 500;

    private final MemberWishes wishes;
    private final People people;
    private final PracticeOfMember practices;
    private final OwnData data;
    private final MembershipTimes times;
    private final CopenhagenTime time;

    OwnPageLink(
            MemberWishes wishes,
            People people,
            PracticeOfMember practices,
            OwnData data,
            MembershipTimes times,
            CopenhagenTime time) {
        this.wishes = wishes;
        this.people = people;
        this.practices = practices;
        this.data = data;
        this.times = times;
        this.time = time;
    }

    @Override
    public String purpose() {
        return OwnLinks.PURPOSE;
    }

    private Optional<Person> person(Held held) {
        String id = held.holder().startsWith(OwnLinks.GUEST)
                ? held.holder().substring(OwnLinks.GUEST.length())
                : held.holder();
        return people.find(id).filter(person -> !person.mail().isEmpty());
    }

    @Override
    public Optional<MadeFile> ownFile(Held held) {
        return person(held)
                .map(person -> new MadeFile("dine-oplysninger.zip", "application/zip", data.of(person.id())));
    }

    @Override
    public Optional<Shown> show(Held held) {
        return person(held).map(person -> page(held, person));
    }

    private Shown page(Held held, Person person) {
        boolean isOf = people.isOf(held.clusterId(), person.id());
        Optional<String> number = practices.of(held.clusterId(), person.id());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Navn", person.name());
        facts.put("Mailadresse", person.mail());
        number.ifPresent(known -> facts.put("Praksis", practices.shown(held.clusterId(), known)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts));
        wishes.open(held.clusterId()).stream()
                .filter(wish -> person.id().equals(wish.personId()))
                .forEach(wish -> blocks.add(
                        new Block.Note("Du har bedt om at " + wish.kind().danish() + ". " + answerBy(wish))));
        blocks.add(
                new Block.Text(
                        "Hent alt, hvad der er gemt om dig, i én fil: en side til at læse og det samme til et program. Filen er kun til dig."));
        blocks.add(new Block.OwnFile("Hent mine oplysninger"));
        List<Block.Choice.Option> options = new ArrayList<>();
        if (isOf) {
            options.add(option(WishKind.CORRECT, "Ret mit navn eller min mailadresse", "Skriv det nye herunder."));
            options.add(
                    option(
                            WishKind.LEAVE,
                            "Meld mig ud af klyngen",
                            "Dine personlige links holder op med at virke den dag. Et valg, der er i gang, beholder sin liste."));
            if (number.isPresent()) {
                options.add(
                        option(
                                WishKind.PRACTICE_LEAVES,
                                "Meld hele min praksis ud",
                                "Alle i praksis går ud samme dag, samtykker til data følger med, og klyngens penge regnes om."));
            }
        }
        options.add(option(
                WishKind.ERASE,
                "Slet mig",
                "Du bliver også meldt ud. Bilag gemmes i fem år, som bogføringsloven kræver, og referater bliver."));
        blocks.add(new Block.Choice(WHAT, "Hvad vil du bede klyngen om?", options, Set.of(), true, false));
        if (isOf) {
            blocks.add(field(NAME, "Nyt navn (kun ved rettelse)", Block.Field.Kind.TEXT, LONGEST));
            blocks.add(field(MAIL, "Ny mailadresse (kun ved rettelse)", Block.Field.Kind.MAIL, LONGEST_MAIL));
            blocks.add(field(FROM, "Fra hvilken dag? (kun ved udmelding)", Block.Field.Kind.DAY, 10));
        }
        blocks.add(field(MESSAGE, "Besked til sekretæren", Block.Field.Kind.AREA, LONGEST_MESSAGE));
        return new Shown("Dine oplysninger i klyngen", blocks, "Se, hvad du beder om");
    }

    private static Block.Choice.Option option(WishKind kind, String label, String hint) {
        return new Block.Choice.Option(kind.name(), label, hint);
    }

    private static Block.Field field(String name, String label, Block.Field.Kind kind, int longest) {
        return new Block.Field(name, label, kind, "", false, longest);
    }

    private static String answerBy(MemberWish wish) {
        return wish.answerBy() == null
                ? ""
                : "Du har svar senest den "
                        + DanishTime.DAY.format(
                                wish.answerBy().atZone(CopenhagenTime.ZONE).toLocalDate()) + ".";
    }

    private record Asked(WishKind kind, MemberWish.Typed typed) {}

    private Asked read(Held held, Person person, Map<String, List<String>> sent) {
        WishKind kind = WishKind.valueOf(Sent.first(sent, WHAT));
        boolean isCorrection = kind == WishKind.CORRECT;
        String name = isCorrection ? Sent.first(sent, NAME).replaceAll("\\s+", " ") : "";
        String mail = isCorrection ? Sent.first(sent, MAIL) : "";
        LocalDate from =
                kind == WishKind.LEAVE || kind == WishKind.PRACTICE_LEAVES ? day(Sent.first(sent, FROM)) : null;
        if (isCorrection && name.isEmpty() && mail.isEmpty()) {
            throw new FormRefused("Skriv det nye navn eller den nye mailadresse.");
        }
        if (!mail.isEmpty() && !FailedMails.isAddress(mail)) {
            throw new FormRefused("Skriv mailadressen som navn@praksis.example.");
        }
        if (isCorrection
                && (name.isEmpty() || name.equals(person.name()))
                && (mail.isEmpty() || mail.equalsIgnoreCase(person.mail()))) {
            throw new FormRefused("Det står sådan allerede.");
        }
        if (from != null && from.isBefore(time.today())) {
            throw new FormRefused("Vælg en dag i dag eller senere.");
        }
        String number = kind == WishKind.PRACTICE_LEAVES
                ? practices.of(held.clusterId(), person.id()).orElse("")
                : "";
        return new Asked(kind, new MemberWish.Typed(name, mail, number, "", null, Sent.first(sent, MESSAGE), from));
    }

    private @Nullable LocalDate day(String typed) {
        return typed.isEmpty() ? time.today() : LocalDate.parse(typed);
    }

    @Override
    public Optional<Shown> review(Held held, Map<String, List<String>> sent) {
        Person person = person(held).orElseThrow(() -> new FormRefused("Du er slettet."));
        Asked asked = read(held, person, sent);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Du beder om at", asked.kind().danish());
        if (!asked.typed().name().isEmpty()) {
            facts.put("Nyt navn", asked.typed().name());
        }
        if (!asked.typed().mail().isEmpty()) {
            facts.put("Ny mailadresse", asked.typed().mail());
        }
        if (asked.typed().fromDay() != null) {
            facts.put("Fra", DanishTime.DAY.format(asked.typed().fromDay()));
        }
        facts.put(
                "Svar senest",
                DanishTime.DAY.format(
                        times.answerBy().atZone(CopenhagenTime.ZONE).toLocalDate()));
        return Optional.of(new Shown(
                "Er det rigtigt?",
                List.of(
                        new Block.Facts(facts),
                        new Block.Text(
                                "Klyngens sekretær ser på det og svarer dig i en mail. Er svaret nej, står der hvorfor.")),
                "Send det til klyngen"));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Person person = person(held).orElseThrow(() -> new FormRefused("Du er slettet."));
        Asked asked = read(held, person, sent);
        if (!wishes.askByLink(held.clusterId(), asked.kind(), person.id(), asked.typed())) {
            return new Done(
                    "Du har bedt om det før",
                    "Dit ønske ligger hos klyngens sekretær, og du får svar i en mail. Vil du ændre det, så skriv til klyngen.");
        }
        return new Done(
                "Dit ønske er sendt",
                "Klyngens sekretær svarer senest den "
                        + DanishTime.DAY.format(
                                times.answerBy().atZone(CopenhagenTime.ZONE).toLocalDate())
                        + ". Om et øjeblik får du en mail, hvor det står.");
    }
}
