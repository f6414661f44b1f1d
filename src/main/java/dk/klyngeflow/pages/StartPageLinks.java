package dk.klyngeflow.pages;

import java.util.List;

/** The pages of one module that the person who is logged in may open; each module with pages has one bean of it. */
public interface StartPageLinks {

    /** Asked on the request thread of somebody who is logged in; leave out what she may not open. */
    List<Link> links();

    /**
     * @param href begins with {@code /}
     * @param text says in one sentence what one finds there
     * @param bar how it is called in the bar on top of every page, beside the cluster's name; empty when it does not stand there
     * @param clusterName empty for what is of no cluster
     */
    record Link(String title, String href, String text, String bar, String clusterName) {

        public Link(String title, String href, String text) {
            this(title, href, text, "", "");
        }

        /** One that people go to all day. */
        public Link inBar(String name, String cluster) {
            return new Link(title, href, text, name, cluster);
        }
    }
}
