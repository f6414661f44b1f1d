package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.Counts;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A vote that was taken at a meeting: two tellers, each with her own figures, which must agree. */
@Component
class RecordVoteContract implements FormContract<RecordVoteContract.Form> {

    static final String HANDS = "HANDS";
    static final String PAPER = "PAPER";

    private static final Set<String> COLUMNS = Set.of("choice", "first", "second");
    private static final int MOST = 999;

    private final Elections elections;
    private final BallotRounds rounds;
    private final Ballots ballots;
    private final StatutesVersions statutes;

    RecordVoteContract(Elections elections, BallotRounds rounds, Ballots ballots, StatutesVersions statutes) {
        this.elections = elections;
        this.rounds = rounds;
        this.ballots = ballots;
        this.statutes = statutes;
    }

    record Form(
            String manner,
            List<Line> votes,
            int ballots,
            int blank,
            int invalid,
            String firstTeller,
            String secondTeller) {}

    record Line(String choice, int first, int second) {}

    @Override
    public String task() {
        return "recordVote";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Election election = election(answer);
        String manner = fields.choice("manner", Set.of(HANDS, PAPER), "Vælg, hvordan der blev stemt.");
        boolean areHandsAllowed = statutes.version(
                        election.clusterId(), election.matter().statutesVersion())
                .elections()
                .handsAllowed();
        if (manner.equals(HANDS) && !areHandsAllowed) {
            fields.wrong("Vedtægterne tillader ikke håndsoprækning ved valg. Stem på papir.");
        }
        List<Line> votes = fields.rows("votes", "Stemmerne", COLUMNS).stream()
                .map(RecordVoteContract::line)
                .toList();
        List<String> choices = ballots.find(election.clusterId(), rounds.ballotId(election))
                .map(BallotFacts::contest)
                .map(contest -> contest.choices())
                .orElse(List.of());
        if (!votes.stream().map(Line::choice).toList().equals(choices)) {
            fields.wrong("Skriv stemmerne for hver kandidat.");
        }
        if (votes.stream().anyMatch(line -> line.first() != line.second())) {
            fields.wrong("De to stemmetællere har ikke talt det samme. Tæl igen sammen.");
        }
        Form form = new Form(
                manner,
                votes,
                number(fields, "ballots", "Stemmer i alt"),
                number(fields, "blank", "Blanke"),
                number(fields, "invalid", "Ugyldige"),
                fields.required("firstTeller", "Første stemmetæller", 100),
                fields.required("secondTeller", "Anden stemmetæller", 100));
        if (!form.firstTeller().isEmpty() && form.firstTeller().equalsIgnoreCase(form.secondTeller())) {
            fields.wrong("Der skal være to forskellige stemmetællere.");
        }
        check(form, election, fields);
        return form;
    }

    private void check(Form form, Election election, FormFields fields) {
        int sum = form.votes().stream().mapToInt(Line::first).sum();
        int valid = form.ballots() - form.blank() - form.invalid();
        int marks = ballots.find(election.clusterId(), rounds.ballotId(election))
                .map(ballot -> ballot.contest().marks())
                .orElse(1);
        if (valid < 0 || sum > valid * marks || sum < valid || form.ballots() == 0) {
            fields.wrong("Tallene passer ikke sammen: " + sum + " stemmer på kandidaterne, " + form.blank()
                    + " blanke og " + form.invalid() + " ugyldige af " + form.ballots() + " i alt.");
        }
    }

    private static Line line(FormFields row) {
        return new Line(
                row.text("choice", "Kandidaten"), number(row, "first", "Stemmer"), number(row, "second", "Stemmer"));
    }

    private static int number(FormFields fields, String name, String label) {
        String typed = fields.text(name, label);
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) > MOST) {
            fields.wrong(label + ": skriv et helt tal.");
            return 0;
        }
        return Integer.parseInt(typed);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        form.votes().forEach(line -> votes.put(line.choice(), line.first()));
        rounds.record(
                election(answer),
                new Counts(votes, form.ballots(), form.blank(), form.invalid()),
                form.firstTeller(),
                form.secondTeller());
        return Map.of();
    }

    private Election election(Answer answer) {
        return elections.get(answer.clusterId(), SecretBallotVariables.ELECTION_ID.in(answer.known()));
    }
}
