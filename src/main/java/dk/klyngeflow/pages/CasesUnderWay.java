package dk.klyngeflow.pages;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the cases of one stage stand that are not over, from its own tables; a bean for each kind of case. */
public interface CasesUnderWay {

    /** The processes whose cases these are, and those that run beneath them: their tasks are no cases of their own. */
    Set<String> processes();

    /** @param clusterId null for those of every cluster */
    List<Standing> in(@Nullable String clusterId);

    /**
     * @param kind Danish, such as {@code Faktura}
     * @param called Danish, without anybody's name
     * @param href the page of the case, or the one on which it stands
     * @param stands Danish: how far it is
     * @param since since when it has stood there
     */
    record Standing(String clusterId, String kind, String called, String href, String stands, Instant since) {}
}
