package dk.klyngeflow.links;

import org.springframework.boot.test.context.TestComponent;

/** Whether a code opens a page, for those who test from outside the room of links. */
@TestComponent
public class OpenedLinks {

    private final Links links;

    OpenedLinks(Links links) {
        this.links = links;
    }

    public boolean opens(String code) {
        return links.open(code).isPresent();
    }
}
