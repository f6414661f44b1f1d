package dk.klyngeflow.followup;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** That somebody has called those who stayed away. What was said stays in our own table. */
@Component
class CareForSilentContract implements FormContract<CareForSilentContract.Form> {

    private static final Set<String> COLUMNS = Set.of("person", "spoken", "note");
    private static final int LONGEST = 1_000;

    private final MemberCare care;

    CareForSilentContract(MemberCare care) {
        this.care = care;
    }

    record Form(List<Call> calls) {}

    record Call(String person, boolean spoken, String note) {}

    @Override
    public String task() {
        return "careForSilent";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Set<String> silent = care.of(answer.clusterId(), meetingId(answer)).stream()
                .map(MemberCare.Silent::person)
                .collect(Collectors.toSet());
        List<FormFields> rows = fields.rows("calls", "Listen", COLUMNS);
        List<String> people =
                rows.stream().map(row -> row.text("person", "Medlemmet")).toList();
        if (!Set.copyOf(people).equals(silent)) {
            fields.wrong("Skriv for hver af dem, om du har talt med dem.");
        }
        return new Form(rows.stream().map(CareForSilentContract::call).toList());
    }

    private static Call call(FormFields row) {
        String spoken = row.choice("spoken", Set.of("YES", "NO"), "Vælg for hver af dem, om du har talt med dem.");
        String note = row.paragraphs("note", "Bemærkningen");
        if (note.length() > LONGEST) {
            row.wrong("En bemærkning er for lang. Skriv højst " + LONGEST + " tegn.");
        }
        return new Call(row.text("person", "Medlemmet"), spoken.equals("YES"), note);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        form.calls()
                .forEach(call -> care.cared(
                        answer.clusterId(),
                        meetingId(answer),
                        call.person(),
                        call.spoken(),
                        call.note(),
                        answer.personId()));
        return Map.of();
    }

    private static String meetingId(Answer answer) {
        return FollowUpVariables.MEETING_ID.in(answer.known());
    }
}
