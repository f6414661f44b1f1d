package dk.klyngeflow.members;

import java.util.List;

/** The duties of one module; a bean per module that has any, with the number of its stage as its order. */
public interface DutyCatalog {

    List<Duty> duties();
}
