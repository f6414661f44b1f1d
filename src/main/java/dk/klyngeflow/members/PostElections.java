package dk.klyngeflow.members;

import java.time.LocalDate;
import java.util.Optional;

/** Elections to posts whose term ends, for whoever plans the year. Of the module that elects. */
public interface PostElections {

    /** @return false when somebody is being elected to the post already */
    boolean begin(String clusterId, Post post, LocalDate takesOffice);

    /** The day from which whoever was elected last holds the post; empty when nobody has been elected. */
    Optional<LocalDate> lastTaken(String clusterId, Post post);

    /** The same of those elections in which nobody has noted a term: they are older than the noting. */
    Optional<LocalDate> lastWithoutTerm(String clusterId, Post post);
}
