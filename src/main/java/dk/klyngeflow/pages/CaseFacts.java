package dk.klyngeflow.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells in words that a member may read what a case is about; implemented by the stages whose cases they are. */
public interface CaseFacts {

    /**
     * @param facts labels and what they stand for
     * @param texts longer ones, each a paragraph with its heading
     */
    record Told(Map<String, String> facts, List<String> texts) {}

    /** @return empty when the case is of another stage */
    Optional<Told> of(String clusterId, String businessKey);
}
