package dk.klyngeflow.ballots;

import dk.klyngeflow.statutes.Majority;
import dk.klyngeflow.statutes.Statutes.CountedOf;
import dk.klyngeflow.statutes.Statutes.Share;

/**
 * What it takes to adopt a proposal, by the statutes.
 *
 * @param present all votes in the room when the vote was opened, those of proxies among them
 */
public record AdoptionRule(Share share, CountedOf countedOf, Integer present) {

    public static AdoptionRule of(Majority majority, int present) {
        return new AdoptionRule(majority.share(), majority.countedOf(), present);
    }

    private Majority majority() {
        return new Majority(share, countedOf);
    }

    boolean isReached(Counts counts) {
        return majority().isReached(counts.of(Contest.FOR), counts.of(Contest.AGAINST), present);
    }

    /** How it was reckoned. */
    String arithmetic(Counts counts) {
        return majority().arithmetic(counts.of(Contest.FOR), counts.of(Contest.AGAINST), present);
    }
}
