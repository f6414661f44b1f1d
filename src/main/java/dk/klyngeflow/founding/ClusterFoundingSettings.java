package dk.klyngeflow.founding;

import dk.klyngeflow.accounts.PatientRate;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a founding goes by. The means of a Danish cluster (29 GPs, 48,000 patients) and the rate come from KiAP; the rest is ours. A
 * cluster that is being founded has the standards, and keeps them as its own.
 */
@Component
class ClusterFoundingSettings implements SettingCatalog {

    static final Setting<Integer> LEAST_PRACTICES = Setting.days(
                    "founding.leastPractices",
                    5,
                    "Mindst så mange praksis for at stifte",
                    "Er færre med, når fristen er gået, forlænger stifteren eller opgiver.")
            .between(1, 200);
    static final Setting<Integer> LEAST_PATIENTS = Setting.days(
                    "founding.leastThousandPatients",
                    0,
                    "Mindst så mange tusind patienter for at stifte",
                    "Antallet tæller kun, når praksis har oplyst det. 0 betyder, at der ingen grænse er.")
            .between(0, 500);
    static final Setting<Integer> JOIN_DAYS = Setting.days(
                    "founding.joinDays",
                    14,
                    "Dage til at svare på invitationen",
                    "Halvvejs får de tavse en påmindelse.")
            .between(2, 90);
    static final Setting<Integer> DATE_DAYS = Setting.days(
                    "founding.dateDays",
                    7,
                    "Dage til at svare på datoer for stiftelsen",
                    "Halvvejs får de tavse en påmindelse.")
            .between(2, 60);
    static final Setting<Integer> LONGEST_DAYS = Setting.days(
                    "founding.longestDays",
                    180,
                    "Så længe venter en stiftelse, dage",
                    "Sker der intet så længe med praksis eller med mødet, lukkes stiftelsen, og alle får besked.")
            .between(30, 366);
    static final Setting<Integer> FORMALITIES_DAYS = Setting.days(
                    "founding.formalitiesDays",
                    21,
                    "Dage til CVR, konto og KiAP",
                    "Derefter åbnes klyngen, og det, der mangler, kan klares senere.")
            .between(1, 120);
    static final Setting<Long> RATE = PatientRate.PER_PATIENT;
    static final Setting<String> KIAP_MAIL = Setting.mail(
            "founding.kiapMail",
            "KiAP's mailadresse",
            "Hertil sendes listen over ydernumre, når en klynge er stiftet. Står feltet tomt, får stifteren listen selv.");

    @Override
    public String heading() {
        return "Stiftelse";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                LEAST_PRACTICES, LEAST_PATIENTS, JOIN_DAYS, DATE_DAYS, LONGEST_DAYS, FORMALITIES_DAYS, RATE, KIAP_MAIL);
    }
}
