package dk.klyngeflow.pages;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What every page shows around its content; asked by {@code templates/layout.html}. */
@Component("shell")
class Shell {

    private final ObjectProvider<Directory> directories;
    private static final StartPageLinks.Link START = new StartPageLinks.Link("Gå til forsiden", "/", "");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private final ObjectProvider<StartPageCards> cards;
    private final ObjectProvider<StartPageLinks> links;
    private final CurrentPerson person;
    private final String version;

    Shell(
            ObjectProvider<Directory> directories,
            ObjectProvider<StartPageCards> cards,
            ObjectProvider<StartPageLinks> links,
            CurrentPerson person,
            ObjectProvider<BuildProperties> build) {
        this.directories = directories;
        this.cards = cards;
        this.links = links;
        this.person = person;
        this.version = build.stream()
                .findAny()
                .map(built -> "Version %s, bygget %s"
                        .formatted(
                                built.getVersion(),
                                DanishTime.MOMENT_IN_FIGURES.format(
                                        built.getTime().atZone(CopenhagenTime.ZONE))))
                .orElse("Udviklingsudgave");
    }

    /** For whoever reports a fault: which build she sees. */
    public String version() {
        return version;
    }

    /** The guide for her role. */
    public String guide() {
        try {
            if (person.isAdministrator()) {
                return "/hjaelp/administrator";
            }
            boolean secretary = person.clusters().stream().anyMatch(cluster -> person.hasRole(cluster, Role.SECRETARY));
            return secretary ? "/hjaelp/sekretaer" : "/hjaelp/bruger";
        } catch (RuntimeException databaseAway) {
            return "/hjaelp/bruger";
        }
    }

    /** Where she can go from a page that is not for her, or not there: only what she may open. */
    public List<StartPageLinks.Link> ways() {
        try {
            if (!loggedIn()) {
                return List.of(START, new StartPageLinks.Link("Log ind", "/login", ""));
            }
            if (person.isStaff()) {
                return List.of(START, new StartPageLinks.Link("Gå til opgavelisten", TASKLIST, ""));
            }
            if (person.isAdministrator()) {
                return List.of(START, new StartPageLinks.Link("Gå til Cockpit", COCKPIT, ""));
            }
            // her own page first
            List<StartPageLinks.Link> own = new ArrayList<>();
            links.orderedStream()
                    .flatMap(module -> module.links().stream())
                    .filter(link -> !link.href().equals("/adgangskode"))
                    .limit(3)
                    .forEach(own::add);
            own.add(START);
            return own;
        } catch (RuntimeException databaseAway) {
            return List.of(START);
        }
    }

    public boolean loggedIn() {
        return personId().isPresent();
    }

    public String personName() {
        return personId().map(this::nameOf).orElse("");
    }

    public boolean hasCards() {
        return cards.stream().findAny().isPresent();
    }

    private String nameOf(String id) {
        try {
            return directories.stream()
                    .flatMap(all -> all.personName(id).stream())
                    .findFirst()
                    .orElse(id);
        } catch (RuntimeException databaseAway) {
            // the error page has this header too, and must come even when the database does not answer
            return id;
        }
    }

    private static Optional<String> personId() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || !authentication.isAuthenticated()
                        || authentication instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(authentication.getName());
    }
}
