package dk.klyngeflow.start;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with the database, in one sentence that says what to do. SQL states as in appendix A of PostgreSQL's manual. */
enum DatabaseFault {
    PASSWORD(
            "databasen tager ikke imod brugeren eller adgangskoden. Ret SPRING_DATASOURCE_USERNAME og SPRING_DATASOURCE_PASSWORD."),
    REFUSED_BY_RULES("databasen lukker ikke denne maskine eller bruger ind. Tilføj en linje i databasens pg_hba.conf."),
    NO_DATABASE(
            "databasen i SPRING_DATASOURCE_URL findes ikke på serveren. Opret den (createdb -O BRUGER NAVN), eller ret navnet."),
    UNKNOWN_HOST("maskinen i SPRING_DATASOURCE_URL findes ikke. Ret navnet, eller få navneopslaget til at virke."),
    NO_ANSWER("databasen i SPRING_DATASOURCE_URL svarer ikke. Start den, eller ret maskine og port."),
    FULL(
            "databasen har ikke flere ledige forbindelser. Sæt dens max_connections op (20 pr. node), eller luk andre forbindelser."),
    TOO_OLD("databasen er ældre end PostgreSQL " + DatabaseReady.OLDEST
            + ". Opgrader den først (pg_dump og pg_restore)."),
    NO_GIST(
            "udvidelsen btree_gist mangler på databaseserveren. Installer den (pakken postgresql-contrib), og start igen."),
    MAY_NOT_MAKE("databasens bruger må ikke oprette skemaer. Gør den til ejer (alter database NAVN owner to BRUGER)."),
    DISK_FULL("databasens disk er fuld. Giv den mere plads, eller ryd op; det, der er bekræftet, er gemt."),
    UNKNOWN("databasen kan ikke bruges. Se årsagen i databasens egen log.");

    private final String sentence;

    DatabaseFault(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Whether waiting may help: a database that is being started does not answer yet. */
    boolean mayPass() {
        return this == NO_ANSWER || this == UNKNOWN_HOST || this == FULL;
    }

    /** Whether everything that works meets it, again and again, until somebody has mended it. */
    boolean isOutage() {
        return mayPass() || this == DISK_FULL;
    }

    /** The fault that somebody's exception comes from; empty when it does not come from a database. */
    static Optional<DatabaseFault> behind(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 30; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return Optional.of(of(e));
            }
        }
        return Optional.empty();
    }

    static DatabaseFault of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01" -> PASSWORD;
            case "28000" -> REFUSED_BY_RULES;
            case "3D000" -> NO_DATABASE;
            case "53300" -> FULL;
            case "42501" -> MAY_NOT_MAKE;
            case "53100" -> DISK_FULL;
            // starting up, shutting down
            case "57P03", "57P01" -> NO_ANSWER;
            default -> state.startsWith("08") ? unreachable(e) : UNKNOWN;
        };
    }

    private static DatabaseFault unreachable(SQLException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return UNKNOWN_HOST;
            }
        }
        return NO_ANSWER;
    }
}
