package dk.klyngeflow.security;

import dk.klyngeflow.engine.Forgets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log-ins that are going on, for all nodes. A node asks at most every ten seconds whether one still is, and notes once a minute that it
 * was used; time is the database's, since moving the application's clock logs nobody out.
 */
@Repository
class KeptLogins implements Forgets {

    private static final long REMEMBERED = Duration.ofSeconds(10).toNanos();
    private static final long NOTED = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final long longestUnused;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    KeptLogins(JdbcClient jdbc, @Value("${server.servlet.session.timeout}") Duration longestUnused) {
        this.jdbc = jdbc;
        this.longestUnused = longestUnused.toSeconds();
    }

    /** @param passwordMark of the password that she logged in with */
    record Kept(String personId, String passwordMark) {}

    private record Seen(boolean isGoingOn, long asked, long noted) {}

    void begin(LoginSecret secret, String personId, String passwordMark) {
        jdbc.sql(
                        "insert into klyngeflow.kept_login (kept_login_id, person_id, password_mark) values (:id, :person, :mark)")
                .param("id", secret.id())
                .param("person", personId)
                .param("mark", passwordMark)
                .update();
        remember(secret.id(), true);
    }

    /** Empty when there is none, it was ended, or it has not been used for as long as a session lives. */
    Optional<Kept> find(LoginSecret secret) {
        Seen known = seen.get(secret.id());
        if (known != null && !known.isGoingOn() && System.nanoTime() - known.asked() < REMEMBERED) {
            return Optional.empty();
        }
        Optional<Kept> found = jdbc.sql("""
                        update klyngeflow.kept_login set last_used_at = now()
                        where kept_login_id = :id and last_used_at > now() - make_interval(secs => :longest)
                        returning person_id, password_mark""")
                .param("id", secret.id())
                .param("longest", longestUnused)
                .query((row, number) -> new Kept(row.getString("person_id"), row.getString("password_mark")))
                .optional();
        remember(secret.id(), found.isPresent());
        return found;
    }

    /** False when it was ended, here or on another node. */
    boolean isGoingOn(String id) {
        long now = System.nanoTime();
        Seen known = seen.get(id);
        if (known != null && now - known.asked() < REMEMBERED) {
            return known.isGoingOn();
        }
        long noted = known == null ? now - NOTED - 1 : known.noted();
        boolean mustNote = now - noted > NOTED;
        boolean isThere = mustNote
                ? jdbc.sql("update klyngeflow.kept_login set last_used_at = now() where kept_login_id = :id")
                                .param("id", id)
                                .update()
                        > 0
                : jdbc.sql("select exists (select 1 from klyngeflow.kept_login where kept_login_id = :id)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        put(id, new Seen(isThere, now, mustNote ? now : noted));
        return isThere;
    }

    /** On this node at once, on the others within ten seconds. */
    void end(String id) {
        jdbc.sql("delete from klyngeflow.kept_login where kept_login_id = :id")
                .param("id", id)
                .update();
        remember(id, false);
    }

    /** She has another password and goes on where she chose it. */
    void goOnWith(String id, String passwordMark) {
        jdbc.sql("update klyngeflow.kept_login set password_mark = :mark where kept_login_id = :id")
                .param("mark", passwordMark)
                .param("id", id)
                .update();
    }

    @Override
    public String what() {
        return "Log-in, der er udløbet";
    }

    @Override
    public Period after() {
        return Period.ZERO;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.kept_login where last_used_at < now() - interval '1 day'")
                .update();
    }

    private void remember(String id, boolean isGoingOn) {
        long now = System.nanoTime();
        put(id, new Seen(isGoingOn, now, now));
    }

    private void put(String id, Seen fresh) {
        if (seen.size() > MOST) {
            seen.clear();
        }
        seen.put(id, fresh);
    }
}
