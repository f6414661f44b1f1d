package dk.klyngeflow.meetings;

import dk.klyngeflow.dates.DateHabits;
import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.Daytime;
import dk.klyngeflow.gatherings.DateRanges;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about finding a date. No source gives these figures: the defaults are ours and each cluster sets its own. */
@Component
class DatePollSettings implements SettingCatalog {

    static final Setting<Integer> OPEN_DAYS = DateHabits.OPEN_DAYS;
    static final Setting<Integer> FIRST_REMINDER_DAYS = Setting.days(
            "datePolls.firstReminderDays",
            3,
            "Første påmindelse efter, dage",
            "Sendes kun til dem, der ikke har svaret, ved frokost eller om aftenen på en hverdag. 0: ingen.");
    static final Setting<Integer> LAST_REMINDER_DAYS = Setting.days(
            "datePolls.lastReminderDays",
            1,
            "Sidste påmindelse før lukning, dage",
            "Sendes kun til dem, der ikke har svaret. 0: ingen.");
    static final Setting<Integer> MINIMUM = Setting.days(
                    "datePolls.minimum",
                    5,
                    "Mindst så mange skal kunne",
                    "Kan færre komme til en dato (ja eller hvis nødvendigt), er den ikke mulig. Er ingen mulige, foreslås nye datoer.")
            .between(1, 200);
    static final Setting<Integer> TASK_DAYS = DateHabits.TASK_DAYS;
    static final Setting<Integer> ESCALATE_DAYS = Setting.days(
            "datePolls.escalateDays",
            6,
            "Tilbyd valget til bestyrelsen efter, dage",
            "Når datoen ikke er valgt så længe efter, at afstemningen lukkede, kan bestyrelsen også vælge.");
    static final Setting<Integer> PROPOSALS = DateHabits.PROPOSALS;
    static final Setting<String> WEEKDAYS = DateHabits.WEEKDAYS;
    static final Setting<String> HOUR = DateHabits.HOUR;
    static final Setting<String> SCHOOL_HOLIDAYS = DateRanges.SCHOOL_HOLIDAYS;

    @Override
    public String heading() {
        return "Møder: datoer";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                OPEN_DAYS,
                FIRST_REMINDER_DAYS,
                LAST_REMINDER_DAYS,
                MINIMUM,
                TASK_DAYS,
                ESCALATE_DAYS,
                PROPOSALS,
                WEEKDAYS,
                HOUR,
                SCHOOL_HOLIDAYS);
    }

    @Override
    public List<String> contradictions(Values values) {
        List<String> found = new ArrayList<>();
        if (values.get(OPEN_DAYS) < 1) {
            found.add("„" + OPEN_DAYS.label() + "“ skal være mindst 1.");
        }
        if (values.get(FIRST_REMINDER_DAYS) >= values.get(OPEN_DAYS)) {
            found.add("„" + FIRST_REMINDER_DAYS.label() + "“ skal være mindre end „" + OPEN_DAYS.label() + "“.");
        }
        if (values.get(LAST_REMINDER_DAYS) >= values.get(OPEN_DAYS)) {
            found.add("„" + LAST_REMINDER_DAYS.label() + "“ skal være mindre end „" + OPEN_DAYS.label() + "“.");
        }
        if (values.get(MINIMUM) < 1) {
            found.add("„" + MINIMUM.label() + "“ skal være mindst 1.");
        }
        if (values.get(ESCALATE_DAYS) < Math.max(1, values.get(TASK_DAYS))) {
            found.add("„" + ESCALATE_DAYS.label() + "“ kan ikke være før fristen for selv at vælge („"
                    + TASK_DAYS.label() + "“).");
        }
        if (values.get(PROPOSALS) < 1 || values.get(PROPOSALS) > ProposedDates.MOST) {
            found.add("„" + PROPOSALS.label() + "“ skal være mellem 1 og " + ProposedDates.MOST + ".");
        }
        if (ProposedDates.weekdays(values.get(WEEKDAYS)).isEmpty()) {
            found.add("„" + WEEKDAYS.label() + "“: skriv mindst én ugedag, som tirsdag, onsdag.");
        }
        boolean isByDay = ProposedDates.hour(values.get(HOUR))
                .filter(hour -> Daytime.objectionTo(hour).isEmpty())
                .isPresent();
        if (!isByDay) {
            found.add("„" + HOUR.label() + "“: skriv klokkeslættet som 19.00, mellem 6.00 og 22.00.");
        }
        DateRanges.read(values.get(SCHOOL_HOLIDAYS))
                .wrong()
                .forEach(wrong -> found.add("„" + SCHOOL_HOLIDAYS.label() + "“, " + wrong));
        return found;
    }
}
