package dk.klyngeflow.benchmarks;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a cluster decides about its figures: it may be stricter than the rules, never laxer. */
@Component
class FigureSettings implements SettingCatalog {

    static final Setting<Integer> LEAST_DOTS = Setting.days(
                    "figures.leastDots",
                    10,
                    "Prikker vises, når så mange praksis er med",
                    "Er der færre, vises kun medianen og den midterste halvdel. Aldrig under 6.")
            .between(Spread.LEAST, 100);

    @Override
    public String heading() {
        return "Møder: tal fra praksis";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(LEAST_DOTS);
    }
}
