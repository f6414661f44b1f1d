package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.pages.StartPageLinks.Link;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found where on the front page. */
class StartPageTest {

    @Test
    void tasksComeFirst_thePasswordLast_andAllElseAsInADanishIndex() {
        assertThat(StartPage.inOrder(Stream.of(
                                new Link("Årshjul i Søbred", "/aarshjul/s", ""),
                                new Link("Adgangskode", "/adgangskode", ""),
                                new Link("Valg i Søbred", "/valg/s", ""),
                                new Link("Opgavelisten", "/camunda/app/tasklist/default/", ""),
                                new Link("Bilag i Søbred", "/bilag/s", "")))
                        .stream()
                        .map(Link::title))
                .containsExactly("Opgavelisten", "Bilag i Søbred", "Valg i Søbred", "Årshjul i Søbred", "Adgangskode");
    }
}
