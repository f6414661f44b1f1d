package dk.klyngeflow.security;

import java.util.List;

/** The addresses of a module that may be opened without logging in; a bean per module that has any. */
public interface OpenPages {

    /** Patterns as in {@code /post/**}. */
    List<String> patterns();

    /**
     * Patterns of addresses where the right is in what is sent, such as a personal link's code. No session is made or read there, so there
     * is nothing that another site could use; nothing is kept by the browser or told to other sites.
     */
    default List<String> byToken() {
        return List.of();
    }
}
