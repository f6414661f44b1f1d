package dk.klyngeflow.security;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Closes CVE-2026-109432: the engine evaluates expressions that a caller put into a query or a stored filter, which is code execution.
 * Only queries are evaluated without a scope, so there nothing passes but the three expressions that Tasklist's filters need.
 */
class GuardedExpressions extends SpringExpressionManager {

    private static final Pattern HARMLESS =
            Pattern.compile("\\$\\{\\s*(currentUser|currentUserGroups|now)\\(\\s*\\)\\s*}");

    GuardedExpressions(ApplicationContext context, @Nullable Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(createValueExpression(text), this, text);
    }

    static boolean isHarmless(String text) {
        return HARMLESS.matcher(text).matches();
    }

    @SuppressWarnings("NullAway") // the engine's own signatures say nothing about null
    private static final class Guarded extends JuelExpression {

        Guarded(ValueExpression expression, JuelExpressionManager manager, String text) {
            super(expression, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && execution == null && !isLiteralText() && !isHarmless(getExpressionText())) {
                throw new BadUserRequestException("expressions are not allowed in queries");
            }
            return super.getValue(scope, execution);
        }

        @Override
        public void setValue(Object value, @Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && execution == null) {
                throw new BadUserRequestException("expressions are not allowed in queries");
            }
            super.setValue(value, scope, execution);
        }
    }
}
