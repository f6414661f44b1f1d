package dk.klyngeflow.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/** Gives every instance the cluster it belongs to, and refuses to start one that belongs to none. */
class ClusterTenants implements TenantIdProvider {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");

    private static final ThreadLocal<@Nullable Object> SETTLED = new ThreadLocal<>();

    /** Starts a case whose cluster the contract of its start form has settled, be it one that nobody belongs to yet. */
    static <T> T inSettled(@Nullable Object cluster, Supplier<T> start) {
        SETTLED.set(cluster);
        try {
            return start.get();
        } finally {
            SETTLED.remove();
        }
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        DelegateExecution parent = context.getSuperExecution();
        if (parent != null) {
            return parent.getTenantId();
        }
        List<String> own = clustersOfCaller();
        Object named =
                context.getVariables() == null ? null : context.getVariables().get(CLUSTER_ID.name());
        if (named instanceof String cluster && !cluster.isBlank()) {
            if (own != null
                    && !cluster.equals(SETTLED.get())
                    && !own.contains(cluster)
                    && !isOpenToAdministrator(identities(), cluster)) {
                throw new FormRefused("Klyngen findes ikke, eller du hører ikke til den.");
            }
            return cluster;
        }
        if (own != null && own.size() == 1) {
            return own.get(0);
        }
        throw new FormRefused("Vælg den klynge, sagen hører til.");
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        throw new FormRefused("Den slags sager bruges ikke her.");
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }

    /** An administrator belongs to no cluster and may help in all that there are. */
    static boolean isOpenToAdministrator(IdentityService identities, String cluster) {
        Authentication caller = identities.getCurrentAuthentication();
        return caller != null
                && caller.getGroupIds() != null
                && caller.getGroupIds().contains(Groups.CAMUNDA_ADMIN)
                && identities.createTenantQuery().tenantId(cluster).count() > 0;
    }

    /** Null when code of ours runs on nobody's behalf; it then names the cluster itself. */
    private static @Nullable List<String> clustersOfCaller() {
        Authentication caller = identities().getCurrentAuthentication();
        if (caller == null) {
            return null;
        }
        return caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
    }

    private static IdentityService identities() {
        return Context.getProcessEngineConfiguration().getIdentityService();
    }
}
