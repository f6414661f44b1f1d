package dk.klyngeflow.year;

/** The process {@code yearly-task}: what people do once a year. */
final class YearlyTask {

    static final String KEY = "yearly-task";

    private YearlyTask() {}
}
