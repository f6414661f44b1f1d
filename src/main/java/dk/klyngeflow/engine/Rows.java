package dk.klyngeflow.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads a row into a record, and writes a record into parameters, by the names of its components: {@code startsAt} is the column
 * {@code starts_at}, and a record within a record stands in the same row. {@code RowsTest} holds every one against the schema.
 */
public final class Rows<T> implements RowMapper<T> {

    /** The column of a component that is called otherwise; of a record within, what its columns begin with. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Column {
        String value() default "";

        /** True when the query computes it or takes it from another table; a list always has rows of its own. */
        boolean isJoined() default false;
    }

    /** How a type of ours is kept in one column, beside enums, which are kept by name. */
    public record Kept<K>(Class<K> type, Function<String, K> read, Function<K, ?> written) {

        @Nullable
        K from(@Nullable String text) {
            return text == null ? null : read.apply(text);
        }

        Object of(Object value) {
            return written.apply(type.cast(value));
        }
    }

    /** One component. @param within null when it is one column */
    record Part(
            RecordComponent component,
            Method get,
            String column,
            boolean isJoined,
            Read read,
            @Nullable Rows<?> within) {}

    private interface Read {
        @Nullable
        Object from(ResultSet row, String column) throws SQLException;
    }

    private static final Map<Class<?>, Read> READ = Map.ofEntries(
            Map.entry(String.class, ResultSet::getString),
            Map.entry(boolean.class, ResultSet::getBoolean),
            Map.entry(int.class, ResultSet::getInt),
            Map.entry(long.class, ResultSet::getLong),
            Map.entry(Boolean.class, (row, column) -> row.getObject(column, Boolean.class)),
            Map.entry(Integer.class, (row, column) -> row.getObject(column, Integer.class)),
            Map.entry(Long.class, (row, column) -> row.getObject(column, Long.class)),
            Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
            Map.entry(LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class)),
            Map.entry(List.class, (row, column) -> List.of()),
            Map.entry(UUID.class, (row, column) -> row.getObject(column, UUID.class)),
            Map.entry(Instant.class, (row, column) -> {
                Timestamp time = row.getTimestamp(column);
                return time == null ? null : time.toInstant();
            }));

    private final Class<T> type;
    private final String table;
    private final Map<Class<?>, Kept<?>> kept = new LinkedHashMap<>();
    private final Constructor<T> make;
    private final Part[] parts;

    private Rows(Class<T> type, String table, String prefix, boolean isJoined, Kept<?>... kept) {
        this.type = type;
        this.table = table;
        Arrays.stream(kept).forEach(each -> this.kept.put(each.type, each));
        make = constructor(type);
        parts = Arrays.stream(type.getRecordComponents())
                .map(component -> part(component, prefix, isJoined, kept))
                .toArray(Part[]::new);
    }

    /** @param table without its schema; where every column is that is not joined */
    public static <T extends Record> Rows<T> of(Class<T> type, String table, Kept<?>... kept) {
        return new Rows<>(type, table, "", false, kept);
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        return make(values(row));
    }

    /** @return null when it may be missing and none of its columns has a value */
    private @Nullable T read(ResultSet row, boolean mayBeMissing) throws SQLException {
        @Nullable Object[] values = values(row);
        return mayBeMissing && Arrays.stream(values).allMatch(Objects::isNull) ? null : make(values);
    }

    private @Nullable Object[] values(ResultSet row) throws SQLException {
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts[i].read.from(row, parts[i].column);
        }
        return values;
    }

    /** The parameters of a statement that writes the record, called as its columns; what is joined is left out. */
    public Map<String, @Nullable Object> values(T record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fill(values, record);
        return values;
    }

    private void fill(Map<String, @Nullable Object> values, @Nullable Object record) {
        for (Part part : parts) {
            Object value = record == null || part.isJoined ? null : get(part.get, record);
            if (part.within != null && !part.isJoined) {
                part.within.fill(values, value);
            } else if (!part.isJoined) {
                values.put(part.column, plain(value, kept.get(part.component.getType())));
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value, @Nullable Kept<?> kept) {
        if (value != null && kept != null) {
            return kept.of(value);
        }
        return value instanceof Enum<?> name
                ? name.name()
                : value instanceof Instant time ? Timestamp.from(time) : value;
    }

    private Part part(RecordComponent component, String prefix, boolean isWithinJoined, Kept<?>... own) {
        Column named = component.getAnnotation(Column.class);
        String name = named == null ? "" : named.value();
        Class<?> of = component.getType();
        boolean isJoined = isWithinJoined || of == List.class || named != null && named.isJoined();
        Method get = component.getAccessor();
        get.setAccessible(true);
        if (of.isRecord() && !kept.containsKey(of)) {
            Rows<?> within = new Rows<>(of, table, prefix + name, isJoined, own);
            boolean mayBeMissing = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Part(component, get, "", isJoined, (row, column) -> within.read(row, mayBeMissing), within);
        }
        String column = prefix + (name.isEmpty() ? snake(component.getName()) : name);
        return new Part(component, get, column, isJoined, reader(of), null);
    }

    private Read reader(Class<?> of) {
        Kept<?> own = kept.get(of);
        Read plain = READ.get(of);
        if (own != null) {
            return (row, column) -> own.from(row.getString(column));
        } else if (of.isEnum()) {
            Map<String, Object> constants = new LinkedHashMap<>();
            Arrays.stream(of.getEnumConstants()).forEach(each -> constants.put(((Enum<?>) each).name(), each));
            return (row, column) -> constant(constants, row.getString(column));
        } else if (plain != null) {
            return plain;
        }
        throw new IllegalArgumentException(type + ": nobody knows how to read " + of);
    }

    private static @Nullable Object constant(Map<String, Object> constants, @Nullable String name) {
        if (name != null && !constants.containsKey(name)) {
            throw new IllegalArgumentException(name + " is none of " + constants.keySet());
        }
        return name == null ? null : constants.get(name);
    }

    private T make(@Nullable Object[] values) {
        try {
            return make.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object get(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By reflection: a method handle has a dozen classes made at the start for every shape of a record. */
    private static <T> Constructor<T> constructor(Class<T> of) {
        Class<?>[] types = Arrays.stream(of.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = of.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    String table() {
        return table;
    }

    /** Every column of the table that is read, with its component: what the test holds against the schema. */
    Map<String, RecordComponent> columns() {
        Map<String, RecordComponent> columns = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.within != null) {
                columns.putAll(part.within.columns());
            } else if (!part.isJoined) {
                columns.put(part.column, part.component);
            }
        }
        return columns;
    }

    /** The columns of what may be missing altogether, which may then be null. */
    Set<String> missable() {
        Set<String> missable = new HashSet<>();
        for (Part part : parts) {
            if (part.within != null) {
                boolean mayBeMissing = part.component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                missable.addAll(mayBeMissing ? part.within.columns().keySet() : part.within.missable());
            }
        }
        return missable;
    }
}
