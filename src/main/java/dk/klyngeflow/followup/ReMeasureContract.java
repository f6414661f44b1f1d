package dk.klyngeflow.followup;

import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormContract;
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
class ReMeasureContract implements FormContract {

    private static final Set<String> FIELDS = Set.of(
            "decision",
            "measure",
            "unit",
            "before",
            "after",
            "better",
            "note",
            "beforeDocument",
            "afterDocument",
            "reason");
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

    @Override
    public String task() {
        return "reMeasure";
    }

    @Override
    public void check(Answer answer) {
        read(answer);
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        ReMeasure measured = read(answer);
        Meeting meeting = meetings.lock(answer.clusterId(), FollowUpVariables.MEETING_ID.in(answer.known()));
        measures.keep(meeting.clusterId(), meeting.meetingId(), measured, answer.personId());
        Stream.of(measured.beforeDocument(), measured.afterDocument())
                .flatMap(Stream::ofNullable)
                .forEach(file -> documents.belongsTo(answer.businessKey(), answer.clusterId(), file));
        events.add(
                meeting.clusterId(),
                meeting.meetingId(),
                measured.declinedReason() == null ? "Der er målt på emnet igen" : "Der bliver ikke målt igen",
                answer.personId(),
                measured.declinedReason() == null ? measured.measure() : measured.declinedReason());
        return Map.of();
    }

    private ReMeasure read(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = fields.choice("decision", Set.of(MEASURED, "DECLINED"), "Vælg, om der er målt igen.");
        ReMeasure read = decision.equals(MEASURED) ? measured(answer, fields) : declined(fields);
        fields.refuseIfWrong();
        return read;
    }

    private ReMeasure measured(Answer answer, FormFields fields) {
        String measure = atMost(fields, fields.required("measure", "Hvad der er målt,"), "Målet", 200);
        String unit = atMost(fields, fields.text("unit", "Enheden"), "Enheden", 30);
        BigDecimal before = fields.decimal("before", "Tallet før");
        BigDecimal after = fields.decimal("after", "Tallet efter");
        String beforeDocument = document(answer, fields, "beforeDocument");
        String afterDocument = document(answer, fields, "afterDocument");
        boolean isLowerBetter = false;
        if (fields.has("before") != fields.has("after")) {
            fields.wrong("Skriv begge tal, før og efter, eller ingen af dem.");
        } else if (fields.has("before")) {
            isLowerBetter = fields.choice(
                            "better", Set.of("LOWER", "HIGHER"), "Vælg, hvad der er bedst: lavere eller højere.")
                    .equals("LOWER");
        } else if (beforeDocument == null && afterDocument == null) {
            fields.wrong("Skriv tallene før og efter, eller vælg en fil.");
        }
        String note = atMost(fields, fields.paragraphs("note", "Bemærkningen"), "Bemærkningen", 2_000);
        return new ReMeasure(measure, unit, before, after, isLowerBetter, note, beforeDocument, afterDocument, null);
    }

    private static ReMeasure declined(FormFields fields) {
        return ReMeasure.declined(
                atMost(fields, fields.requiredParagraphs("reason", "Begrundelsen"), "Begrundelsen", 1_000));
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
