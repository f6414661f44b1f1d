package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.Ognl;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.apache.ibatis.ognl.PropertyAccessor;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.Test;

/** The engine's conditions read what MyBatis itself would read. */
@KlyngeflowTest
class KnownGettersTest {

    /** What MyBatis has when nobody changes it. */
    private static final PropertyAccessor ITS_OWN = new ObjectPropertyAccessor();

    @Test
    void areUsedByTheEngine() throws OgnlException {
        assertThat(OgnlRuntime.getPropertyAccessor(TaskQueryImpl.class)).isInstanceOf(KnownGetters.class);
    }

    @Test
    void readWhatMyBatisReads() throws Exception {
        TaskQueryImpl query = (TaskQueryImpl) new TaskQueryImpl()
                .tenantIdIn("nordklyngen")
                .taskAssignee("karen")
                .active();
        OgnlContext context = (OgnlContext) Ognl.createDefaultContext(query);
        int read = 0;
        for (String name : names(TaskQueryImpl.class)) {
            Object its = value(ITS_OWN, context, query, name);
            assertThat(value(OgnlRuntime.getPropertyAccessor(TaskQueryImpl.class), context, query, name))
                    .as(name)
                    .isEqualTo(its);
            read += its == Nothing.READ ? 0 : 1;
        }
        assertThat(read).isGreaterThan(100);
        assertThat(Ognl.getValue("isWithoutTenantId", new TaskQueryImpl().withoutTenantId()))
                .isEqualTo(true);
        assertThat(Ognl.getValue("assignee", query)).isEqualTo("karen");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Ognl.getValue("isNothingOfTheKind", new TaskQueryImpl()))
                .isInstanceOf(OgnlException.class)
                .hasMessageContaining("isNothingOfTheKind");
    }

    private enum Nothing {
        READ
    }

    /** As methods are called, and as a condition may call what they give. */
    private static Set<String> names(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getMethods()) {
            boolean gives = method.getParameterCount() == 0 && method.getName().matches("(is|get|has)[A-Z].*");
            if (gives && method.getReturnType() != void.class) {
                String name = method.getName();
                String property = name.replaceFirst("^(is|get|has)", "");
                names.add(name);
                names.add(property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1));
            }
        }
        return names;
    }

    private static Object value(PropertyAccessor accessor, OgnlContext context, Object target, String name) {
        try {
            Object value = accessor.getProperty(context, target, name);
            // made anew with each call
            return value == null || value.getClass().isArray() ? String.valueOf(value == null) : value;
        } catch (OgnlException e) {
            return Nothing.READ;
        }
    }
}
