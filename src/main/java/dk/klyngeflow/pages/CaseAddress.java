package dk.klyngeflow.pages;

import java.util.Optional;

/** Where a case has its own page, so that a task leads there; implemented by the stages whose cases they are. */
public interface CaseAddress {

    /** @param title what one finds there, such as {@code Mødet: Diabetes}; @param href begins with {@code /} */
    record Page(String title, String href) {}

    /** @return empty when the case is of another stage or has no page */
    Optional<Page> of(String clusterId, String businessKey);
}
