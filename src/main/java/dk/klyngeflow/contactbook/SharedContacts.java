package dk.klyngeflow.contactbook;

import java.util.List;

/** Contacts that are kept for all clusters of a region; each cluster can take them into its own book. */
public interface SharedContacts {

    /** What is known of one: where it stands, who it is, and how it is reached, all in free words. */
    record Shared(String id, ContactKind kind, String what, String how) {}

    List<Shared> of(String region);
}
