package dk.klyngeflow.ballots;

import java.time.Instant;
import java.util.List;

/**
 * A lot that two persons have drawn by hand. It is an input: whoever recounts reads it, and draws nothing.
 *
 * @param drawn ids of the candidates who were drawn
 * @param first name of one who drew; no candidate
 * @param second name of the other
 */
public record Lot(List<String> drawn, String first, String second, Instant at) {

    public Lot {
        drawn = List.copyOf(drawn);
    }
}
