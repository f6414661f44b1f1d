package dk.klyngeflow.election;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about elections beside its statutes. No source gives these figures: each cluster sets its own. */
@Component
class ElectionSettings implements SettingCatalog {

    static final Setting<Integer> NOMINATION_DAYS = Setting.days(
                    "elections.nominationDays",
                    14,
                    "Indstilling er åben, dage",
                    "Så længe kan medlemmerne stille op eller foreslå en kollega. Er den sidste dag en fridag, bliver det den næste hverdag.")
            .between(1, 60);
    static final Setting<Integer> BALLOT_DAYS = Setting.days(
                    "elections.ballotDays",
                    10,
                    "Afstemning er åben, dage",
                    "Så længe kan der stemmes ved link. Er den sidste dag en fridag, bliver det den næste hverdag.")
            .between(1, 60);
    static final Setting<Integer> ACCLAMATION_DAYS = Setting.days(
                    "elections.acclamationDays",
                    7,
                    "Frist for at bede om skriftlig afstemning, dage",
                    "Når der ikke er flere kandidater, end der er pladser. Beder ingen om det, er de valgt.")
            .between(1, 60);
    static final Setting<Integer> ACCEPTANCE_DAYS = Setting.days(
                    "elections.acceptanceDays",
                    7,
                    "Frist for at sige ja til et valg, dage",
                    "Svarer den valgte ikke, afgør bestyrelsen, hvad der så sker.")
            .between(1, 60);
    static final Setting<Integer> REMINDER_DAYS = Setting.days(
            "elections.reminderDays",
            3,
            "Påmindelse før en frist, dage",
            "Om kandidater mindes kun de tavse; om at stemme mindes altid alle på valglisten.");
    static final Setting<Integer> TASK_DAYS = Setting.days(
                    "elections.taskDays",
                    7,
                    "Dage til en opgave ved et valg",
                    "Derefter kan bestyrelsen også løse den.")
            .between(1, 60);
    static final Setting<Integer> HANDOVER_DAYS = Setting.days(
                    "elections.handoverDays",
                    14,
                    "Tid til at overdrage posten som koordinator, dage",
                    "Ligger tiltrædelsen nærmere, når valget er afgjort, flytter den så langt, at tjeklisten kan nås. Alle får dagen at vide.")
            .between(0, 120);
    static final Setting<Boolean> KEY_ON_PAPER = Setting.flag(
            "elections.keyOnPaper",
            false,
            "Nøglen til stemmerne ligger på papir hos valglederen",
            "Så kan heller ikke serveren åbne stemmerne, før valglederen skriver koden. Bliver arket væk, må I stemme om.");
    static final Setting<String> SUPPORT_MAIL = Setting.mail(
            "elections.supportMail",
            "Regionens støtte til klynger",
            "Får en mail, når ingen stiller op. Lad feltet stå tomt, hvis I ikke kender adressen.");

    @Override
    public String heading() {
        return "Valg";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                NOMINATION_DAYS,
                BALLOT_DAYS,
                ACCLAMATION_DAYS,
                ACCEPTANCE_DAYS,
                REMINDER_DAYS,
                TASK_DAYS,
                HANDOVER_DAYS,
                KEY_ON_PAPER,
                SUPPORT_MAIL);
    }

    @Override
    public List<String> contradictions(Values values) {
        List<String> found = new ArrayList<>();
        for (Setting<Integer> open : List.of(NOMINATION_DAYS, BALLOT_DAYS)) {
            if (values.get(REMINDER_DAYS) >= values.get(open)) {
                found.add("„" + REMINDER_DAYS.label() + "“ (valg) skal være mindre end „" + open.label() + "“.");
            }
        }
        return found;
    }
}
