package dk.klyngeflow.polls;

import dk.klyngeflow.links.Block;
import java.util.List;
import java.util.Map;

/** Something else that members are asked in the same mail and on the same page as the dates, so that they are asked once; a bean each. */
public interface AskedWithDates {

    /** @return none when there is nothing to ask her; every question may be left out, since the dates are what the poll is about */
    List<Block> questions(String clusterId, String caseKey, String personId);

    /** A sentence for the mail that asks about the dates; empty when there is nothing to ask her. */
    String inMail(String clusterId, String caseKey, String personId);

    /** Takes what she has answered to {@link #questions}, in the transaction of her answer to the dates. */
    void answer(String clusterId, String caseKey, String personId, Map<String, List<String>> sent);
}
