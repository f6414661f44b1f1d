package dk.klyngeflow.followup;

import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.Meetings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures or files from before and after, or why the topic is not measured again. */
@Component
class ReMeasureContract implements FormContract<ReMeasureContract.Form> {

    private static final String MEASURED = "MEASURED";

    private final Meetings meetings;
    private final ReMeasures measures;
    private final MeetingEvents events;
    private final Documents documents;

    ReMeasureContract(Meetings meetings, ReMeasures measures, MeetingEvents events, Documents documents) {
        this.meetings = meetings;
        this.measures = measures;
        this.events = events;
        this.documents = documents;
    }

    /** @param better lower or higher; empty when there are no figures */
    record Form(
            String decision, String reason, String measure, String unit, String better, String note, Values values) {

        record Values(
                @Nullable BigDecimal before,
                @Nullable BigDecimal after,
                @Nullable String beforeDocument,
                @Nullable String afterDocument) {

            static final Values NONE = new Values(null, null, null, null);
        }

        boolean isDeclined() {
            return !decision.equals(MEASURED);
        }

        ReMeasure measured() {
            return isDeclined()
                    ? ReMeasure.declined(reason)
                    : new ReMeasure(
                            measure,
                            new ReMeasure.Figures(unit, values.before(), values.after(), better.equals("LOWER")),
                            note,
                            new ReMeasure.Files(values.beforeDocument(), values.afterDocument()),
                            null);
        }
    }

    @Override
    public String task() {
        return "reMeasure";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of(MEASURED, "DECLINED"), "Vælg, om der er målt igen.");
        return decision.equals(MEASURED) ? measured(decision, answer, fields) : declined(decision, fields);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Meeting meeting = meetings.lock(answer.clusterId(), FollowUpVariables.MEETING_ID.in(answer.known()));
        measures.keep(meeting.clusterId(), meeting.meetingId(), form.measured(), answer.personId());
        Stream.of(form.values().beforeDocument(), form.values().afterDocument())
                .flatMap(Stream::ofNullable)
                .forEach(file -> documents.belongsTo(answer.businessKey(), answer.clusterId(), file));
        events.add(
                meeting.clusterId(),
                meeting.meetingId(),
                form.isDeclined() ? MeetingEvents.Kind.NOT_RE_MEASURED : MeetingEvents.Kind.RE_MEASURED,
                answer.personId(),
                form.isDeclined() ? form.reason() : form.measure());
        return Map.of();
    }

    private Form measured(String decision, Answer answer, FormFields fields) {
        String measure = atMost(fields, fields.required("measure", "Hvad der er målt,"), "Målet", 200);
        String unit = atMost(fields, fields.text("unit", "Enheden"), "Enheden", 30);
        Form.Values values = new Form.Values(
                fields.decimal("before", "Tallet før"),
                fields.decimal("after", "Tallet efter"),
                document(answer, fields, "beforeDocument"),
                document(answer, fields, "afterDocument"));
        String better = "";
        if (fields.has("before") != fields.has("after")) {
            fields.wrong("Skriv begge tal, før og efter, eller ingen af dem.");
        } else if (fields.has("before")) {
            better =
                    fields.choice("better", Set.of("LOWER", "HIGHER"), "Vælg, hvad der er bedst: lavere eller højere.");
        } else if (values.beforeDocument() == null && values.afterDocument() == null) {
            fields.wrong("Skriv tallene før og efter, eller vælg en fil.");
        }
        String note = atMost(fields, fields.paragraphs("note", "Bemærkningen"), "Bemærkningen", 2_000);
        return new Form(decision, "", measure, unit, better, note, values);
    }

    private static Form declined(String decision, FormFields fields) {
        String reason = atMost(fields, fields.requiredParagraphs("reason", "Begrundelsen"), "Begrundelsen", 1_000);
        return new Form(decision, reason, "", "", "", "", Form.Values.NONE);
    }

    private static String atMost(FormFields fields, String text, String label, int longest) {
        if (text.length() > longest) {
            fields.wrong(label + " er for lang. Skriv højst " + longest + " tegn.");
        }
        return text;
    }

    private @Nullable String document(Answer answer, FormFields fields, String name) {
        String id = fields.text(name, "Filen");
        if (id.isEmpty()) {
            return null;
        }
        if (documents
                .uploadedFor(answer.businessKey(), answer.personId(), answer.clusterId(), id)
                .isEmpty()) {
            fields.wrong("Filen findes ikke længere. Vælg den igen.");
        }
        return id;
    }
}
