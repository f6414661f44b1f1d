package dk.klyngeflow.polls;

import java.util.List;

/**
 * Who has answered what, to be shown as a table: a column for each date, a row for each person.
 *
 * @param best whether the column is that of the date that wins so far
 */
public record PollGrid(List<Column> columns, List<Row> rows) {

    public record Column(String date, String tally, boolean best) {}

    public record Row(String name, boolean required, List<Cell> cells) {}

    /** @param kind {@code yes}, {@code maybe}, {@code no} or {@code silent}, for its colour */
    public record Cell(String text, String kind) {}

    public static PollGrid of(PollResult result) {
        return new PollGrid(
                result.dates().stream()
                        .map(date -> new Column(
                                PollTexts.shortly(date.startsAt()),
                                PollTexts.tally(date),
                                result.best().filter(date::equals).isPresent()))
                        .toList(),
                result.voices().stream()
                        .map(voice -> new Row(
                                voice.name(),
                                voice.required(),
                                result.dates().stream()
                                        .map(date -> cell(voice, date))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(Voice voice, DateTally date) {
        return new Cell(
                PollTexts.answer(voice.to(date.option())),
                voice.to(date.option())
                        .map(answer -> switch (answer) {
                            case YES -> "yes";
                            case IF_NEED_BE -> "maybe";
                            case NO -> "no";
                        })
                        .orElse("silent"));
    }
}
