package dk.klyngeflow.assembly;

import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of the annual accounts. */
@Component
class NextOfAnnualAccounts implements WhatNext {

    private final NextHands hands;

    NextOfAnnualAccounts(NextHands hands) {
        this.hands = hands;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                AnnualAccounts.KEY,
                "fetchStatement",
                "gatherStatements",
                "lockAccounts",
                "reconcileAccounts",
                "auditAccounts",
                "answerComments",
                "settleBoardSignatures",
                "recordDecision",
                "reworkAccounts");
    }

    @Override
    public Optional<String> after(Done done) {
        return Optional.of(
                switch (done.key()) {
                    case AnnualAccounts.KEY ->
                        done.is(AnnualAccountsVariables.ARE_STATEMENTS_MISSING.name())
                                ? "De manglende kontoudtog hentes af "
                                        + hands.holding(done.clusterId(), "gatherStatements") + "."
                                : closing(done);
                    case "fetchStatement" -> "Din grund vises, når årsregnskabet begynder.";
                    case "gatherStatements" -> closing(done);
                    case "lockAccounts" ->
                        "Året er låst. Nu forklares balancen, konto for konto, af "
                                + hands.holding(done.clusterId(), "closeBooks") + ".";
                    case "reconcileAccounts", "answerComments" -> "Udkastet laves og ligger om lidt hos revisor.";
                    case "auditAccounts" ->
                        done.is(AnnualAccountsVariables.ARE_ACCOUNTS_AUDITED.name())
                                ? "Bestyrelsen bliver bedt om at underskrive ved link."
                                : "Dine bemærkninger besvares af " + hands.holding(done.clusterId(), "closeBooks")
                                        + "; så får du et nyt udkast.";
                    case "recordDecision" ->
                        done.is(AnnualAccountsVariables.ARE_APPROVED.name())
                                ? "Året lukkes, og intet i det ændres mere."
                                : "Bestyrelsen får regnskabet til rettelse og fastsætter dagen for en ekstraordinær generalforsamling.";
                    case "settleBoardSignatures" ->
                        done.is(AnnualAccountsVariables.IS_BOARD_ASKED_AGAIN.name())
                                ? "De, der mangler, får en ny mail og en ny frist."
                                : "Årsregnskabet forsegles med grunden på siden med godkendelser.";
                    case "reworkAccounts" ->
                        "Balancen og noterne ses igennem igen af "
                                + hands.holding(done.clusterId(), "closeBooks")
                                + ". Så laves et nyt udkast, som revideres og underskrives forfra.";
                    default -> throw new IllegalStateException("nothing is known to come after " + done.key());
                });
    }

    private String closing(Done done) {
        return "Banken afstemmes, og året låses af " + hands.holding(done.clusterId(), "closeBooks") + ".";
    }
}
