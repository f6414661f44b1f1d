package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The general assemblies of every cluster. */
@Repository
public class CalledAssemblies {

    static final Rows<CalledAssembly> ROW = Rows.of(CalledAssembly.class, "assembly");
    private static final Rows<CalledAssembly.Matter> MATTER = Rows.of(CalledAssembly.Matter.class, "assembly");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    CalledAssemblies(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @return its id */
    public String add(String clusterId, String meetingId, String businessKey, CalledAssembly.Matter matter, String by) {
        String id = UUID.randomUUID().toString();
        Map<String, @Nullable Object> values = MATTER.values(matter);
        values.put("cluster_id", clusterId);
        values.put("assembly_id", id);
        values.put("meeting_id", meetingId);
        values.put("business_key", businessKey);
        values.put("status", AssemblyStatus.PLANNED.name());
        values.put("asked_by", by);
        values.put("created_at", Timestamp.from(time.now()));
        jdbc.sql("insert into klyngeflow.assembly (" + String.join(", ", values.keySet()) + ") values ("
                        + values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")")
                .params(values)
                .update();
        return id;
    }

    public Optional<CalledAssembly> find(String clusterId, String assemblyId) {
        return jdbc.sql("select * from klyngeflow.assembly where cluster_id = :cluster and assembly_id = :id")
                .param("cluster", clusterId)
                .param("id", assemblyId)
                .query(ROW)
                .optional();
    }

    /** @throws IllegalStateException when the cluster has no such assembly */
    public CalledAssembly get(String clusterId, String assemblyId) {
        return find(clusterId, assemblyId)
                .orElseThrow(() -> new IllegalStateException("no assembly " + assemblyId + " in " + clusterId));
    }

    /** Locked until the end of the transaction. */
    public CalledAssembly lock(String clusterId, String assemblyId) {
        return jdbc.sql(
                        "select * from klyngeflow.assembly where cluster_id = :cluster and assembly_id = :id for update")
                .param("cluster", clusterId)
                .param("id", assemblyId)
                .query(ROW)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    public Optional<CalledAssembly> byKey(String clusterId, String businessKey) {
        return jdbc.sql("select * from klyngeflow.assembly where cluster_id = :cluster and business_key = :key")
                .param("cluster", clusterId)
                .param("key", businessKey)
                .query(ROW)
                .optional();
    }

    /** All of them, the newest first. */
    public List<CalledAssembly> all(String clusterId) {
        return jdbc.sql(
                        "select * from klyngeflow.assembly where cluster_id = :cluster order by created_at desc, business_key desc")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** The ordinary assembly about these accounts that has not been cancelled. */
    public Optional<CalledAssembly> ordinary(String clusterId, int accountingYear) {
        return all(clusterId).stream()
                .filter(each -> each.isOrdinary()
                        && !each.is(AssemblyStatus.CANCELLED)
                        && Integer.valueOf(accountingYear).equals(each.matter().accountingYear()))
                .findFirst();
    }

    public void status(CalledAssembly assembly, AssemblyStatus status) {
        set(assembly, "status", status.name());
    }

    public void elections(CalledAssembly assembly, String posts, int seats) {
        set(assembly, "posts", posts);
        set(assembly, "seats", seats);
        set(assembly, "posts_elsewhere", "");
    }

    /** An election fills a post: it is none of those to which this assembly elects. */
    public void leaveOff(CalledAssembly assembly, String posts, String postsElsewhere) {
        set(assembly, "posts", posts);
        set(assembly, "posts_elsewhere", postsElsewhere);
    }

    /** The dissolved association is settled. */
    public void settled(CalledAssembly assembly, String settlement, String archiveKeeper) {
        set(assembly, "settlement", settlement);
        set(assembly, "archive_keeper", archiveKeeper);
    }

    public void opinion(CalledAssembly assembly, String opinion) {
        set(assembly, "opinion", opinion);
    }

    /** The notice has been sent, with the paper and the accounts in it. */
    public void noticed(CalledAssembly assembly, String noticeId, @Nullable String accountsId) {
        set(assembly, "notice_id", noticeId);
        set(assembly, "accounts_id", accountsId);
        set(assembly, "notice_sent_at", Timestamp.from(time.now()));
        set(assembly, "notice_round", assembly.notice().noticeRound() + 1);
        status(assembly, AssemblyStatus.CALLED);
    }

    public void attested(CalledAssembly assembly, String attestId) {
        set(assembly, "attest_id", attestId);
    }

    public void tookEffect(CalledAssembly assembly) {
        set(assembly, "effects_at", Timestamp.from(time.now()));
    }

    /** A new text is signed anew. */
    public void minutes(CalledAssembly assembly, String minutes, String minutesId, String chairedBy, String keptBy) {
        set(assembly, "minutes", minutes);
        set(assembly, "minutes_id", minutesId);
        set(assembly, "chaired_by", chairedBy);
        set(assembly, "kept_by", keptBy);
        set(assembly, "chair_signed_at", null);
        set(assembly, "keeper_signed_at", null);
        set(assembly, "unsigned_why", "");
    }

    public void signed(CalledAssembly assembly, boolean asChair) {
        set(assembly, asChair ? "chair_signed_at" : "keeper_signed_at", Timestamp.from(time.now()));
    }

    public void unsigned(CalledAssembly assembly, String why) {
        set(assembly, "unsigned_why", why);
    }

    public void minutesPaper(CalledAssembly assembly, String minutesId) {
        set(assembly, "minutes_id", minutesId);
    }

    public void cancelled(CalledAssembly assembly, String reason) {
        set(assembly, "reason", reason);
        status(assembly, AssemblyStatus.CANCELLED);
    }

    private void set(CalledAssembly assembly, String column, @Nullable Object value) {
        jdbc.sql("update klyngeflow.assembly set " + column
                        + " = :value where cluster_id = :cluster and assembly_id = :id")
                .param("value", value)
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId())
                .update();
    }
}
