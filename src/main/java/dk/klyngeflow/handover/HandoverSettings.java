package dk.klyngeflow.handover;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about handing the post over. No source says any of it: the numbers are ours. */
@Component
class HandoverSettings implements SettingCatalog {

    static final Setting<Integer> REMIND_DAYS = Setting.days(
                    "handover.remindDays",
                    3,
                    "Påmindelse før overdragelsen, dage",
                    "Så mange dage før dagen mindes den af de to, der ikke har bekræftet.")
            .between(1, 60);
    static final Setting<Integer> GRACE_DAYS = Setting.days(
                    "handover.graceDays",
                    3,
                    "Dage, før formanden afgør overdragelsen",
                    "Er en overdragelse ikke bekræftet af begge så mange dage efter dagen, spørges formanden.")
            .between(1, 60);
    static final Setting<Integer> DECIDE_DAYS = Setting.days(
                    "handover.decideDays",
                    7,
                    "Formandens dage til at afgøre",
                    "Så længe har formanden til at afgøre en overdragelse. Derefter spørges hele bestyrelsen.")
            .between(1, 60);
    static final Setting<Integer> FINISH_DAYS = Setting.days(
                    "handover.finishDays",
                    30,
                    "Dage til resten af tjeklisten",
                    "Det, der mangler på listen, når posten er flyttet, har den nye koordinator så mange dage til.")
            .between(1, 366);
    static final Setting<Integer> RETURN_DAYS = Setting.days(
                    "handover.returnDays",
                    7,
                    "Påmindelse, før en orlov slutter, dage",
                    "Så mange dage før mindes koordinatoren på orlov og afløseren om, at det slutter.")
            .between(1, 60);

    @Override
    public String heading() {
        return "Koordinatorskifte og orlov";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(REMIND_DAYS, GRACE_DAYS, DECIDE_DAYS, FINISH_DAYS, RETURN_DAYS);
    }
}
