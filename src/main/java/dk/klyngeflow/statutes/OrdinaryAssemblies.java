package dk.klyngeflow.statutes;

import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which ordinary assemblies are called and held, for whoever shows the year. Of the module that holds them. */
public interface OrdinaryAssemblies {

    /** The assembly to which the accounts of that year are presented; empty where none is planned, or it was cancelled. */
    Optional<Called> presenting(String clusterId, int accountingYear);

    /** Whether an assembly that is planned, called or being held has that post on its agenda: no election need be begun beside it. */
    boolean elects(String clusterId, Post post);

    /** @param day null until it is found @param lastNotice the last day on which one can be called to it; null while it has no day */
    record Called(@Nullable LocalDate day, @Nullable LocalDate lastNotice, boolean isHeld, String caseKey) {}
}
