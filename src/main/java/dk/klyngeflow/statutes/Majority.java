package dk.klyngeflow.statutes;

import dk.klyngeflow.statutes.Statutes.CountedOf;
import dk.klyngeflow.statutes.Statutes.Share;

/**
 * What it takes to adopt something, by the statutes. Half is more than half: as many against as for adopt nothing. Blank and invalid votes
 * are no votes cast.
 *
 * @param share rounded upwards: two thirds of 19 is 13
 * @param countedOf what it is a part of
 */
public record Majority(Share share, CountedOf countedOf) {

    /** Of an ordinary decision: more than half. */
    public static Majority simple(Statutes statutes) {
        return new Majority(Share.NONE, statutes.assembly().countedOf());
    }

    public static Majority ofStatutes(Statutes statutes) {
        return new Majority(
                statutes.assembly().statutesMajority(), statutes.assembly().countedOf());
    }

    public static Majority ofDissolution(Statutes statutes) {
        return new Majority(
                statutes.terms().dissolutionMajority(), statutes.assembly().countedOf());
    }

    /** @param present all votes in the room, proxies among them */
    public boolean isReached(int votesFor, int against, int present) {
        return votesFor > 0 && votesFor >= needed(base(votesFor, against, present));
    }

    private int base(int votesFor, int against, int present) {
        return isOfPresent() ? present : votesFor + against;
    }

    /** Of so many. */
    public int needed(int base) {
        return isMoreThanHalf() ? Statutes.moreThanHalf(base) : share.of(base);
    }

    private boolean isOfPresent() {
        return countedOf == CountedOf.PRESENT;
    }

    private boolean isMoreThanHalf() {
        return share == Share.NONE || share == Share.HALF;
    }

    /** How it was reckoned, as it stands in the minutes. */
    public String arithmetic(int votesFor, int against, int present) {
        int base = base(votesFor, against, present);
        return "Det kræver " + inWords() + ": af " + base + " er det " + needed(base) + ", og " + votesFor
                + " stemte for.";
    }

    /** Such as "mindst to tredjedele af de afgivne stemmer". */
    public String inWords() {
        String part = isMoreThanHalf() ? "mere end halvdelen" : "mindst " + share.danish();
        return part + (isOfPresent() ? " af de fremmødte" : " af de afgivne stemmer");
    }
}
