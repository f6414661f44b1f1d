package dk.klyngeflow.assemblies;

/**
 * The protocol of a vote by link.
 *
 * @param key of the item
 * @param amendment its number; 0 is the item itself
 * @param documentId of the printed one
 * @param hash SHA-256 of the file by which anybody recounts it
 */
public record VoteProtocol(String key, int amendment, String documentId, String hash) {}
