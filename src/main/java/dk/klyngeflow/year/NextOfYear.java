package dk.klyngeflow.year;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of a year. */
@Component
class NextOfYear implements WhatNext {

    private final YearPlan plan;

    NextOfYear(YearPlan plan) {
        this.plan = plan;
    }

    @Override
    public Set<String> keys() {
        return Set.of("reviewRegister", "sendQuestionnaire", "approveBudget", "renewCvr");
    }

    @Override
    public Optional<String> after(Done done) {
        int year = Integer.parseInt(done.text(YearlyTaskVariables.YEAR.name()));
        String wheel = " Årshjulet viser det som gjort.";
        return Optional.of(
                switch (done.key()) {
                    case "reviewRegister" -> "Registret er gennemgået." + wheel + budget(done.clusterId(), year);
                    case "sendQuestionnaire" -> "Skemaet ligger som PDF i årshjulet og i arkivet." + wheel;
                    case "approveBudget" ->
                        "Budgettet for " + year + " gælder fra nu af i regnskabet og forelægges generalforsamlingen."
                                + wheel;
                    case "renewCvr" -> "I får opgaven igen om tre år." + wheel;
                    default -> throw new IllegalStateException("nothing is known to come after " + done.key());
                });
    }

    private String budget(String clusterId, int year) {
        return plan.find(clusterId, year, YearKind.BUDGET.id())
                .filter(YearItem::isAhead)
                .map(item -> " Forslaget til budget kommer til bestyrelsen den "
                        + DanishTime.DAY_WITHOUT_YEAR.format(item.startsOn()) + ".")
                .orElse("");
    }
}
