package dk.klyngeflow.members;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something a cluster decides for itself without a new build. Declared by the module that obeys it.
 *
 * @param <T> Long for money in øre, Integer for days, String, Boolean
 */
public final class Setting<T> {

    /** How a setting is typed in and shown. */
    public enum Kind {
        MONEY,
        DAYS,
        TEXT,
        FLAG
    }

    private final String key;
    private final Kind kind;
    private final T standard;
    private final String label;
    private final String help;
    private final Function<String, T> read;

    private Setting(String key, Kind kind, T standard, String label, String help, Function<String, T> read) {
        this.key = key;
        this.kind = kind;
        this.standard = standard;
        this.label = label;
        this.help = help;
        this.read = read;
    }

    /** An amount in øre. */
    public static Setting<Long> money(String key, long standardOere, String label, String help) {
        return new Setting<>(key, Kind.MONEY, standardOere, label, help, Long::valueOf);
    }

    /** A number of days, or another small whole number. */
    public static Setting<Integer> days(String key, int standard, String label, String help) {
        return new Setting<>(key, Kind.DAYS, standard, label, help, Integer::valueOf);
    }

    public static Setting<String> text(String key, String standard, String label, String help) {
        return new Setting<>(key, Kind.TEXT, standard, label, help, value -> value);
    }

    public static Setting<Boolean> flag(String key, boolean standard, String label, String help) {
        return new Setting<>(key, Kind.FLAG, standard, label, help, Boolean::valueOf);
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** What applies until the cluster decides otherwise. */
    public T standard() {
        return standard;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /**
     * Reads what an administrator has typed.
     *
     * @throws IllegalArgumentException with a Danish sentence
     */
    T parse(String typed) {
        String text = typed.strip();
        return switch (kind) {
            case MONEY -> read.apply(Long.toString(amount(text)));
            case DAYS -> {
                if (!text.matches("\\d{1,4}")) {
                    throw new IllegalArgumentException("Skriv et helt tal fra 0 til 9999.");
                }
                yield read.apply(text);
            }
            case TEXT -> {
                if (text.length() > 10_000) {
                    throw new IllegalArgumentException("Teksten må højst fylde 10.000 tegn.");
                }
                yield read.apply(text);
            }
            case FLAG -> read.apply(Boolean.toString(text.equals("true")));
        };
    }

    private static long amount(String text) {
        long oere;
        try {
            oere = Money.parse(text);
        } catch (FormRefused wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
        if (oere < 0) {
            throw new IllegalArgumentException("Beløbet kan ikke være under 0.");
        }
        return oere;
    }

    /** A value as it is written in the field. */
    String show(T value) {
        return kind == Kind.MONEY ? Money.format((Long) value) : value.toString();
    }

    T read(@Nullable String stored) {
        return stored == null ? standard : read.apply(stored);
    }

    @Override
    public String toString() {
        return key;
    }
}
