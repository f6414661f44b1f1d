package dk.klyngeflow.pages;

import dk.klyngeflow.security.Role;
import java.util.List;

/** The places of one module that people go to all day: they stand in the bar on top of every page and in Tasklist. */
public interface BarPlaces {

    /** The same for everybody, so that a page costs no more for its bar; who may go where is looked up in memory. */
    List<Place> places();

    /** @param path to which the cluster's id is added, such as {@code /moeder/}; @param roles who may go there */
    record Place(String name, String path, List<Role> roles) {}
}
