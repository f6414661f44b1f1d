package dk.klyngeflow.assemblies;

import dk.klyngeflow.ballots.VoteRight;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A member's own page of an assembly: before it a proxy, at the door that she is there, and what is on the agenda. */
@Component
class EveningLink implements LinkPage {

    private static final String DO = "goer";
    private static final String HOLDER = "hvem";
    private static final String COME = "COME";
    private static final String LEAVE = "LEAVE";
    private static final String GIVE = "GIVE";
    private static final String WITHDRAW = "WITHDRAW";
    private static final String VOTE = "VOTE ";

    private final Evenings evenings;
    private final Rooms rooms;
    private final Proxies proxies;
    private final VotePapers papers;
    private final People people;

    EveningLink(Evenings evenings, Rooms rooms, Proxies proxies, VotePapers papers, People people) {
        this.evenings = evenings;
        this.rooms = rooms;
        this.proxies = proxies;
        this.papers = papers;
        this.people = people;
    }

    @Override
    public String purpose() {
        return Assemblies.LINK;
    }

    /** At the door it may be the coordinator's phone that is at hand. */
    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return evenings.find(held.clusterId(), held.subject())
                .filter(evening -> evening.endedAt() == null)
                .flatMap(evening -> voter(evening, held.holder()).map(voter -> shown(evening, voter)));
    }

    @Override
    public Shown over(Held held) {
        return evenings.find(held.clusterId(), held.subject())
                .map(
                        evening -> Shown.over(
                                evening.endedAt() != null
                                        ? "Generalforsamlingen er slut. Du får referatet på mail."
                                        : "Du står ikke på listen over dem, der kan stemme. Er det en fejl, så sig det til sekretæren."))
                .orElseGet(() -> Shown.over("Generalforsamlingen holdes ikke."));
    }

    private Optional<Voter> voter(Evening evening, String personId) {
        return evenings.voters(evening).stream()
                .filter(voter -> voter.personId().equals(personId))
                .findFirst();
    }

    private Shown shown(Evening evening, Voter voter) {
        List<Block> blocks = new ArrayList<>();
        Map<String, String> facts = facts(evening, voter);
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        List<Block.Choice.Option> options = options(evening, voter);
        if (options.isEmpty()) {
            blocks.add(new Block.Text(
                    "Der er ikke noget at svare på her endnu. Når dørene åbner, kan du melde her, at du er"
                            + " kommet."));
            return new Shown(evening.title(), blocks, null);
        }
        rule(evening, voter).ifPresent(blocks::add);
        blocks.add(new Block.Choice(DO, "Hvad vil du?", options, Set.of(), true, false));
        if (options.stream().anyMatch(option -> option.value().equals(GIVE))) {
            blocks.add(new Block.Pick(
                    HOLDER, "Hvem skal stemme for dig? Kun ved fuldmagt", others(evening, voter), "", false));
        }
        agenda(evening).ifPresent(blocks::add);
        return new Shown(evening.title(), blocks, "Send");
    }

    private Optional<Block> rule(Evening evening, Voter voter) {
        int most = proxies.most(evening);
        if (voter.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Block.Text(
                most == 0
                        ? "Kommer du ikke, kan ingen stemme for dig: vedtægterne giver ikke mulighed for fuldmagt."
                        : "Kommer du ikke, kan et andet medlem stemme for dig. Ét medlem må have " + most
                                + (most == 1 ? " fuldmagt." : " fuldmagter.")
                                + " Fuldmagten slutter, når du selv melder dig mødt."));
    }

    private Map<String, String> facts(Evening evening, Voter voter) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (evening.isOpen()) {
            facts.put("Lige nu", voter.isPresent() ? "Du er meldt mødt og stemmer selv." : "Du er ikke meldt mødt.");
            facts.put("I rummet", rooms.attendance(evening).inWords());
        }
        proxies.given(evening, voter.personId())
                .ifPresent(proxy -> facts.put("Din fuldmagt", people.nameOf(proxy.holder()) + " stemmer for dig."));
        List<Proxy> held = proxies.held(evening, voter.personId());
        if (!held.isEmpty()) {
            facts.put(
                    "Du stemmer for",
                    String.join(
                            " og ",
                            held.stream()
                                    .map(proxy -> people.nameOf(proxy.principal()))
                                    .toList()));
        }
        return facts;
    }

    private List<Block.Choice.Option> options(Evening evening, Voter voter) {
        List<Block.Choice.Option> options = new ArrayList<>();
        papers.inHand(evening, voter.personId()).forEach(right -> options.add(paper(right)));
        if (evening.isOpen() && !voter.isPresent()) {
            options.add(new Block.Choice.Option(COME, "Jeg er her", "Kun når du er i rummet. Så stemmer du selv."));
        }
        if (evening.isOpen() && voter.isPresent()) {
            options.add(new Block.Choice.Option(LEAVE, "Jeg går nu", "Så tæller din stemme ikke længere med."));
        }
        boolean mayGive = !voter.isPresent()
                && proxies.most(evening) > 0
                && proxies.held(evening, voter.personId()).isEmpty();
        if (mayGive) {
            options.add(new Block.Choice.Option(GIVE, "Giv fuldmagt", "Vælg nedenfor, hvem der stemmer for dig."));
        }
        if (proxies.given(evening, voter.personId()).isPresent()) {
            options.add(new Block.Choice.Option(WITHDRAW, "Træk fuldmagten tilbage", "Så stemmer ingen for dig."));
        }
        return options;
    }

    private Block.Choice.Option paper(VoteRight right) {
        return new Block.Choice.Option(
                VOTE + right.voter(),
                right.isBorneByAnother() ? "Stem nu for " + people.nameOf(right.voter()) : "Stem nu",
                "Der stemmes digitalt. Linket er også sendt på mail.");
    }

    /** Her own, whoever asks: a code that opens her paper is for her eyes only. */
    private Done vote(Held held, String voter) {
        if (held.by() != null) {
            throw new FormRefused("Det kan kun medlemmet selv: afstemningen er hemmelig.");
        }
        Evening evening = evenings.find(held.clusterId(), held.subject()).orElseThrow();
        String url = papers.inHand(evening, held.holder()).stream()
                .filter(right -> right.voter().equals(voter))
                .findFirst()
                .flatMap(right -> papers.url(evening, right))
                .orElseThrow(() -> new FormRefused("Der stemmes ikke længere. Genindlæs siden."));
        return new Done("Din stemmeseddel er klar", "Den er hemmelig. Du stemmer på næste side.")
                .onwards("Til stemmesedlen", url.substring(url.indexOf("/svar#")))
                .thenOnly(
                        new Done("Stemmesedlen er åbnet", "Skal du bruge den igen, så åbn dit link fra indkaldelsen."));
    }

    /** Those who may, so that nobody chooses one who has enough. */
    private List<Block.Choice.Option> others(Evening evening, Voter voter) {
        List<Voter> roll = evenings.voters(evening);
        ProxiesNow now = ProxiesNow.of(proxies.most(evening), roll, proxies.valid(evening));
        Map<String, String> names = people.namesOf(roll.stream()
                .map(Voter::personId)
                .filter(other -> now.refusal(voter.personId(), other).isEmpty())
                .toList());
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> new Block.Choice.Option(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Optional<Block> agenda(Evening evening) {
        List<List<String>> rows = evenings.items(evening).stream()
                .map(item -> List.of(String.valueOf(item.number()), item.title()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table("Dagsorden", List.of("Nr.", "Punkt"), rows));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        String person = held.holder();
        String by = Optional.ofNullable(held.by()).orElse(person);
        String wish = sent.getOrDefault(DO, List.of("")).get(0);
        if (wish.startsWith(VOTE)) {
            return vote(held, wish.substring(VOTE.length()));
        }
        switch (wish) {
            case COME -> {
                rooms.checkIn(held.clusterId(), held.subject(), person, by);
                return new Done(
                        "Du er meldt mødt", "Du stemmer selv. Går du før tid, så meld det her, så tallene passer.");
            }
            case LEAVE -> {
                rooms.leave(held.clusterId(), held.subject(), person);
                return new Done("Tak for i aften", "Din stemme tæller ikke længere med. Du får referatet på mail.");
            }
            case GIVE -> {
                String holder = sent.getOrDefault(HOLDER, List.of("")).get(0);
                if (holder.isEmpty()) {
                    throw new FormRefused("Vælg, hvem der skal stemme for dig.");
                }
                rooms.giveProxy(held.clusterId(), held.subject(), person, holder);
                return new Done(
                        "Fuldmagten er givet",
                        people.nameOf(holder) + " stemmer for dig og får en mail om det. Du kan trække den tilbage her,"
                                + " og den slutter af sig selv, når du melder dig mødt.");
            }
            case WITHDRAW -> {
                rooms.withdrawProxy(held.clusterId(), held.subject(), person);
                return new Done(
                        "Fuldmagten er trukket tilbage",
                        "Ingen stemmer for dig. Kommer du selv, så meld dig mødt her.");
            }
            default -> throw new FormRefused("Vælg et svar.");
        }
    }
}
