package dk.klyngeflow.contact;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long somebody outside may wait. No source gives these figures; they are ours. */
@Component
class InquirySettings implements SettingCatalog {

    static final Setting<Boolean> OPEN = Setting.flag(
            "contact.pageIsOpen",
            true,
            "Siden „Skriv til klyngen“ er åben",
            "Alle, der kender adressen, kan skrive. Lukket: siden viser kun klyngens mailadresse.");
    static final Setting<Integer> TASK_DAYS = Setting.days(
                    "contact.inquiryTaskDays",
                    3,
                    "Svar på henvendelser inden, hverdage",
                    "Så lang tid har koordinatoren til at gøre noget ved en henvendelse udefra.")
            .between(1, 30);
    static final Setting<Integer> ESCALATE_DAYS = Setting.days(
                    "contact.inquiryEscalateDays",
                    10,
                    "Formand og sekretær får besked om en tavs henvendelse efter, dage",
                    "Når den, der skrev, så længe ikke har hørt andet, end at det er kommet frem.")
            .between(1, 60);
    static final Setting<Integer> DELEGATE_DAYS = Setting.days(
                    "contact.inquiryDelegateDays",
                    5,
                    "En kollega har til at svare på en henvendelse, dage",
                    "Foreslås, når koordinatoren giver en henvendelse til et medlem; kan rettes hver gang.")
            .between(1, 30);

    @Override
    public String heading() {
        return "Henvendelser udefra";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(OPEN, TASK_DAYS, ESCALATE_DAYS, DELEGATE_DAYS);
    }
}
