package dk.klyngeflow.members;

import java.time.LocalDate;
import java.util.Optional;

/** Elections to posts whose term ends, for whoever plans the year. Of the module that elects. */
public interface PostElections {

    /** @return false when somebody is being elected to the post already */
    boolean begin(String clusterId, Post post, int seats, LocalDate takesOffice);

    /**
     * Whether somebody is being elected to it, or has just been, so that an assembly on that day need not; empty when it is for the
     * assembly. Seats of the board are many: an election to one of them says nothing of the others.
     */
    Optional<Elsewhere> elsewhere(String clusterId, Post post, LocalDate day);

    /** @param since the day on which the election began, or from which whoever was elected holds the post */
    record Elsewhere(boolean isUnderWay, LocalDate since) {}

    /** The day from which whoever was elected last holds the post; empty when nobody has been elected. */
    Optional<LocalDate> lastTaken(String clusterId, Post post);

    /** The same of those elections in which nobody has noted a term: they are older than the noting. */
    Optional<LocalDate> lastWithoutTerm(String clusterId, Post post);
}
