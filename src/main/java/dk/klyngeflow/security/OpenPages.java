package dk.klyngeflow.security;

import java.util.List;

/** The addresses of a module that may be opened without logging in; a bean per module that has any. */
public interface OpenPages {

    /** Patterns as in {@code /post/**}. */
    List<String> patterns();
}
