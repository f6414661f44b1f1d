package dk.klyngeflow.pages;

import java.util.List;

/** The pages of one module that the person who is logged in may open; each module with pages has one bean of it. */
public interface StartPageLinks {

    /** Asked on the request thread of somebody who is logged in; leave out what she may not open. */
    List<Link> links();

    /** @param href begins with {@code /}; @param text says in one sentence what one finds there */
    record Link(String title, String href, String text) {}
}
