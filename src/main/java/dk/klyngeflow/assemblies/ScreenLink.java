package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.links.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The same as stands on the wall, for a machine on which nobody is logged in: what is put now and what has been decided, nobody's vote. */
@Component
class ScreenLink implements LinkPage {

    static final String PURPOSE = "skaerm";

    /** Whoever stands at the projector. */
    static final String HOLDER = "guest:skaerm";

    private final Evenings evenings;
    private final Rooms rooms;
    private final EveningViews views;
    private final Links links;

    ScreenLink(Evenings evenings, Rooms rooms, EveningViews views, Links links) {
        this.evenings = evenings;
        this.rooms = rooms;
        this.views = views;
        this.links = links;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    /** The address, which whoever records may give to the machine. */
    String url(Evening evening) {
        return links.url(evening.clusterId(), links.of(evening.clusterId(), PURPOSE, evening.eveningId(), HOLDER))
                .orElseThrow();
    }

    @Override
    public Optional<Shown> show(Held held) {
        return evenings.find(held.clusterId(), held.subject())
                .filter(evening -> evening.openedAt() != null)
                .map(evening -> new Shown(evening.title(), blocks(evening), null));
    }

    private List<Block> blocks(Evening evening) {
        Attendance there = rooms.attendance(evening);
        List<EveningViews.Item> items = views.items(evening, there);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(evening.endedAt() == null ? there.inWords() : "Generalforsamlingen er slut."));
        if (evening.endedAt() == null) {
            EveningViews.current(items).ifPresent(item -> blocks.add(new Block.Note(now(item))));
        }
        List<List<String>> decided = items.stream()
                .filter(item -> !item.isOpen() && (item.isPut() || item.isElection()))
                .map(item -> List.of(
                        item.row().title(),
                        item.decision().outcome().danish(),
                        item.decision().sentence()))
                .toList();
        if (!decided.isEmpty()) {
            blocks.add(new Block.Table("Afgjort", List.of("Punkt", "Resultat", "Sådan"), decided));
        }
        return blocks;
    }

    private static String now(EveningViews.Item item) {
        List<String> lines = new ArrayList<>();
        lines.add("Nu: " + item.row().number() + ". " + item.row().title());
        lines.add(item.row().text());
        lines.add(item.row().afterText());
        item.ballots().stream()
                .filter(ballot -> ballot.amendment() != 0)
                .map(ballot -> "Ændringsforslag " + ballot.amendment() + ": " + ballot.text()
                        + (ballot.outcome().isEmpty() ? "" : " (" + ballot.outcome() + ")"))
                .forEach(lines::add);
        lines.add(item.rule());
        lines.add(
                item.isVotedUponByLink() ? "Der stemmes digitalt nu. Linket er på din mail og på din egen side." : "");
        return String.join("\n", lines.stream().filter(line -> !line.isBlank()).toList());
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        throw new FormRefused("Her kan der kun ses med.");
    }
}
