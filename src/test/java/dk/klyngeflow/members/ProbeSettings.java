package dk.klyngeflow.members;

import java.util.List;
import org.springframework.stereotype.Component;

/** Settings of a module that exists in tests only. */
@Component
class ProbeSettings implements SettingCatalog {

    static final Setting<Long> LIMIT =
            Setting.money("probe.limit", 300_000, "Prøvegrænse", "Over dette beløb prøves der.");
    static final Setting<Integer> DAYS = Setting.days("probe.days", 3, "Prøvedage", "Så længe prøves der.");
    static final Setting<Boolean> FLAG = Setting.flag("probe.flag", true, "Prøves der?", "Om der prøves.");

    @Override
    public String heading() {
        return "Prøver";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(LIMIT, DAYS, FLAG);
    }
}
