package dk.klyngeflow.documents;

import java.time.Instant;

/**
 * What is known about a kept file. It never changes.
 *
 * @param fileName cleaned: no path, no control characters, nothing like a CPR number
 * @param mediaType found from the content, never from the name or from what the sender said
 * @param size in bytes
 * @param sha256 of the content, in lower-case hex
 * @param storedBy id of a person, or of the step that made the file
 */
public record Document(
        String id,
        String clusterId,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String storedBy,
        Instant storedAt) {}
