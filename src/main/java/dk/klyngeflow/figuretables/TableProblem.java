package dk.klyngeflow.figuretables;

import dk.klyngeflow.engine.CprNumbers;

/**
 * What is wrong in a table, and what to do about it.
 *
 * @param line as the spreadsheet numbers it; 0 when the whole file is meant
 * @param column its heading, or its number
 * @param value as it stands there, shortened; never anything like a CPR number
 */
public record TableProblem(int line, String column, String value, String message) {

    private static final int LONGEST = 40;

    public TableProblem {
        value = shown(value);
        column = shown(column);
        message = CprNumbers.masked(message);
    }

    static TableProblem ofFile(String message) {
        return new TableProblem(0, "", "", message);
    }

    /** As in {@code Linje 5, Tæller, „1.234“: skriv …}. */
    public String inWords() {
        String where = line == 0 ? "" : "Linje " + line + (column.isEmpty() ? "" : ", " + column);
        String what = value.isEmpty() ? "" : (where.isEmpty() ? "" : ", ") + "„%s“".formatted(value);
        return where.isEmpty() && what.isEmpty() ? message : where + what + ": " + message;
    }

    static String shown(String value) {
        String line =
                CprNumbers.masked(value).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
