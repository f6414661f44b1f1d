package dk.klyngeflow.handover;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.handover.CoordinatorHandoverVariables.ChairDecision;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.WhatNext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of handing over, standing in for and replacing the coordinator. */
@Component
class NextOfCoordinators implements WhatNext {

    private final Handovers handovers;
    private final CoordinatorPosts posts;
    private final People people;

    NextOfCoordinators(Handovers handovers, CoordinatorPosts posts, People people) {
        this.handovers = handovers;
        this.posts = posts;
        this.people = people;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                CoordinatorHandover.KEY,
                CoordinatorStandIn.KEY,
                CoordinatorVacancy.KEY,
                "handOverPost",
                "takeOverPost",
                "helpAsSecretary",
                "helpAsBoard",
                "decideOnHandover",
                "finishChecklist");
    }

    @Override
    public Set<String> closedToAuditors() {
        return Set.of(
                "handOverPost",
                "takeOverPost",
                "helpAsSecretary",
                "helpAsBoard",
                "decideOnHandover",
                "finishChecklist");
    }

    @Override
    public Optional<String> after(Done done) {
        return switch (done.key()) {
            case CoordinatorHandover.KEY ->
                Optional.of(name(done, CoordinatorHandoverVariables.SUCCESSOR.name())
                        + " og du har nu hver jeres opgave, og I har fået en mail. Posten flytter den "
                        + day(done, CoordinatorHandoverVariables.HANDOVER_DAY.name()) + ", når I begge har bekræftet.");
            case CoordinatorStandIn.KEY ->
                Optional.of(name(done, CoordinatorStandInVariables.STAND_IN.name()) + " er koordinator fra den "
                        + day(done, CoordinatorStandInVariables.LEAVE_FROM.name())
                        + ". Posten kommer tilbage af sig selv den "
                        + day(done, CoordinatorStandInVariables.LEAVE_UNTIL.name()) + ". I får begge en mail.");
            case CoordinatorVacancy.KEY ->
                Optional.of(
                        posts.now(done.clusterId()).map(people::nameOf).orElse("Formanden")
                                + " er koordinator fra nu af, til en ny er valgt. Alle medlemmer får en mail, og valget går i gang.");
            case "helpAsSecretary", "helpAsBoard" ->
                Optional.of("Tak. Det, der mangler, får den nye koordinator, når posten er flyttet.");
            case "finishChecklist" -> Optional.of("Overdragelsen er færdig. Der sker ikke mere i den.");
            default ->
                handovers
                        .find(done.clusterId(), done.text(CoordinatorHandoverVariables.HANDOVER_ID.name()))
                        .map(handover -> sentence(done, handover));
        };
    }

    private String sentence(Done done, Handover handover) {
        if (done.key().equals("decideOnHandover")) {
            return switch (ChairDecision.valueOf(done.text(CoordinatorHandoverVariables.CHAIR_DECISION.name()))) {
                case CARRY_OUT ->
                    people.nameOf(handover.successor())
                            + " er koordinator fra nu af, og alle medlemmer får det at vide.";
                case NEW_DAY -> "Begge har fået en mail og skal bekræfte den nye dag, den " + handover.label() + ".";
                case CANCEL -> "Overdragelsen er aflyst, og begge får din begrundelse i en mail.";
            };
        }
        boolean isHandingOver = done.key().equals("handOverPost");
        boolean otherHas = isHandingOver ? handover.takenAt() != null : handover.partedAt() != null;
        String other = people.nameOf(isHandingOver ? handover.successor() : handover.parting());
        return (isHandingOver ? "Noten mailes til " + people.nameOf(handover.successor()) + ". " : "")
                + (otherHas
                        ? "I har begge bekræftet: posten flytter den " + handover.label() + "."
                        : "Posten flytter den " + handover.label() + ", når også " + other + " har bekræftet.");
    }

    private String name(Done done, String variable) {
        return people.nameOf(done.text(variable));
    }

    private static String day(Done done, String variable) {
        String text = done.text(variable);
        return text.isEmpty() ? "aftalte dag" : DanishTime.DAY.format(LocalDate.parse(text));
    }
}
