package dk.klyngeflow.followup;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about the time after a meeting. Only the 6 to 12 months come from a source; the rest is ours. */
@Component
class AfterMeetingSettings implements SettingCatalog {

    static final Setting<Integer> TASK_DAYS = Setting.days(
            "meetings.afterTaskDays",
            3,
            "Dage til en opgave efter mødet",
            "Så mange dage har man til at registrere mødet, godkende referatet og ringe til de tavse.");
    static final Setting<Integer> ESCALATE_DAYS = Setting.days(
            "meetings.afterEscalateDays",
            7,
            "Løft efter mødet, dage",
            "Når ingen har handlet så længe, får bestyrelsen opgaven også.");
    static final Setting<Integer> KEY_POINTS_DAYS = Setting.days(
            "meetings.keyPointsDays",
            3,
            "Dage til hovedpunkter",
            "Så længe venter referatet på den kollega, der noterede. Derefter får koordinatoren det uden.");
    static final Setting<Integer> ITEM_REMINDER_DAYS = Setting.days(
            "meetings.itemReminderDays",
            7,
            "Dage mellem påmindelser om aftaler",
            "Den, der har lovet noget, mindes på dagen og derefter med så mange dages mellemrum, højst tre gange.");
    static final Setting<Integer> SILENT_MEETINGS = Setting.days(
                    "meetings.silentMeetings",
                    2,
                    "Møder i træk uden en lyd",
                    "Har et medlem hverken meldt afbud eller været med så mange gange i træk, får koordinatoren en opgave om at ringe. 0 slår det fra.")
            .between(0, 20);
    static final Setting<Integer> RE_MEASURE_MONTHS = Setting.days(
                    "meetings.reMeasureMonths",
                    9,
                    "Måneder til ny måling",
                    "Så mange måneder efter mødet måles der igen på emnet; 6 til 12 er det sædvanlige.")
            .between(1, 60);
    static final Setting<Long> FEE = Setting.money(
            "meetings.fee",
            0,
            "Honorar pr. møde",
            "De, der kom, får et link til at søge beløbet udbetalt. 0,00 betyder, at klyngen ikke giver honorar.");

    @Override
    public String heading() {
        return "Møder: efter mødet";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                TASK_DAYS, ESCALATE_DAYS, KEY_POINTS_DAYS, ITEM_REMINDER_DAYS, SILENT_MEETINGS, RE_MEASURE_MONTHS, FEE);
    }
}
