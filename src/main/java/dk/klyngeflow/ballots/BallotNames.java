package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.Protocol.Named;
import dk.klyngeflow.ballots.Protocol.Paper;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Practices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people on a ballot paper and on a roll are called today. */
@Component
class BallotNames {

    private final People people;
    private final Practices practices;

    BallotNames(People people, Practices practices) {
        this.people = people;
        this.practices = practices;
    }

    /** Of the candidates by id; those who are called the same with their practice. */
    Map<String, String> of(BallotFacts ballot) {
        Map<String, String> names = people.namesOf(ballot.contest().candidates());
        List<Named> named = ballot.candidates().stream()
                .map(each -> new Named(each.personId(), each.name(names, People.UNKNOWN), each.practice()))
                .toList();
        Contest contest = ballot.contest();
        return new Paper(named, contest.seats(), contest.rule(), contest.round(), contest.adoption()).names();
    }

    String of(String personId) {
        return people.nameOf(personId);
    }

    /** Each with her practice, by name. */
    List<String> onRoll(String clusterId, List<String> voters) {
        Map<String, String> names = people.namesOf(voters);
        Map<String, String> work = practices.byMember(clusterId);
        List<String> lines = new ArrayList<>();
        for (String voter : voters) {
            String practice = work.getOrDefault(voter, "");
            lines.add(names.getOrDefault(voter, People.UNKNOWN) + (practice.isEmpty() ? "" : ", " + practice));
        }
        lines.sort(java.text.Collator.getInstance(java.util.Locale.forLanguageTag("da")));
        return lines;
    }
}
