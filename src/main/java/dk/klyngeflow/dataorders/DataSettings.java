package dk.klyngeflow.dataorders;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about the data package of a meeting. One region asks for 60 days; the other figures are ours. */
@Component
public class DataSettings implements SettingCatalog {

    public static final Setting<Integer> LEAD_DAYS = Setting.days(
            "data.leadDays",
            60,
            "Data bestilles, dage før mødet",
            "Er mødet nærmere end det, spørges koordinatoren, om det holdes uden data.");
    static final Setting<Integer> CONSENT_DAYS = Setting.days(
            "data.consentDays",
            14,
            "Samtykker samles i, dage",
            "Så længe kan praksis svare, før sekretæren får listen. Svarer alle, går det hurtigere.");
    static final Setting<Integer> REMINDER_DAYS = Setting.days(
            "data.reminderDays",
            5,
            "Påmindelse om samtykke efter, dage",
            "Kun praksis, der ikke har svaret, mindes. 0: ingen.");
    public static final Setting<Integer> NEEDED_DAYS = Setting.days(
            "data.neededDays",
            30,
            "Data skal være her, dage før mødet",
            "Er data ikke kommet da, spørges koordinatoren, om mødet holdes uden. Skal være før indkaldelsen sendes.");

    public static final Setting<Boolean> OPEN = Setting.flag(
            "data.open",
            false,
            "Data vises åbent i klyngen",
            "Åbent: hver praksis vises med navn. Ellers lukket: hver praksis ser sine egne tal og en fordeling uden navne. Siges, når praksis spørges, og når data bestilles.");

    @Override
    public String heading() {
        return "Møder: data";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(LEAD_DAYS, CONSENT_DAYS, REMINDER_DAYS, NEEDED_DAYS, OPEN);
    }

    @Override
    public List<String> contradictions(Values values) {
        List<String> found = new ArrayList<>();
        if (values.get(NEEDED_DAYS) >= values.get(LEAD_DAYS)) {
            found.add("„" + NEEDED_DAYS.label() + "“ skal være mindre end „" + LEAD_DAYS.label()
                    + "“: data kan ikke være her, før de er bestilt.");
        }
        return found;
    }
}
