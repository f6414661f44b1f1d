package dk.klyngeflow.assemblies;

import dk.klyngeflow.members.Post;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member who stands for a post at an assembly. @param text her own few words; shown as text, never as HTML */
public record Candidacy(
        String assemblyId,
        Post post,
        String personId,
        String text,
        Instant stoodAt,
        @Nullable Instant withdrawnAt) {}
