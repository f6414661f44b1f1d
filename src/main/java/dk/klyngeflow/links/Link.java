package dk.klyngeflow.links;

import java.util.UUID;

/** A personal link that is alive, as its row says; whose token it is checked against. */
record Link(UUID id, String clusterId, String purpose, String subject, String holder, int version) {

    static final String SUPPLIER = "supplier:";

    Held held() {
        return new Held(clusterId, subject, holder);
    }

    boolean isOfSupplier() {
        return holder.startsWith(SUPPLIER);
    }
}
