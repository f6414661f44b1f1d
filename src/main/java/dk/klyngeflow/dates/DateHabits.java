package dk.klyngeflow.dates;

import dk.klyngeflow.members.Setting;

/** What a cluster has agreed on about the days it meets. The stage that asks for dates offers them as settings. */
public final class DateHabits {

    public static final Setting<Integer> OPEN_DAYS = Setting.days(
                    "datePolls.openDays",
                    7,
                    "Afstemningen er åben, dage",
                    "Så længe kan medlemmerne svare på, hvilke datoer der passer. Den lukker før, når alle har svaret.")
            .between(1, 60);
    public static final Setting<Integer> TASK_DAYS = Setting.days(
            "datePolls.taskDays",
            3,
            "Dage til at vælge dato",
            "Så mange dage har koordinatoren til at vælge blandt svarene.");
    public static final Setting<Integer> PROPOSALS = Setting.days(
            "datePolls.proposals",
            4,
            "Datoer, der foreslås",
            "Så mange datoer foreslår systemet, når et møde planlægges.");
    public static final Setting<String> WEEKDAYS = Setting.text(
            "datePolls.weekdays",
            "tirsdag, onsdag, torsdag",
            "Ugedage, der foreslås",
            "Danske navne adskilt af komma.");
    public static final Setting<String> HOUR =
            Setting.text("datePolls.hour", "19.00", "Klokkeslæt, der foreslås", "Som 19.00.");
    public static final Setting<Integer> PER_YEAR = Setting.days(
                    "meetings.perYear",
                    0,
                    "Møder om året",
                    "Når et møde begyndes, foreslås ugerne så langt efter det seneste møde. 0: så snart data kan nås.")
            .between(0, 12);
    public static final Setting<Boolean> BESIDE_OTHERS = Setting.flag(
            "meetings.besideOthers",
            false,
            "Møderne lægges gerne sammen med andre møder",
            "Den, der planlægger, mindes om det, når datoerne vælges.");

    private DateHabits() {}
}
