package dk.klyngeflow.statutes;

import java.util.List;
import java.util.Locale;

/**
 * One thing that statutes settle, as it stands on the page and in the paper.
 *
 * @param name also the column, and the field of the page
 * @param standard what applies until a cluster decides otherwise
 * @param options to choose from; empty for a whole number
 * @param least with {@code most}, for a whole number
 */
record StatuteField(
        String name,
        String label,
        String help,
        String standard,
        List<Option> options,
        int least,
        int most,
        String unit) {

    /** @param danish as it stands in a list and in the paper */
    record Option(String value, String danish) {}

    static StatuteField number(String name, String label, String unit, int standard, int least, int most, String help) {
        return new StatuteField(name, label, help, String.valueOf(standard), List.of(), least, most, unit);
    }

    static StatuteField choice(String name, String label, String standard, String help, Option... options) {
        return new StatuteField(name, label, help, standard, List.of(options), 0, 0, "");
    }

    static StatuteField flag(String name, String label, boolean standard, String help, String yes, String no) {
        return choice(name, label, String.valueOf(standard), help, new Option("true", yes), new Option("false", no));
    }

    static StatuteField share(
            String name, String label, Statutes.Share standard, String help, Statutes.Share... shares) {
        return new StatuteField(
                name,
                label,
                help,
                standard.name(),
                List.of(shares).stream()
                        .map(share -> new Option(
                                share.name(),
                                share.danish().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + share.danish().substring(1)))
                        .toList(),
                0,
                0,
                "");
    }

    /** Public, as the page asks it. */
    public boolean isNumber() {
        return options.isEmpty();
    }

    boolean takes(String typed) {
        if (isNumber()) {
            return typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most;
        }
        return options.stream().anyMatch(option -> option.value().equals(typed));
    }

    /** As people read it. */
    String shown(Object value) {
        String text = String.valueOf(value);
        return isNumber()
                ? text + (unit.isEmpty() ? "" : " " + unit)
                : options.stream()
                        .filter(option -> option.value().equals(text))
                        .map(Option::danish)
                        .findFirst()
                        .orElse(text);
    }

    String wrong() {
        return isNumber()
                ? label + ": skriv et helt tal fra " + least + " til " + most + "."
                : label + ": vælg en af mulighederne.";
    }
}
