package dk.klyngeflow.members;

import java.util.List;

/** What is not finished in a cluster that somebody would close. One bean for each kind, of the module that has it. */
public interface Unfinished {

    /** Danish sentences, each with what to do about it. */
    List<Matter> in(String clusterId);

    /** @param isInTheWay true when the cluster cannot be closed with it; otherwise it must be confirmed */
    record Matter(boolean isInTheWay, String danish) {}
}
