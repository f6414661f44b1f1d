package dk.klyngeflow.dataorders;

import dk.klyngeflow.dataorders.DataOrders.PracticeConsent;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingNow;
import dk.klyngeflow.gatherings.Meetings;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where any GP of a practice says whether its data may be drawn for a meeting, until the package is ordered. */
@Component
class ConsentLink implements LinkPage {

    private static final String FIELD = "samtykke";
    private static final String YES = "JA";
    private static final String NO = "NEJ";
    private static final List<Block.Choice.Option> ANSWERS = List.of(
            new Block.Choice.Option(YES, "Ja", "Vores ydernummer kommer med på bestillingen."),
            new Block.Choice.Option(NO, "Nej", "Vores data bliver ikke trukket."));

    private final DataOrders orders;
    private final Meetings meetings;
    private final MeetingNow now;
    private final DataPrivacy privacy;
    private final ApplicationEventPublisher events;

    ConsentLink(
            DataOrders orders,
            Meetings meetings,
            MeetingNow now,
            DataPrivacy privacy,
            ApplicationEventPublisher events) {
        this.privacy = privacy;
        this.now = now;
        this.orders = orders;
        this.meetings = meetings;
        this.events = events;
    }

    @Override
    public String purpose() {
        return MeetingData.PURPOSE;
    }

    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        Optional<DataOrders.Order> order = orders.find(held.clusterId(), held.subject());
        Optional<PracticeConsent> practice = practice(held);
        if (order.isEmpty() || practice.isEmpty()) {
            return Optional.empty();
        }
        Meeting meeting = meetings.get(held.clusterId(), held.subject());
        if (!now.over(meeting).isEmpty()) {
            return Optional.of(Shown.over(now.over(meeting)));
        }
        boolean isOrdered = order.get().orderedOn() != null;
        Boolean accepts = practice.get().accepts();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                "Til mødet om " + meeting.title() + " vil vi gerne se klyngens egne tal. Det kræver, at hver praksis"
                        + " siger ja til, at dens data trækkes. Én af jer svarer for praksis; alle i praksis kan ændre svaret,"
                        + " indtil datapakken er bestilt. " + privacy.inWords(meeting)));
        if (isOrdered) {
            blocks.add(new Block.Note("Datapakken er bestilt, så svaret kan ikke ændres her."));
        }
        if (accepts != null) {
            blocks.add(new Block.Note(practice.get().name() + " har svaret " + (accepts ? "ja" : "nej") + "."));
        }
        if (!isOrdered) {
            blocks.add(question(practice.get(), true));
        }
        return Optional.of(new Shown(
                "Må jeres data bruges på mødet?",
                blocks,
                isOrdered ? null : accepts == null ? "Send svaret" : "Gem ændringen"));
    }

    /** @param required false where something else is asked on the same page */
    static Block question(PracticeConsent practice, boolean required) {
        Boolean accepts = practice.accepts();
        return new Block.Choice(
                FIELD,
                "Må data fra " + practice.name() + " (ydernummer " + practice.providerNumber() + ") indgå?"
                        + (required ? "" : " (kan vente)"),
                ANSWERS,
                accepts == null ? Set.of() : Set.of(accepts ? YES : NO),
                required,
                false);
    }

    /** Empty when she has left the question out. */
    static Optional<Boolean> answer(Map<String, List<String>> sent) {
        List<String> picked = sent.getOrDefault(FIELD, List.of());
        return picked.isEmpty() ? Optional.empty() : Optional.of(picked.contains(YES));
    }

    @Override
    public Shown over(Held held) {
        String over =
                meetings.find(held.clusterId(), held.subject()).map(now::over).orElse("");
        boolean isOrdered = orders.find(held.clusterId(), held.subject())
                .filter(order -> order.orderedOn() != null)
                .isPresent();
        if (over.isEmpty() && isOrdered) {
            return show(held).orElseGet(() -> LinkPage.super.over(held));
        }
        return Shown.over(over.isEmpty() ? "Mødet holdes uden datapakke, så du skal ikke gøre mere." : over);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        boolean accepts = answer(sent).orElse(false);
        String over = now.over(meetings.lock(held.clusterId(), held.subject()));
        if (!over.isEmpty()) {
            throw new FormRefused(over);
        }
        PracticeConsent practice =
                practice(held).orElseThrow(() -> new FormRefused("Du hører ikke længere til en praksis i klyngen."));
        if (!orders.answer(held.clusterId(), held.subject(), practice.providerNumber(), accepts, held.holder())) {
            throw new FormRefused(
                    "Datapakken er allerede bestilt, så svaret kom ikke med. Skriv til sekretæren, hvis I vil trække jer.");
        }
        events.publishEvent(new PracticeAnswered(held.clusterId(), held.subject()));
        return new Done(
                accepts ? "Tak for jeres ja" : "Tak for svaret",
                accepts
                        ? practice.name()
                                + " kommer med på bestillingen. I kan trække jeres ja tilbage, indtil datapakken er bestilt."
                        : "Data fra " + practice.name()
                                + " bliver ikke trukket. I kan ændre svaret, indtil datapakken er bestilt.");
    }

    private Optional<PracticeConsent> practice(Held held) {
        return orders.ofPerson(held.clusterId(), held.subject(), held.holder());
    }
}
