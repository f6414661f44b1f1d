package dk.klyngeflow.followup;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** That somebody has called those who stayed away. What was said stays in our own table. */
@Component
class CareForSilentContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("calls");
    private static final Set<String> COLUMNS = Set.of("person", "spoken", "note");
    private static final int LONGEST = 1_000;

    private final MemberCare care;

    CareForSilentContract(MemberCare care) {
        this.care = care;
    }

    @Override
    public String task() {
        return "careForSilent";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Set<String> silent = care.of(answer.clusterId(), meetingId(answer)).stream()
                .map(MemberCare.Silent::person)
                .collect(Collectors.toSet());
        List<FormFields> calls = calls(fields);
        Set<String> told =
                calls.stream().map(call -> call.text("person", "Medlemmet")).collect(Collectors.toSet());
        if (!told.equals(silent)) {
            fields.wrong("Skriv for hver af dem, om du har talt med dem.");
        }
        calls.forEach(call -> {
            call.choice("spoken", Set.of("YES", "NO"), "Vælg for hver af dem, om du har talt med dem.");
            if (call.paragraphs("note", "Bemærkningen").length() > LONGEST) {
                call.wrong("En bemærkning er for lang. Skriv højst " + LONGEST + " tegn.");
            }
        });
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        calls(FormFields.of(answer.sent(), FIELDS))
                .forEach(call -> care.cared(
                        answer.clusterId(),
                        meetingId(answer),
                        call.text("person", "Medlemmet"),
                        call.text("spoken", "Talt med").equals("YES"),
                        call.paragraphs("note", "Bemærkningen"),
                        answer.personId()));
        return Map.of();
    }

    private static List<FormFields> calls(FormFields fields) {
        return fields.rows("calls", "Listen", COLUMNS);
    }

    private static String meetingId(Answer answer) {
        return FollowUpVariables.MEETING_ID.in(answer.known());
    }
}
