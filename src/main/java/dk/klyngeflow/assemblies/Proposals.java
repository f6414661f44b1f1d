package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.Post;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members have proposed for each assembly, and who stands. What has been sent in stays; it can be withdrawn. */
@Repository
public class Proposals {

    static final Rows<MemberProposal> PROPOSAL = Rows.of(MemberProposal.class, "assembly_proposal");
    static final Rows<Candidacy> CANDIDACY = Rows.of(Candidacy.class, "assembly_candidate");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Proposals(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A change of one field of the statutes, old and new as people read them. */
    public record Change(String field, String beforeText, String afterValue, String afterText) {}

    /** The caller has locked the assembly: two who propose at once get two numbers. */
    public int add(
            CalledAssembly assembly, ProposalKind kind, String title, String text, @Nullable Change change, String by) {
        int number = about("select coalesce(max(number), 0) + 1 from klyngeflow.assembly_proposal", assembly)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into klyngeflow.assembly_proposal
                            (cluster_id, assembly_id, number, kind, title, text, field, before_text, after_value, after_text,
                             proposed_by, made_at)
                        values (:cluster, :assembly, :number, :kind, :title, :text, :field, :before, :value, :after, :by, :now)""")
                .param("cluster", assembly.clusterId())
                .param("assembly", assembly.assemblyId())
                .param("number", number)
                .param("kind", kind.name())
                .param("title", title)
                .param("text", text)
                .param("field", change == null ? null : change.field())
                .param("before", change == null ? "" : change.beforeText())
                .param("value", change == null ? "" : change.afterValue())
                .param("after", change == null ? "" : change.afterText())
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
        return number;
    }

    /** In the order in which they came, without those that were withdrawn. */
    public List<MemberProposal> of(CalledAssembly assembly) {
        return all(assembly).stream().filter(each -> !each.isWithdrawn()).toList();
    }

    List<MemberProposal> all(CalledAssembly assembly) {
        return jdbc.sql("""
                        select * from klyngeflow.assembly_proposal
                        where cluster_id = :cluster and assembly_id = :id order by number""")
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId())
                .query(PROPOSAL)
                .list();
    }

    public void withdraw(CalledAssembly assembly, int number, String by) {
        about(
                        "update klyngeflow.assembly_proposal set withdrawn_at = coalesce(withdrawn_at, :now)",
                        assembly,
                        " and number = :number and proposed_by = :by")
                .param("now", Timestamp.from(time.now()))
                .param("number", number)
                .param("by", by)
                .update();
    }

    public void stand(CalledAssembly assembly, Post post, String personId, String text) {
        jdbc.sql("""
                        insert into klyngeflow.assembly_candidate (cluster_id, assembly_id, post, person_id, text, stood_at)
                        values (:cluster, :id, :post, :person, :text, :now)
                        on conflict (cluster_id, assembly_id, post, person_id)
                        do update set text = :text, withdrawn_at = null""")
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId())
                .param("post", post.name())
                .param("person", personId)
                .param("text", text)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    public void standDown(CalledAssembly assembly, Post post, String personId) {
        about(
                        "update klyngeflow.assembly_candidate set withdrawn_at = :now",
                        assembly,
                        " and post = :post and person_id = :person and withdrawn_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("post", post.name())
                .param("person", personId)
                .update();
    }

    /** Those who are still members. */
    public List<Candidacy> candidates(CalledAssembly assembly) {
        return jdbc.sql("""
                        select c.* from klyngeflow.assembly_candidate c
                        where c.cluster_id = :cluster and c.assembly_id = :id and c.withdrawn_at is null and exists (
                          select 1 from klyngeflow.role_holder r
                          where r.cluster_id = c.cluster_id and r.person_id = c.person_id and r.post = 'MEMBER'
                            and r.from_day <= :today and (r.until_day is null or r.until_day > :today))
                        order by c.post, c.stood_at, c.person_id""")
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId())
                .param("today", time.today())
                .query(CANDIDACY)
                .list();
    }

    public List<Candidacy> candidates(CalledAssembly assembly, Post post) {
        return candidates(assembly).stream().filter(each -> each.post() == post).toList();
    }

    /** Whether anything has come since that moment that people have not been sent. */
    public boolean hasNewsSince(CalledAssembly assembly, Instant sent) {
        return of(assembly).stream().anyMatch(each -> each.madeAt().isAfter(sent))
                || candidates(assembly).stream().anyMatch(each -> each.stoodAt().isAfter(sent));
    }

    /** What an assembly could not decide stands before the next one as it was. */
    public void copy(CalledAssembly from, CalledAssembly to, List<Integer> numbers) {
        jdbc.sql("""
                        insert into klyngeflow.assembly_proposal
                        select cluster_id, :to, number, kind, title, text, field, before_text, after_value, after_text, proposed_by,
                               made_at, withdrawn_at
                        from klyngeflow.assembly_proposal
                        where cluster_id = :cluster and assembly_id = :from and number = any(:numbers) and withdrawn_at is null
                        on conflict do nothing""")
                .param("to", to.assemblyId())
                .param("cluster", from.clusterId())
                .param("from", from.assemblyId())
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    public void copyCandidates(CalledAssembly from, CalledAssembly to) {
        candidates(from).forEach(each -> stand(to, each.post(), each.personId(), each.text()));
    }

    private JdbcClient.StatementSpec about(String sql, CalledAssembly assembly) {
        return about(sql, assembly, "");
    }

    private JdbcClient.StatementSpec about(String sql, CalledAssembly assembly, String more) {
        return jdbc.sql(sql + " where cluster_id = :cluster and assembly_id = :id" + more)
                .param("cluster", assembly.clusterId())
                .param("id", assembly.assemblyId());
    }
}
