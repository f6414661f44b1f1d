package dk.klyngeflow.benchmarks;

import dk.klyngeflow.gatherings.Meeting;
import java.util.List;

/** How the talk about figures is led, as the cluster has agreed in its local model; told by the stage that plans meetings. */
public interface FacilitationScript {

    /** In order, a sentence each. */
    List<String> of(Meeting meeting);
}
