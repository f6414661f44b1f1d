package dk.klyngeflow.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.jspecify.annotations.Nullable;

/**
 * How a condition of one of the engine's statements reads a property, such as {@code query.isWithoutTenantId}. The name is not that of a bean's
 * property, so MyBatis would look through all methods of the query, in small letters, each time: some hundred times for one list of tasks,
 * which was a tenth of all that this process does. Here each is looked for once, in the same way.
 */
final class KnownGetters extends ObjectPropertyAccessor {

    private static final ClassValue<Map<String, Optional<Method>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private KnownGetters() {}

    /** By every engine in this process. */
    static void areUsed() {
        OgnlRuntime.setPropertyAccessor(Object.class, new KnownGetters());
    }

    @Override
    public @Nullable Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
        Class<?> type = target.getClass();
        Optional<Method> getter = KNOWN.get(type).computeIfAbsent(name, property -> find(type, property));
        if (getter.isEmpty()) {
            return super.getPossibleProperty(context, target, name);
        }
        try {
            return getter.get().invoke(target);
        } catch (ReflectiveOperationException e) {
            // says what is wrong in its own words
            return super.getPossibleProperty(context, target, name);
        }
    }

    /** Empty when there is none, or none that everybody may call: then it is MyBatis' to say. */
    private static Optional<Method> find(Class<?> type, String property) {
        Method getter = OgnlRuntime.getGetMethod(type, property);
        return Optional.ofNullable(getter == null ? OgnlRuntime.getReadMethod(type, property) : getter)
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && Modifier.isPublic(method.getDeclaringClass().getModifiers()));
    }
}
