package dk.klyngeflow.founding;

import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the founder's link shows while the founding is at some of its stages; a bean each. The founding is locked when it is answered. */
interface FounderScreen {

    Set<FoundingStage> stages();

    /**
     * @param button what the button says
     */
    record Page(String title, List<Block> blocks, String button) {}

    Page show(Founding founding);

    Done answer(Founding founding, Map<String, List<String>> sent);
}
