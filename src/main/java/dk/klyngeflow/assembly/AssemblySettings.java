package dk.klyngeflow.assembly;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about its accounts and its assembly beside the statutes. */
@Component
class AssemblySettings implements SettingCatalog {

    static final Setting<Integer> ASSEMBLY_TASK_DAYS = Setting.days(
                    "assembly.taskDays",
                    7,
                    "Dage til en opgave ved generalforsamlingen",
                    "Derefter kan bestyrelsen også løse den.")
            .between(1, 60);

    static final Setting<Integer> STATEMENT_DAY = Setting.days(
                    "assembly.statementDay",
                    5,
                    "Dage ind i en måned, før kontoudtoget for den forrige efterlyses",
                    "Er det ikke læst ind, får sekretæren en opgave.")
            .between(1, 28);

    @Override
    public String heading() {
        return "Regnskab og generalforsamling";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ASSEMBLY_TASK_DAYS, STATEMENT_DAY);
    }
}
