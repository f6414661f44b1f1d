package dk.klyngeflow.assemblies;

import dk.klyngeflow.statutes.Majority;
import dk.klyngeflow.statutes.Quorum;
import dk.klyngeflow.statutes.Statutes;

/** What kind of thing an assembly deals with, and so what it takes to adopt it. */
public enum ItemKind {
    /** Who chairs the assembly and who writes its minutes. */
    OFFICERS,
    REPORT,
    ACCOUNTS,
    BUDGET,
    MOTION,
    STATUTES,
    DISSOLUTION,
    ELECTION,
    OTHER;

    /** True when there is something to vote for or against. */
    boolean isPut() {
        return this == ACCOUNTS || this == BUDGET || this == MOTION || this == STATUTES || this == DISSOLUTION;
    }

    Majority majority(Statutes statutes) {
        return switch (this) {
            case STATUTES -> Majority.ofStatutes(statutes);
            case DISSOLUTION -> Majority.ofDissolution(statutes);
            default -> Majority.simple(statutes);
        };
    }

    Quorum quorum(Statutes statutes, int members, boolean isSecond) {
        return this == STATUTES
                ? Quorum.ofStatutes(statutes, members, isSecond)
                : Quorum.of(statutes, members, isSecond);
    }
}
