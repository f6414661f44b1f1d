package dk.klyngeflow.members;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an election says of who is to be coordinator, for whoever would hand the post over by hand. Of the module that elects. */
public interface CoordinatorSearch {

    /** Empty when nobody is being elected, and the last who was has the post or had it. */
    Optional<Found> in(String clusterId);

    /**
     * @param elected id of whoever has been elected and not got the post; null while the election goes on
     * @param danish a sentence about it
     */
    record Found(@Nullable String elected, String danish) {}
}
