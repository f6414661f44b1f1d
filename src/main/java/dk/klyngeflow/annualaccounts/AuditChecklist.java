package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the auditor of a cluster goes through, in the cluster's own words. */
@Component
public class AuditChecklist implements SettingCatalog {

    public static final Setting<String> ITEMS = Setting.text(
            "annualAccounts.checklist",
            "Banken er afstemt ved årets slutning; Udgifterne hører til klyngens formål; Hvert bilag er godkendt af en anden end modtageren;"
                    + " Honorarer følger det vedtagne; Aktiver og gæld er til stede; Noterne er rigtige",
            "Revisors tjekliste",
            "Punkterne skilles af semikolon. Revisor sætter kryds ved hvert, før udkastet godkendes.");

    private static final int LONGEST_ITEM = 300;

    private final ClusterSettings settings;

    AuditChecklist(ClusterSettings settings) {
        this.settings = settings;
    }

    /** Its points, in order. */
    public List<String> of(String clusterId) {
        return Arrays.stream(settings.get(clusterId, ITEMS).split("[;\\n]"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> item.length() > LONGEST_ITEM ? item.substring(0, LONGEST_ITEM) : item)
                .distinct()
                .toList();
    }

    @Override
    public String heading() {
        return "Revision af årsregnskabet";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ITEMS);
    }
}
