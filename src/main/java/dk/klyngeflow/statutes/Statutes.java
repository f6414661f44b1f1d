package dk.klyngeflow.statutes;

import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.time.Year;

/**
 * The statutes of a cluster in one version: every deadline, majority and right is reckoned from these fields.
 *
 * @param version 0 for what applies until a cluster has written its own
 * @param fromDay the day from which this version applies
 */
public record Statutes(
        int version, LocalDate fromDay, Notices notices, Assembly assembly, Elections elections, Terms terms) {

    /**
     * When things are sent and handed in.
     *
     * @param sendingDayCounts true when the day of sending is one of the days of notice
     * @param latestMonth the ordinary assembly is held before the end of this month
     * @param demandPercent of the members can demand an extraordinary assembly
     */
    public record Notices(
            int noticeDays,
            int extraordinaryNoticeDays,
            boolean sendingDayCounts,
            int proposalDays,
            int latestMonth,
            int demandPercent) {}

    /**
     * How the assembly decides.
     *
     * @param quorum that must be present; {@link Share#NONE} for whoever comes
     * @param statutesQuorum the same when the statutes are changed
     * @param secondFromWeeks after an assembly without quorum the second is held no earlier, and no later than {@code secondUntilWeeks}
     * @param countedOf what a majority is a majority of
     * @param proxies that one member may hold
     */
    public record Assembly(
            Share quorum,
            Share statutesQuorum,
            int secondFromWeeks,
            int secondUntilWeeks,
            CountedOf countedOf,
            Share statutesMajority,
            int proxies,
            boolean digitalAssembly) {}

    /**
     * How people are elected.
     *
     * @param secondRound after a round in which nobody had more than half
     * @param threeWay when those that follow the leader are equal
     */
    public record Elections(
            ElectionRule electionRule,
            SecondRound secondRound,
            ThreeWay threeWay,
            BallotKind ballotKind,
            boolean handsAllowed,
            boolean digitalBallot,
            Substitutes substitutes,
            Tie tie) {}

    /** For how long, in which years, and who signs. */
    public record Terms(
            int termYears,
            Years chairIn,
            Years treasurerIn,
            Vacancy vacancy,
            Signers signers,
            Share dissolutionMajority) {}

    /** A part of all that there are, rounded upwards: half of 29 is 15. */
    public enum Share {
        NONE(0, 1, "intet krav"),
        THIRD(1, 3, "en tredjedel"),
        HALF(1, 2, "halvdelen"),
        TWO_THIRDS(2, 3, "to tredjedele"),
        THREE_QUARTERS(3, 4, "tre fjerdedele");

        private final int above;
        private final int below;
        private final String danish;

        Share(int above, int below, String danish) {
            this.above = above;
            this.below = below;
            this.danish = danish;
        }

        public int of(int all) {
            return (all * above + below - 1) / below;
        }

        public String danish() {
            return danish;
        }
    }

    /** Of how many a majority is counted. */
    public enum CountedOf {
        VOTES_CAST,
        PRESENT
    }

    /** How many votes elect. */
    public enum ElectionRule {
        /** Most votes. */
        RELATIVE,
        /** More than half of the valid votes; blank and invalid ones do not count. */
        ABSOLUTE
    }

    /** Among whom the second round is. */
    public enum SecondRound {
        /** Everybody again. */
        FREE,
        /** The two leading. */
        BOUND
    }

    /** When two share the second place. */
    public enum ThreeWay {
        LOT,
        ROUND_OF_THREE
    }

    /** How is voted where several stand. */
    public enum BallotKind {
        /** Show of hands, and in secret as soon as one member asks. */
        ON_DEMAND,
        SECRET
    }

    /** Who takes over when somebody elected cannot. */
    public enum Substitutes {
        NEXT_MOST_VOTES,
        NONE
    }

    /** What decides between equals after a second round. */
    public enum Tie {
        LOT
    }

    /** In which years a post is up for election. */
    public enum Years {
        ANY,
        EVEN,
        ODD;

        public boolean fits(int year) {
            return this == ANY || (year % 2 == 0) == (this == EVEN);
        }
    }

    /** How long somebody sits who fills a place in the middle of a term. */
    public enum Vacancy {
        REST_OF_TERM,
        FULL_TERM
    }

    /** Who binds the association. */
    public enum Signers {
        CHAIR_AND_TREASURER,
        CHAIR,
        WHOLE_BOARD
    }

    /** How many members can demand an extraordinary assembly: 10 % of 29 is 3. */
    public int demandOf(int members) {
        return (members * notices.demandPercent() + 99) / 100;
    }

    /** More than half, whatever there is to count: 10 of 19. */
    public static int moreThanHalf(int valid) {
        return valid / 2 + 1;
    }

    /** In which years a post is up for election. */
    public Years electedIn(Post post) {
        return switch (post) {
            case CHAIR -> terms.chairIn();
            case TREASURER -> terms.treasurerIn();
            case COORDINATOR, SECRETARY, BOARD, AUDITOR, SUCCESSOR, MEMBER -> Years.ANY;
        };
    }

    /** The year in which a term ends that begins on this day: the post is up for election in that year's assembly. */
    public Year endOfTerm(LocalDate from, Years electedIn) {
        int year = from.getYear() + terms.termYears();
        if (electedIn.fits(year)) {
            return Year.of(year);
        }
        return Year.of(terms.vacancy() == Vacancy.REST_OF_TERM && terms.termYears() > 1 ? year - 1 : year + 1);
    }
}
