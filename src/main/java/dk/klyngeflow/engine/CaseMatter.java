package dk.klyngeflow.engine;

/**
 * Says what the cases of one process are about, from where that is kept and forgotten: the titles of their tasks end with it, and no variable
 * ever holds it. A bean per process that has more to say than its label.
 */
public interface CaseMatter {

    /** The key of the process. */
    String process();

    /** Danish and short, without names and numbers of people; empty when there is nothing to say. */
    String of(String clusterId, String businessKey);
}
