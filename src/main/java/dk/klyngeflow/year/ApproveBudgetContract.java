package dk.klyngeflow.year;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The budget of the year as the board puts it to the assembly. */
@Component
class ApproveBudgetContract implements FormContract<ApproveBudgetContract.Form> {

    private static final long HIGHEST_OERE = 10_000_000_00L;

    private final BudgetProposals proposals;

    ApproveBudgetContract(BudgetProposals proposals) {
        this.proposals = proposals;
    }

    /** In øre. */
    record Form(
            @Nullable Long grants,
            @Nullable Long rooms,
            @Nullable Long catering,
            @Nullable Long speakers,
            @Nullable Long coordinatorFee,
            @Nullable Long help) {}

    @Override
    public String task() {
        return "approveBudget";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(
                amount(fields, "grants", "Klyngemidler"),
                amount(fields, "rooms", "Mødelokaler"),
                amount(fields, "catering", "Forplejning"),
                amount(fields, "speakers", "Oplægsholdere"),
                amount(fields, "coordinatorFee", "Honorar til koordinator"),
                amount(fields, "help", "Sekretærbistand"));
    }

    private static @Nullable Long amount(FormFields fields, String name, String label) {
        fields.required(name, label);
        Long oere = fields.money(name, label);
        if (oere != null && oere < 0) {
            fields.wrong(label + " kan ikke være negativ.");
        }
        if (oere != null && oere > HIGHEST_OERE) {
            fields.wrong(label + " kan højst være 10.000.000 kr.");
        }
        return oere;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Map<BudgetProposals.Line, @Nullable Long> decided = new EnumMap<>(BudgetProposals.Line.class);
        decided.put(BudgetProposals.Line.GRANTS, form.grants());
        decided.put(BudgetProposals.Line.ROOMS, form.rooms());
        decided.put(BudgetProposals.Line.CATERING, form.catering());
        decided.put(BudgetProposals.Line.SPEAKERS, form.speakers());
        decided.put(BudgetProposals.Line.COORDINATOR_FEE, form.coordinatorFee());
        decided.put(BudgetProposals.Line.HELP, form.help());
        proposals.approve(
                answer.clusterId(),
                YearlyTaskVariables.YEAR.in(answer.known()).intValue(),
                YearlyTaskVariables.ITEM_ID.in(answer.known()),
                decided,
                answer.personId());
        return Map.of();
    }
}
