package dk.klyngeflow.assemblies;

/** A change that somebody wants in what is put to the vote. */
record Amendment(int item, int number, String text) {}
