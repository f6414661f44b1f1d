package dk.klyngeflow.members;

import java.util.List;

/** The settings of one module; a bean per module that has any. */
public interface SettingCatalog {

    /** The Danish heading on the page of settings. */
    String heading();

    List<Setting<?>> settings();

    /**
     * What would not fit together, as Danish sentences that name the settings; asked before a change is kept.
     *
     * @param values as they would be after the change
     */
    default List<String> contradictions(Values values) {
        return List.of();
    }

    /** What this cluster must still tell before all can go on, as Danish sentences that say what it is needed for. */
    default List<String> missing(Cluster cluster, Values values) {
        return List.of();
    }

    /** What applies for each setting. */
    interface Values {
        <T> T get(Setting<T> setting);
    }
}
