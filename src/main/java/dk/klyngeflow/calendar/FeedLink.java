package dk.klyngeflow.calendar;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where somebody changes or closes the address of her calendar, when it has come into the wrong hands or she needs it no longer. */
@Component
class FeedLink implements LinkPage {

    private static final String NEW = "NEW";
    private static final String CLOSE = "CLOSE";

    private final CalendarFeeds feeds;

    FeedLink(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String purpose() {
        return CalendarFeeds.PAGE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        Optional<String> known = feeds.known(held.clusterId(), held.holder());
        List<Block> blocks = new ArrayList<>();
        if (known.isEmpty()) {
            blocks.add(new Block.Text(
                    "Du har ingen kalenderadresse. Med en kan du se klyngens møder i din egen kalender."));
        } else {
            blocks.add(
                    new Block.Text(
                            "Med denne adresse viser din egen kalender klyngens møder. Den, der kender adressen, kan se møderne, så giv den ikke videre."));
            blocks.add(new Block.Facts(Map.of("Adresse", known.get())));
        }
        List<Block.Choice.Option> options = known.isEmpty()
                ? List.of(new Block.Choice.Option(NEW, "Giv mig en adresse"))
                : List.of(
                        new Block.Choice.Option(
                                NEW, "Giv mig en ny adresse", "Den gamle holder op med at virke med det samme."),
                        new Block.Choice.Option(
                                CLOSE, "Luk adressen", "Møderne forsvinder fra den kalender, der bruger den."));
        blocks.add(new Block.Choice(field(known), "Hvad vil du?", options, Set.of(), true, false));
        return Optional.of(new Shown("Din kalenderadresse", blocks, "Gør det"));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Optional<String> known = feeds.known(held.clusterId(), held.holder());
        List<String> chosen = sent.getOrDefault(field(known), List.of());
        if (chosen.isEmpty()) {
            throw new FormRefused(List.of("Adressen er ændret, siden du åbnede siden. Se den nye, og vælg igen."));
        }
        feeds.revoke(held.clusterId(), held.holder());
        if (chosen.contains(CLOSE)) {
            return new Done(
                    "Adressen er lukket",
                    "Slet kalenderen i dit eget program. Du får stadig indkaldelser i mails, og en ny adresse med den næste.");
        }
        return new Done(
                "Her er din nye adresse",
                feeds.url(held.clusterId(), held.holder()),
                "Kopiér den ind i dit kalenderprogram som en kalender, du abonnerer på. Har du en gammel, så slet den.");
    }

    /** What is chosen is about the address that she saw: sent twice, it must not end the new one. */
    private static String field(Optional<String> known) {
        return "valg-" + Integer.toHexString(known.orElse("").hashCode());
    }
}
