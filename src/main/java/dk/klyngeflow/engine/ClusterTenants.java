package dk.klyngeflow.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
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
            if (own != null && !own.contains(cluster)) {
                throw new BadUserRequestException("Klyngen findes ikke, eller du hører ikke til den.");
            }
            return cluster;
        }
        if (own != null && own.size() == 1) {
            return own.get(0);
        }
        throw new BadUserRequestException("Vælg den klynge, sagen hører til.");
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        throw new BadUserRequestException("Cases are not used here.");
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }

    /** Null when code of ours runs on nobody's behalf; it then names the cluster itself. */
    private static @Nullable List<String> clustersOfCaller() {
        Authentication caller =
                Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
        if (caller == null) {
            return null;
        }
        return caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
    }
}
