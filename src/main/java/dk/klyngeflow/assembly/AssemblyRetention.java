package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.Forgets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stood and who asked for an extraordinary assembly is nobody's business for ever; the minutes say what was decided. */
@Component
class AssemblyRetention implements Forgets {

    private final JdbcClient jdbc;

    AssemblyRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "Kandidater til en generalforsamling, og hvem der bad om en ekstraordinær";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        int candidates = jdbc.sql("delete from klyngeflow.assembly_candidate where stood_at < :before")
                .param("before", Timestamp.from(before))
                .update();
        int asked = jdbc.sql("delete from klyngeflow.assembly_demand_person where asked_at < :before")
                .param("before", Timestamp.from(before))
                .update();
        return candidates + asked;
    }
}
