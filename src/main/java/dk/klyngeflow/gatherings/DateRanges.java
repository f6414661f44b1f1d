package dk.klyngeflow.gatherings;

import dk.klyngeflow.members.Setting;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days from which to which, one pair a line as {@code 2027-02-15..2027-02-19}, such as the school holidays of a cluster. */
public record DateRanges(List<Range> ranges, List<String> wrong) {

    /** As the cluster has written them; empty until it has. */
    public static final Setting<String> SCHOOL_HOLIDAYS = Setting.text(
            "datePolls.schoolHolidays",
            "",
            "Skoleferier",
            "Én ferie på hver linje, som 2027-02-15..2027-02-19. Datoer i ferierne foreslås ikke. Kommunen fastsætter dem, så de er forskellige også inden for en region og ikke skrevet ind på forhånd: se ferieplanen på kommunens hjemmeside.");

    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:\\s*\\.\\.\\s*(\\d{4}-\\d\\d-\\d\\d))?");

    /** Both days belong to it. */
    public record Range(LocalDate first, LocalDate last) {

        public boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** What cannot be read is told in Danish and left out. */
    public static DateRanges read(String text) {
        List<Range> ranges = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty()) {
                continue;
            }
            String where = "Linje " + number + " („" + line.substring(0, Math.min(40, line.length())) + "“): ";
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                wrong.add(where + "skriv en ferie som 2027-02-15..2027-02-19.");
                continue;
            }
            try {
                LocalDate first = LocalDate.parse(parts.group(1));
                LocalDate last = parts.group(2) == null ? first : LocalDate.parse(parts.group(2));
                if (last.isBefore(first)) {
                    wrong.add(where + "den sidste dag ligger før den første.");
                } else {
                    ranges.add(new Range(first, last));
                }
            } catch (DateTimeParseException noSuchDay) {
                wrong.add(where + "den dag findes ikke.");
            }
        }
        return new DateRanges(List.copyOf(ranges), List.copyOf(wrong));
    }

    /** As in {@code 2026/27}: from August to July. */
    public static String schoolYear(LocalDate day) {
        int first = firstYear(day);
        return first + "/" + String.format("%02d", (first + 1) % 100);
    }

    /** True when any holiday of that school year is known. */
    public boolean knowSchoolYearOf(LocalDate day) {
        return ranges.stream().anyMatch(range -> firstYear(range.first()) == firstYear(day));
    }

    private static int firstYear(LocalDate day) {
        return day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
    }

    public boolean contain(LocalDate day) {
        return ranges.stream().anyMatch(range -> range.contains(day));
    }
}
