package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.Meetings;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The package has been ordered with exactly the practices that accept now, or it is not ordered at all. */
@Component
class OrderDataContract implements FormContract<OrderDataContract.Form> {

    private static final int MONTHS_AGO = 6;
    private static final String ORDERED = "ORDERED";
    private static final String CHANGED =
            "En praksis har ændret sit svar, siden du hentede listen. Genindlæs opgaven, og bestil med den nye liste.";

    private final Meetings meetings;
    private final DataOrders orders;
    private final MeetingEvents events;
    private final CopenhagenTime time;

    OrderDataContract(Meetings meetings, DataOrders orders, MeetingEvents events, CopenhagenTime time) {
        this.meetings = meetings;
        this.orders = orders;
        this.events = events;
        this.time = time;
    }

    record Form(String decision, @Nullable LocalDate orderedOn, String seenNumbers) {

        boolean isOrdered() {
            return decision.equals(ORDERED);
        }
    }

    @Override
    public String task() {
        return "orderData";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(ORDERED, "SKIP"), "Vælg, om datapakken er bestilt.");
        Form form = new Form(
                decision,
                decision.equals(ORDERED) ? fields.day("orderedOn", "Bestillingsdatoen") : null,
                fields.text("seenNumbers", "Listen"));
        if (form.isOrdered()) {
            LocalDate day = form.orderedOn();
            if (day == null) {
                fields.required("orderedOn", "Bestillingsdatoen");
            } else if (day.isAfter(time.today())) {
                fields.wrong("Bestillingsdatoen kan ikke ligge i fremtiden.");
            } else if (day.isBefore(time.today().minusMonths(MONTHS_AGO))) {
                fields.wrong("Bestillingsdatoen ligger mere end et halvt år tilbage. Ret den.");
            }
            if (!form.seenNumbers().equals(numbers(answer))) {
                fields.wrong(CHANGED);
            }
        }
        return form;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.isOrdered()) {
            String meetingId = meeting(answer);
            // the meeting first, as the links do: two who each held what the other wants would both wait
            meetings.lock(answer.clusterId(), meetingId);
            orders.lock(answer.clusterId(), meetingId);
            // somebody may have taken her accept back since the check
            if (!form.seenNumbers().equals(numbers(answer))) {
                throw new FormRefused(CHANGED);
            }
            orders.ordered(answer.clusterId(), meetingId, Objects.requireNonNull(form.orderedOn()), answer.personId());
            events.add(answer.clusterId(), meetingId, MeetingEvents.Kind.DATA_ORDERED, answer.personId(), "");
        }
        return Map.of(DataOrderVariables.IS_DATA_ORDERED.name(), form.isOrdered());
    }

    private String numbers(Answer answer) {
        return numbers(orders, answer.clusterId(), meeting(answer));
    }

    /** The provider numbers that accept, as the form shows and sends them. */
    static String numbers(DataOrders orders, String clusterId, String meetingId) {
        return orders.practices(clusterId, meetingId).stream()
                .filter(MeetingData::accepts)
                .map(DataOrders.PracticeConsent::providerNumber)
                .collect(Collectors.joining(", "));
    }

    private static String meeting(Answer answer) {
        return DataOrderVariables.MEETING_ID.in(answer.known());
    }
}
