package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.actions.ItemState;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where somebody says of what she promised at a meeting: done, or not yet and then when. */
@Component
class ActionItemLink implements LinkPage {

    private static final int LONGEST_NOTE = 500;

    private final Meetings meetings;
    private final ActionItems items;
    private final FollowUps followUps;
    private final CopenhagenTime time;

    ActionItemLink(Meetings meetings, ActionItems items, FollowUps followUps, CopenhagenTime time) {
        this.meetings = meetings;
        this.items = items;
        this.followUps = followUps;
        this.time = time;
    }

    @Override
    public String purpose() {
        return FollowUps.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        List<ActionItem> hers = hers(held);
        if (hers.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("Aftalt på mødet „" + hers.get(0).meetingTitle()
                + "“. Er det gjort? Det er helt i orden, hvis det ikke er."));
        hers.forEach(item -> blocks.addAll(blocks(item)));
        return Optional.of(new Shown("Det lovede du", blocks, "Send svaret"));
    }

    @Override
    public Shown over(Held held) {
        return Shown.over(
                hers(held).isEmpty()
                        ? "Du har ikke længere noget, der venter fra mødet. Du skal ikke gøre mere."
                        : "Opfølgningen på mødet er afsluttet. Du skal ikke gøre mere.");
    }

    private static List<Block> blocks(ActionItem item) {
        int number = item.number();
        Set<String> chosen =
                item.state() == ItemState.OPEN ? Set.of() : Set.of(item.state().name());
        return List.of(
                new Block.Choice(
                        "state-" + number,
                        item.text() + " (senest " + item.due() + ")",
                        List.of(
                                new Block.Choice.Option(ItemState.DONE.name(), "Gjort"),
                                new Block.Choice.Option(
                                        ItemState.NOT_YET.name(), "Ikke endnu", "Vælg en ny dag herunder.")),
                        chosen,
                        false,
                        false),
                new Block.Field(
                        "day-" + number,
                        "Ny dag, hvis det ikke er gjort",
                        Block.Field.Kind.DAY,
                        item.state() == ItemState.NOT_YET ? item.dueDay().toString() : "",
                        false,
                        10),
                new Block.Field(
                        "note-" + number,
                        "Et ord med på vejen",
                        Block.Field.Kind.TEXT,
                        item.note(),
                        false,
                        LONGEST_NOTE));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        Map<String, Object> first = new HashMap<>();
        sent.forEach((name, values) -> first.put(name, values.isEmpty() ? "" : values.get(0)));
        FormFields fields = FormFields.of(first, sent.keySet());
        List<Runnable> answers = new ArrayList<>();
        for (ActionItem item : hers(held)) {
            if (fields.has("state-" + item.number())) {
                read(item, held, fields).ifPresent(answers::add);
            }
        }
        fields.refuseIfWrong();
        if (answers.isEmpty()) {
            throw new FormRefused("Vælg, om det er gjort.");
        }
        answers.forEach(Runnable::run);
        return new Done(
                "Tak for svaret", "Klyngen kan se det på næste dagsorden.", "Du kan rette svaret på det samme link.");
    }

    private Optional<Runnable> read(ActionItem item, Held held, FormFields fields) {
        ItemState state = ItemState.valueOf(fields.text("state-" + item.number(), "Svaret"));
        String note = fields.paragraphs("note-" + item.number(), "Bemærkningen");
        if (note.length() > LONGEST_NOTE) {
            fields.wrong("Bemærkningen er for lang. Skriv højst " + LONGEST_NOTE + " tegn.");
        }
        if (state == ItemState.DONE) {
            return Optional.of(() -> followUps.answer(item, state, null, note, held.holder()));
        }
        LocalDate day = fields.day("day-" + item.number(), "Den nye dag");
        if (day == null) {
            fields.wrong("Vælg en ny dag for „" + item.text() + "“.");
            return Optional.empty();
        }
        if (day.isBefore(time.today()) || day.isAfter(time.today().plusYears(1))) {
            fields.wrong("Vælg en dag fra i dag og højst et år frem.");
        }
        return Optional.of(() -> followUps.answer(item, state, day, note, held.holder()));
    }

    private List<ActionItem> hers(Held held) {
        return meetings.find(held.clusterId(), held.subject()).stream()
                .flatMap(meeting -> items.of(meeting).stream())
                .filter(item -> item.ownerId().equals(held.holder()))
                .toList();
    }
}
