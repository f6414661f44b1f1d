package dk.klyngeflow.pages;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What every page shows around its content; asked by {@code templates/layout.html}. */
@Component("shell")
class Shell {

    private final ObjectProvider<Directory> directories;
    private final ObjectProvider<StartPageCards> cards;

    Shell(ObjectProvider<Directory> directories, ObjectProvider<StartPageCards> cards) {
        this.directories = directories;
        this.cards = cards;
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
