package dk.klyngeflow.meetings;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long suppliers may think it over. */
@Component
class BookingSettings implements SettingCatalog {

    static final Setting<Integer> REMIND_DAYS = Setting.days(
            "meetings.bookingRemindDays",
            3,
            "Mind stedet om svaret",
            "Så mange arbejdsdage efter forespørgslen mindes et sted, en leverandør eller en oplægsholder, der ikke har svaret.");
    static final Setting<Integer> PHONE_DAYS = Setting.days(
            "meetings.bookingPhoneDays",
            2,
            "Ring, hvis der stadig ikke er svar",
            "Så mange arbejdsdage efter påmindelsen får sekretæren opgaven at ringe.");

    @Override
    public String heading() {
        return "Lokaler, forplejning og oplæg";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(REMIND_DAYS, PHONE_DAYS);
    }
}
