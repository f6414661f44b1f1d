package dk.klyngeflow.election;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Practices;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who shall stand? Oneself, or a colleague, who is then asked. */
@Component
class NominationLink implements LinkPage {

    private static final String ANSWER = "svar";
    private static final String COLLEAGUE = "kollega";
    private static final String TEXT = "tekst";

    private final Elections elections;
    private final Nominees nominees;
    private final Nominations nominations;
    private final Independence independence;
    private final ElectionProtocol protocol;
    private final People people;
    private final Practices practices;

    NominationLink(
            Elections elections,
            Nominees nominees,
            Nominations nominations,
            Independence independence,
            ElectionProtocol protocol,
            People people,
            Practices practices) {
        this.elections = elections;
        this.nominees = nominees;
        this.nominations = nominations;
        this.independence = independence;
        this.protocol = protocol;
        this.people = people;
        this.practices = practices;
    }

    @Override
    public String purpose() {
        return Nominations.LINK;
    }

    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return elections.find(held.clusterId(), held.subject()).map(election -> shown(election, held.holder()));
    }

    private Shown shown(Election election, String person) {
        List<Block> blocks = new ArrayList<>();
        List<String> standing = protocol.names(election, nominees.in(election, Nominee.State.STANDING));
        Instant closes = election.progress().nominationsCloseAt();
        if (!nominations.isOpen(election) || closes == null) {
            blocks.add(new Block.Note(
                    election.is(ElectionStatus.CANCELLED)
                            ? "Valget er aflyst."
                            : "Der tages ikke mod kandidater længere. Du hører, hvad der sker."));
            return new Shown(election.label(), blocks, null);
        }
        blocks.add(new Block.Text(
                "Vil du selv, eller ved du, hvem der skal spørges? En kollega, du foreslår, siger selv ja eller nej. Svar inden "
                        + CopenhagenTime.inWords(closes) + "."));
        independence.warning(election, person).map(Block.Note::new).ifPresent(blocks::add);
        if (!standing.isEmpty()) {
            blocks.add(new Block.Table(
                    "Stiller op nu",
                    List.of("Kandidat"),
                    standing.stream().map(List::of).toList()));
        }
        Optional<String> answer = nominees.answerOf(election, person);
        blocks.add(new Block.Choice(
                ANSWER,
                "Dit svar",
                List.of(
                        new Block.Choice.Option("SELF", "Jeg stiller selv op"),
                        new Block.Choice.Option("OTHER", "Jeg foreslår en kollega", "Vælg hvem herunder."),
                        new Block.Choice.Option("NONE", "Jeg har ingen forslag")),
                answer.map(Set::of).orElse(Set.of()),
                true,
                false));
        blocks.add(new Block.Field(
                TEXT,
                "Et par ord om, hvorfor du stiller op (kun hvis du selv gør)",
                Block.Field.Kind.AREA,
                nominees.find(election, person).map(Nominee::text).orElse(""),
                false,
                Nominee.LONGEST_TEXT));
        blocks.add(new Block.Choice(
                COLLEAGUE,
                "Hvem foreslår du? (kun hvis du foreslår en kollega)",
                colleagues(election, person),
                Set.of(),
                false,
                false));
        return new Shown(election.label(), blocks, answer.isEmpty() ? "Send mit svar" : "Gem ændringen");
    }

    private List<Block.Choice.Option> colleagues(Election election, String person) {
        Set<String> roll = nominees.roll(election);
        Set<String> standing = nominees.in(election, Nominee.State.STANDING).stream()
                .map(Nominee::personId)
                .collect(Collectors.toSet());
        Map<String, String> names = people.namesOf(roll);
        Map<String, String> work = practices.byMember(election.clusterId());
        Collator danish = Collator.getInstance(Locale.forLanguageTag("da"));
        return roll.stream()
                .filter(each ->
                        !each.equals(person) && !standing.contains(each) && !independence.isBarred(election, each))
                .sorted((a, b) -> danish.compare(names.getOrDefault(a, ""), names.getOrDefault(b, "")))
                .map(each -> new Block.Choice.Option(
                        each,
                        names.getOrDefault(each, People.UNKNOWN),
                        Stream.of(work.getOrDefault(each, ""), independence.hint(election, each))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · "))))
                .toList();
    }

    static String until(Election election) {
        return "Kandidater søges til " + Nominations.closes(election) + ". Så hører du, hvad der sker.";
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Election election = elections.lock(held.clusterId(), held.subject());
        String answer = String.join("", sent.getOrDefault(ANSWER, List.of()));
        String colleague = String.join("", sent.getOrDefault(COLLEAGUE, List.of()));
        switch (answer) {
            case "SELF" -> {
                if (!colleague.isEmpty()) {
                    throw new FormRefused(
                            "Du har valgt både dig selv og en kollega. Vælg „Jeg foreslår en kollega“, hvis det er kollegaen, du mener; du kan selv stille op bagefter.");
                }
                nominations.standHerself(election, held.holder(), String.join("", sent.getOrDefault(TEXT, List.of())));
                return new Done(
                        "Tak, du stiller op",
                        "Du får en mail med dit eget link som kandidat. Med det kan du rette din tekst eller trække dig igen.",
                        until(election));
            }
            case "OTHER" -> {
                if (colleague.isEmpty()) {
                    throw new FormRefused("Vælg, hvem du foreslår.");
                }
                nominations.nameColleague(election, held.holder(), colleague);
                return new Done(
                        "Tak for forslaget",
                        "Kollegaen får en mail, hvis det ikke er sket, og siger selv ja eller nej. Du kan foreslå flere med det samme link.",
                        until(election));
            }
            default -> {
                nominations.nameNobody(election, held.holder());
                return new Done("Tak for dit svar", "Du kan ændre det med det samme link.", until(election));
            }
        }
    }
}
