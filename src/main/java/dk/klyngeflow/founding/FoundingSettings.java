package dk.klyngeflow.founding;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about agreeing on its model. No source gives these figures but the year; the rest is ours. */
@Component
class FoundingSettings implements SettingCatalog {

    static final Setting<Integer> ANSWER_DAYS = Setting.days(
                    "founding.modelAnswerDays",
                    14,
                    "Spørgsmål om den lokale model er åbne, dage",
                    "Så længe kan medlemmerne svare. Der lukkes før, når alle har svaret.")
            .between(2, 90);
    static final Setting<Integer> FIRST_REMINDER_DAYS = Setting.days(
            "founding.modelFirstReminderDays",
            5,
            "Første påmindelse om den lokale model efter, dage",
            "Sendes kun til dem, der ikke har svaret. 0: ingen.");
    static final Setting<Integer> LAST_REMINDER_DAYS = Setting.days(
            "founding.modelLastReminderDays",
            2,
            "Sidste påmindelse om den lokale model før lukning, dage",
            "Sendes kun til dem, der ikke har svaret. 0: ingen.");
    static final Setting<Integer> COMMENT_DAYS = Setting.days(
                    "founding.modelCommentDays",
                    10,
                    "Udkastet kan kommenteres, dage",
                    "Så længe kan medlemmerne godtage udkastet eller skrive en bemærkning.")
            .between(1, 90);
    static final Setting<Integer> TASK_DAYS = Setting.days(
            "founding.modelTaskDays",
            5,
            "Dage til at skrive og vedtage den lokale model",
            "Så mange dage har koordinatoren til hver af de to opgaver.");
    static final Setting<Integer> ESCALATE_DAYS = Setting.days(
                    "founding.modelEscalateDays",
                    10,
                    "Tilbyd den lokale model til bestyrelsen efter, dage",
                    "Når koordinatoren ikke har handlet så længe, kan bestyrelsen også gøre det.")
            .between(1, 366);
    static final Setting<Integer> REVIEW_MONTHS = Setting.days(
                    "founding.modelReviewMonths",
                    12,
                    "Se den lokale model efter hver, måneder",
                    "Så mange måneder efter, at en model er trådt i kraft, spørges medlemmerne igen af sig selv. 0: kun når nogen vil.")
            .between(0, 60);

    @Override
    public String heading() {
        return "Den lokale model";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                ANSWER_DAYS,
                FIRST_REMINDER_DAYS,
                LAST_REMINDER_DAYS,
                COMMENT_DAYS,
                TASK_DAYS,
                ESCALATE_DAYS,
                REVIEW_MONTHS);
    }

    @Override
    public List<String> contradictions(Values values) {
        List<String> found = new ArrayList<>();
        for (Setting<Integer> reminder : List.of(FIRST_REMINDER_DAYS, LAST_REMINDER_DAYS)) {
            if (values.get(reminder) >= values.get(ANSWER_DAYS)) {
                found.add("„" + reminder.label() + "“ skal være mindre end „" + ANSWER_DAYS.label() + "“.");
            }
        }
        if (values.get(ESCALATE_DAYS) < values.get(TASK_DAYS)) {
            found.add("„" + ESCALATE_DAYS.label() + "“ kan ikke være før fristen („" + TASK_DAYS.label() + "“).");
        }
        return found;
    }
}
