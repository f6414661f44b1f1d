package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.ElectionRule.Majority;
import dk.klyngeflow.ballots.Finding.Withheld;
import dk.klyngeflow.ballots.Protocol.Added;
import dk.klyngeflow.ballots.Protocol.Paper;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.InWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the result follows from the figures, in Danish. */
final class TallyInWords {

    private final Paper paper;
    private final Contest contest;
    private final Map<String, String> names;
    private final List<String> sentences = new ArrayList<>();

    private TallyInWords(Paper paper) {
        this.paper = paper;
        this.contest = paper.contest();
        this.names = paper.names();
    }

    static List<String> of(Paper paper, Finding finding, @Nullable Added added, Outcome outcome) {
        TallyInWords words = new TallyInWords(paper);
        words.figures(finding);
        words.outcome(finding.outcome());
        if (added != null) {
            words.added(added, outcome);
        }
        return List.copyOf(words.sentences);
    }

    private void figures(Finding finding) {
        Counts counts = finding.counts();
        if (counts != null) {
            sentences.add(shares(counts));
            sentences.add(contest.choices().stream()
                            .map(each -> choice(each, paper) + " " + counts.of(each))
                            .collect(Collectors.joining(", "))
                    + ".");
            sentences.add(rule(counts));
        } else if (finding.withheld() == Withheld.ALIKE) {
            sentences.add(many(finding.ballots() == null ? 0 : finding.ballots(), "stemme", "stemmer") + " afgivet.");
        } else if (finding.withheld() == Withheld.FEW) {
            sentences.add("Der er afgivet så få stemmer, at tallene ikke vises.");
        }
    }

    private static String shares(Counts counts) {
        StringBuilder said = new StringBuilder(many(counts.ballots(), "stemmeseddel", "stemmesedler"))
                .append(": ")
                .append(many(counts.valid(), "gyldig", "gyldige"));
        if (counts.blank() > 0) {
            said.append(", ").append(many(counts.blank(), "blank", "blanke"));
        }
        if (counts.invalid() > 0) {
            said.append(", ")
                    .append(many(counts.invalid(), "ugyldig", "ugyldige"))
                    .append(" (kunne ikke åbnes)");
        }
        return said.append('.').toString();
    }

    private String rule(Counts counts) {
        AdoptionRule adoption = paper.adoption();
        if (adoption != null) {
            return adoption.arithmetic(counts);
        } else if (contest.isApproval()) {
            return "Kandidaten er valgt, når flere stemmer for end imod.";
        } else if (paper.rule().majority() == Majority.ABSOLUTE && paper.round() != Round.LAST) {
            return "Der kræves mere end halvdelen af de gyldige stemmer. Halvdelen af %d er %s, så der skal %d til."
                    .formatted(counts.valid(), half(counts.valid()), Tally.needed(counts));
        }
        return contest.seats() == 1
                ? "Den, der får flest stemmer, er valgt."
                : "De " + contest.seats() + ", der får flest stemmer, er valgt.";
    }

    private static String half(int number) {
        return number / 2 + (number % 2 == 0 ? "" : ",5");
    }

    private void outcome(Outcome outcome) {
        if (!(outcome instanceof Outcome.Elected) && !outcome.elected().isEmpty()) {
            sentences.add(areElected(outcome.elected()));
        }
        if (outcome instanceof Outcome.Elected elected) {
            sentences.add(areElected(elected.elected()));
        } else if (outcome instanceof Outcome.RunOff runOff) {
            sentences.add("Der stemmes igen mellem " + listed(runOff.candidates()) + " om "
                    + many(runOff.seats(), "plads", "pladser") + ".");
        } else if (outcome instanceof Outcome.LotNeeded lot) {
            sentences.add(
                    listed(lot.tied()) + " står lige. To personer, som ikke selv stiller op, trækker lod om, hvem "
                            + (lot.isForSeat() ? "der er valgt." : "der går videre."));
        } else if (outcome instanceof Outcome.Nobody nobody) {
            sentences.add(
                    contest.isProposal()
                            ? "Forslaget er forkastet."
                            : contest.isApproval()
                                    ? listed(contest.candidates()) + " er ikke valgt."
                                    : "Der er ikke stemmer nok til at besætte "
                                            + many(nobody.seats(), "plads", "pladser") + ".");
        } else if (outcome instanceof Outcome.NotCounted) {
            sentences.add("Der er afgivet færre end tre stemmer. De er slettet uden at blive åbnet. "
                    + (contest.isProposal()
                            ? "Stem ved håndsoprækning eller på papir i stedet."
                            : "Stem på mødet i stedet."));
        } else {
            sentences.add("Så mange kuverter kunne ikke åbnes, at de kan have afgjort "
                    + (contest.isProposal() ? "afstemningen" : "valget") + ". Der stemmes igen.");
        }
    }

    private void added(Added added, Outcome outcome) {
        Lot lot = added.lot();
        if (lot != null) {
            sentences.add("%s og %s trak lod den %s. Loddet faldt på %s."
                    .formatted(
                            lot.first(),
                            lot.second(),
                            DanishTime.MOMENT.format(lot.at().atZone(CopenhagenTime.ZONE)),
                            listed(lot.drawn())));
        }
        if (added.overruled() != null) {
            sentences.add("%s har besluttet et andet resultat end det, reglen giver: %s"
                    .formatted(added.overruled().by(), added.overruled().reason()));
        }
        outcome(outcome);
    }

    private String areElected(List<String> elected) {
        return contest.isProposal() ? "Forslaget er vedtaget." : listed(elected) + " er valgt.";
    }

    /** What a mark says, as people read it. */
    static String choice(String choice, Paper paper) {
        boolean isProposal = paper.adoption() != null;
        return switch (choice) {
            case Contest.FOR -> isProposal ? "Ja" : "For";
            case Contest.AGAINST -> isProposal ? "Nej" : "Imod";
            case Marks.BLANK -> "Blank";
            case Marks.UNUSED -> "Ubrugt kryds";
            default -> paper.names().getOrDefault(choice, choice);
        };
    }

    private String listed(List<String> ids) {
        return InWords.listed(
                ids.stream().map(each -> names.getOrDefault(each, each)).toList());
    }

    private static String many(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
