package dk.klyngeflow.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time create or update the engine's tables: two nodes that start together on an empty database would both try. The
 * lock is PostgreSQL's own and is gone with the connection, so a node that dies in the middle holds nobody up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneStartAtATime extends AbstractProcessEnginePlugin {

    private static final long LOCK = 7_240_117L;
    private static final int PATIENCE = Math.toIntExact(Duration.ofMinutes(10).toMillis());

    private final DataSource dataSource;
    private @Nullable Connection connection;

    OneStartAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            Connection opened = dataSource.getConnection();
            connection = opened;
            // the first node may need longer for its tables than an answer may otherwise take
            opened.setNetworkTimeout(Runnable::run, PATIENCE);
            run(opened, "select pg_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer at start", e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection held = connection) {
            connection = null;
            if (held != null) {
                run(held, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock for starting could not be given back", e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
