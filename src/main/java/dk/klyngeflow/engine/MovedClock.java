package dk.klyngeflow.engine;

/** Marks the clock of a world whose time somebody moves by hand, as in the demo and in tests; never the machine's. */
public interface MovedClock {}
