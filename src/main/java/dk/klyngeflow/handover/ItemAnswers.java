package dk.klyngeflow.handover;

import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.handover.HandoverItem.Answered;
import dk.klyngeflow.handover.HandoverItem.Owner;
import dk.klyngeflow.handover.HandoverItem.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The form in which somebody says of each line of her part of the list how it stands. */
@Component
class ItemAnswers {

    private static final String FIELD = "items";
    private static final Set<String> COLUMNS = Set.of("number", "state", "remark");
    private static final Set<String> STATES = Set.of("OPEN", "DONE", "NOT_NEEDED");
    private static final int LONGEST = 300;

    private final Handovers handovers;
    private final Checklists checklists;

    ItemAnswers(Handovers handovers, Checklists checklists) {
        this.handovers = handovers;
        this.checklists = checklists;
    }

    record Form(List<Answered> items) {}

    Handover handover(Answer answer) {
        return handovers.get(answer.clusterId(), CoordinatorHandoverVariables.HANDOVER_ID.in(answer.known()));
    }

    Form read(FormFields fields, Answer answer, Owner owner) {
        return new Form(read(fields, checklists.items(handover(answer), owner)));
    }

    Map<String, Object> take(Form form, Answer answer) {
        checklists.answer(handover(answer), form.items(), answer.personId());
        return Map.of();
    }

    /** @param asked the lines of which something is to be said, each once */
    List<Answered> read(FormFields form, List<HandoverItem> asked) {
        List<FormFields> rows = form.rows(FIELD, "Listen", COLUMNS);
        Set<String> numbers =
                asked.stream().map(item -> String.valueOf(item.number())).collect(Collectors.toSet());
        List<String> sent =
                rows.stream().map(row -> row.text("number", "Punktet")).toList();
        if (sent.size() != numbers.size() || !Set.copyOf(sent).equals(numbers)) {
            form.wrong("Listen er ændret imens. Genindlæs siden.");
            return List.of();
        }
        List<Answered> answers = new ArrayList<>();
        for (FormFields row : rows) {
            String state = row.choice("state", STATES, "Vælg for hvert punkt, om det er gjort.");
            String remark = row.text("remark", "Bemærkningen");
            if (remark.length() > LONGEST) {
                row.wrong("En bemærkning er for lang. Skriv højst " + LONGEST + " tegn.");
            }
            if (state.equals("NOT_NEEDED") && remark.isEmpty()) {
                row.wrong("Skriv ved det, der ikke er nødvendigt, hvorfor det ikke er.");
            }
            if (STATES.contains(state)) {
                answers.add(
                        new Answered(Integer.parseInt(row.text("number", "Punktet")), State.valueOf(state), remark));
            }
        }
        return answers;
    }
}
