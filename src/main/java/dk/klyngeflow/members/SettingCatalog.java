package dk.klyngeflow.members;

import java.util.List;

/** The settings of one module; a bean per module that has any. */
public interface SettingCatalog {

    /** The Danish heading on the page of settings. */
    String heading();

    List<Setting<?>> settings();
}
