package dk.klyngeflow.assembly;

import java.util.Optional;

/** The annual accounts of a year as they are put before an assembly; whoever makes them implements it. */
interface PresentedAccounts {

    /** @return id of the newest draft's PDF among the cluster's documents; empty while there is none */
    Optional<String> paper(String clusterId, int year);
}
