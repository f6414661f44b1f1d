package dk.klyngeflow.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the start page suggests to try. Given by the demo only; in production nobody implements it. */
public interface StartPageCards {

    List<Card> cards();

    /**
     * One suggestion.
     *
     * @param heading a role or a thing, such as "Sekretær"
     * @param text who that is, or what it is, in one sentence
     * @param tries what to try, one sentence each
     * @param username with {@code password}: shown, and offered as a button that logs in
     * @param href with {@code linkText}: a page of ours
     */
    record Card(
            String heading,
            String text,
            List<String> tries,
            @Nullable String username,
            @Nullable String password,
            @Nullable String href,
            @Nullable String linkText) {

        /** Somebody to log in as. */
        public static Card person(String heading, String text, String username, String password, List<String> tries) {
            return new Card(heading, text, tries, username, password, null, null);
        }

        /** A page that can be opened without logging in. */
        public static Card page(String heading, String text, String href, String linkText) {
            return new Card(heading, text, List.of(), null, null, href, linkText);
        }
    }
}
