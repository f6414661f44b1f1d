package dk.klyngeflow.members;

import dk.klyngeflow.engine.Rows.Column;
import org.jspecify.annotations.Nullable;

/**
 * A kvalitetsklynge.
 *
 * @param id also the engine's tenant id; lower case letters, digits and hyphens
 * @param cvr the association's CVR number, 8 digits; not every cluster has one
 * @param mail the address that suppliers and members write to
 * @param iban of the association's own account; needed with {@link PaymentMode#OWN_ACCOUNT}
 */
public record Cluster(
        @Column("cluster_id") String id,
        String name,
        @Nullable String cvr,
        PaymentMode paymentMode,
        String mail,
        String regionName,
        @Nullable String iban) {}
