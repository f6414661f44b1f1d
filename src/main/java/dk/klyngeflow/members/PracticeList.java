package dk.klyngeflow.members;

import dk.klyngeflow.members.PeopleList.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of practices and whom to ask in each, typed or from a file, read as {@link PeopleList} reads. Either all of it can be used or every
 * line that cannot is named.
 */
public final class PracticeList {

    private static final int LONGEST_NAME = 100;

    /** What a list without a heading, as people type it, has in its columns. */
    private static final String HEADING = "ydernummer;praksis;navn;mail;patienter";

    private PracticeList() {}

    /** @param patients null when not told */
    public record Line(
            int line,
            String providerNumber,
            String practice,
            String name,
            String mail,
            @Nullable Integer patients) {}

    public record Content(List<Line> lines, List<String> errors) {}

    /** A file whose first line names its columns. */
    public static Content ofFile(byte[] file) {
        return of(PeopleList.read(file), 0);
    }

    /** One practice a line, parted by semicolon or tab, in the order of {@link #HEADING}; a heading may stand above. */
    public static Content ofText(String typed) {
        String text = typed.strip().replace('\t', ';');
        boolean hasHeading = text.toLowerCase(java.util.Locale.ROOT).contains("ydern");
        String whole = hasHeading ? text : HEADING + "\n" + text;
        return of(PeopleList.read(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8)), hasHeading ? 0 : 1);
    }

    private static Content of(PeopleList.Content read, int headings) {
        List<String> errors = new ArrayList<>();
        read.errors().forEach(error -> errors.add(renumbered(error, headings)));
        List<Line> lines = new ArrayList<>();
        for (Entry entry : read.entries()) {
            int number = entry.line() - headings;
            List<String> wrong = new ArrayList<>();
            Line line = line(number, entry, lines, wrong);
            wrong.forEach(each -> errors.add("Linje " + number + ": " + each));
            lines.add(line);
        }
        if (lines.isEmpty() && errors.isEmpty()) {
            errors.add("Listen er tom.");
        }
        return new Content(List.copyOf(lines), List.copyOf(errors));
    }

    private static Line line(int number, Entry entry, List<Line> before, List<String> wrong) {
        String provider = ProviderNumbers.bare(entry.cell("ydernummer"));
        String patients = entry.cell("patienter").replaceAll("[.\\s\\u00a0]", "");
        String practice = entry.cell("praksis");
        String name = entry.cell("navn");
        String mail = entry.cell("mail");
        ProviderNumbers.objectionTo(provider).ifPresent(wrong::add);
        if (before.stream().anyMatch(line -> line.providerNumber().equals(provider))) {
            wrong.add("ydernummeret står to gange. Skriv kun én læge fra hver praksis; praksis nævner selv de andre.");
        }
        if (practice.isEmpty()) {
            wrong.add("praksis mangler navn.");
        }
        if (name.isEmpty()) {
            wrong.add("navnet på en læge mangler.");
        }
        if (practice.length() > LONGEST_NAME || name.length() > LONGEST_NAME) {
            wrong.add("navnet er for langt: højst " + LONGEST_NAME + " tegn.");
        }
        if (!Setting.isMail(mail)) {
            wrong.add("mailadressen mangler eller er forkert.");
        }
        if (!patients.matches("\\d{0,6}")) {
            wrong.add("antal patienter skal være et helt tal.");
        }
        return new Line(
                number,
                provider,
                practice,
                name,
                mail,
                patients.matches("\\d{1,6}") ? Integer.valueOf(patients) : null);
    }

    private static String renumbered(String error, int headings) {
        return headings == 0
                ? error
                : java.util.regex.Pattern.compile("^Linje (\\d+)")
                        .matcher(error)
                        .replaceFirst(found -> "Linje " + (Integer.parseInt(found.group(1)) - headings));
    }
}
