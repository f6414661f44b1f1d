package dk.klyngeflow.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * One process variable: its name and how its value is kept in the engine. Values in the engine are scalars that Tasklist, DMN and
 * Cockpit can show; money is a {@code Long} in øre, dates and instants are ISO 8601 strings.
 */
public final class Variable<T> {

    private final String name;
    private final Function<T, Object> write;
    private final Function<Object, T> read;

    private Variable(String name, Function<T, Object> write, Function<Object, T> read) {
        this.name = name;
        this.write = write;
        this.read = read;
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, value -> value, String.class::cast);
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, value -> value, Boolean.class::cast);
    }

    /** A whole number; money in øre. */
    public static Variable<Long> number(String name) {
        return new Variable<>(name, value -> value, value -> ((Number) value).longValue());
    }

    /** A calendar day, kept as {@code 2026-03-14}. */
    public static Variable<LocalDate> day(String name) {
        return new Variable<>(name, LocalDate::toString, value -> LocalDate.parse((String) value));
    }

    /**
     * A moment, kept in Danish time with its offset as {@code 2026-03-14T09:00:00+01:00}, as Cockpit shows it and a timer's date
     * expression takes it; one that was kept in UTC, {@code 2026-03-14T08:00:00Z}, is read as well.
     */
    public static Variable<Instant> moment(String name) {
        return new Variable<>(
                name,
                value -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        value.truncatedTo(ChronoUnit.MILLIS).atZone(CopenhagenTime.ZONE)),
                value -> OffsetDateTime.parse((String) value).toInstant());
    }

    public static <E extends Enum<E>> Variable<E> choice(String name, Class<E> type) {
        return new Variable<>(name, Enum::name, value -> Enum.valueOf(type, (String) value));
    }

    public String name() {
        return name;
    }

    /** @throws IllegalStateException when the variable is not set */
    public T get(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("variable " + name + " is not set"));
    }

    public Optional<T> find(VariableScope scope) {
        Object value = scope.getVariable(name);
        return value == null ? Optional.empty() : Optional.of(read.apply(value));
    }

    /** From the variables of a case as a form contract sees them. @throws IllegalStateException when the variable is not set */
    public T in(Map<String, Object> variables) {
        Object value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("variable " + name + " is not set");
        }
        return read.apply(value);
    }

    public void set(VariableScope scope, T value) {
        Object written = write.apply(value);
        // what is there already would cost the engine a read and a row of history for nothing
        if (!written.equals(scope.getVariable(name))) {
            scope.setVariable(name, written);
        }
    }

    /** The value as the engine keeps it, for starting an instance or correlating a message. */
    public Object write(T value) {
        return write.apply(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
