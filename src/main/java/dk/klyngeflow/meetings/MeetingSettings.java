package dk.klyngeflow.meetings;

import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.dates.DateHabits;
import dk.klyngeflow.invitations.Fewest;
import dk.klyngeflow.invitations.Invitations;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about its meetings. No source gives these figures: the defaults are ours and each cluster sets its own. */
@Component
class MeetingSettings implements SettingCatalog {

    static final Setting<Integer> TOPIC_VOTE_DAYS = Setting.days(
            "meetings.topicVoteDays",
            7,
            "Medlemmernes emner, dage",
            "Så længe kan medlemmerne foreslå og stemme om emner, før mødet planlægges. 0: koordinatoren vælger uden at spørge.");
    static final Setting<Integer> TASK_DAYS = Setting.days(
            "meetings.taskDays", 5, "Dage til en opgave", "Så mange dage har man til en opgave om et møde.");
    static final Setting<Integer> ESCALATE_DAYS = Setting.days(
            "meetings.escalateDays",
            7,
            "Løft efter, dage",
            "Når en opgave har ligget så længe over fristen, tilbydes den også bestyrelsen.");
    static final Setting<Integer> MINUTES = Setting.days(
                    "meetings.minutes", 120, "Et møde varer, minutter", "Foreslås, når et møde planlægges.")
            .between(15, 720);
    static final Setting<Integer> AGENDA_DAYS = Setting.days(
            "meetings.agendaDays",
            28,
            "Dagsorden foreslås, dage før",
            "Så mange dage før mødet får koordinatoren et udkast til dagsorden. Skal være før svarfristen, og efter at data skal være her.");
    static final Setting<Integer> RSVP_DAYS = Setting.days(
            "meetings.rsvpDays",
            7,
            "Svarfrist, dage før",
            "Så mange dage før mødet lukker tilmeldingen, og forplejningen får antallet.");
    static final Setting<Integer> RSVP_REMINDER_DAYS = Setting.days(
            "meetings.rsvpReminderDays",
            4,
            "Påmindelse om svar, dage før fristen",
            "Kun de, der ikke har svaret, mindes.");
    static final Setting<Integer> FEWEST = Fewest.FEWEST;
    static final Setting<Integer> FEWEST_SHARE = Fewest.FEWEST_SHARE;
    static final Setting<Integer> PER_YEAR = DateHabits.PER_YEAR;
    static final Setting<Boolean> BESIDE_OTHERS = DateHabits.BESIDE_OTHERS;
    static final Setting<String> PREPARATION = Invitations.PREPARATION;
    static final Setting<String> FACILITATOR = Setting.text(
            "meetings.facilitator",
            "",
            "Mødeleder",
            "Står på dagsordenen. „på skift“: medlemmerne tager det i tur, og dagsordenen nævner den næste. Tomt: det står der ikke.");
    static final Setting<Boolean> OWN_DATA_FIRST = Setting.flag(
            "meetings.ownDataFirst",
            true,
            "Koordinatoren viser egne data først",
            "Dagsordenen foreslår, at koordinatoren begynder med sine egne tal.");
    static final Setting<Boolean> GROUP_WORK =
            Setting.flag("meetings.groupWork", true, "Gruppearbejde", "Dagsordenen foreslår samtale i små grupper.");
    static final Setting<Integer> SPEAKING_MINUTES = Setting.days(
                    "meetings.speakingMinutes",
                    2,
                    "Taletid til hver, minutter",
                    "Dagsordenen sætter så megen tid af til en runde, hvor alle kommer til orde. 0: ingen runde.")
            .between(0, 60);
    static final Setting<String> WELCOME = Invitations.WELCOME;

    @Override
    public String heading() {
        return "Møder: frister og vaner";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                TOPIC_VOTE_DAYS,
                TASK_DAYS,
                ESCALATE_DAYS,
                MINUTES,
                AGENDA_DAYS,
                RSVP_DAYS,
                RSVP_REMINDER_DAYS,
                FEWEST,
                FEWEST_SHARE,
                PER_YEAR,
                BESIDE_OTHERS,
                PREPARATION,
                FACILITATOR,
                OWN_DATA_FIRST,
                GROUP_WORK,
                SPEAKING_MINUTES,
                WELCOME);
    }

    @Override
    public List<String> contradictions(Values values) {
        List<String> found = new ArrayList<>();
        if (values.get(AGENDA_DAYS) <= values.get(RSVP_DAYS) + values.get(RSVP_REMINDER_DAYS)) {
            found.add("„" + AGENDA_DAYS.label() + "“ skal være større end svarfristen og påmindelsen tilsammen ("
                    + (values.get(RSVP_DAYS) + values.get(RSVP_REMINDER_DAYS))
                    + " dage), ellers når indkaldelsen ikke ud før påmindelsen.");
        }
        Setting<Integer> data = DataSettings.NEEDED_DAYS;
        if (values.get(data) <= values.get(AGENDA_DAYS)) {
            found.add("„" + data.label() + "“ skal være mere end „" + AGENDA_DAYS.label()
                    + "“: ellers indkaldes der, før data er her.");
        }
        if (values.get(MINUTES) < 15 || values.get(MINUTES) > 720) {
            found.add("„" + MINUTES.label() + "“ skal være mellem 15 og 720.");
        }
        if (values.get(RSVP_DAYS) < 1) {
            found.add("„" + RSVP_DAYS.label() + "“ skal være mindst 1.");
        }
        return found;
    }
}
