package dk.klyngeflow.pages;

import java.util.Optional;

/** Knows people's names; implemented by the one module that keeps them. */
public interface PersonNames {

    Optional<String> nameOf(String personId);
}
