package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of the annual accounts of each year. */
@Repository
class AnnualRows {

    /**
     * @param laterEvents what has happened after the year, in the treasurer's words
     * @param reservations what she makes reservations for
     * @param withoutStatements why not all statements could be had; empty when they could
     * @param isApproved by the assembly; null while it has said nothing of the newest draft
     */
    record Year(
            String clusterId,
            int year,
            Instant begunAt,
            String laterEvents,
            String reservations,
            String withoutStatements,
            @Column("approved") @Nullable Boolean isApproved,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy,
            String minutes) {}

    record Explanation(
            String clusterId,
            int year,
            String account,
            long oere,
            String text,
            String explainedBy,
            Instant explainedAt) {}

    record Approval(
            String clusterId,
            int year,
            int version,
            String personId,
            boolean asAuditor,
            String sha256,
            Instant approvedAt) {}

    /** @param answer empty while there is none */
    record Comment(
            String clusterId,
            int year,
            int number,
            String text,
            String commentedBy,
            Instant commentedAt,
            String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {

        boolean isOpen() {
            return answer.isEmpty();
        }
    }

    private static final Rows<Year> YEAR = Rows.of(Year.class, "annual_accounts");
    private static final Rows<Explanation> EXPLANATION = Rows.of(Explanation.class, "annual_explanation");
    private static final Rows<Draft> DRAFT = Rows.of(Draft.class, "annual_draft");
    private static final Rows<Approval> APPROVAL = Rows.of(Approval.class, "annual_approval");
    private static final Rows<Comment> COMMENT = Rows.of(Comment.class, "annual_comment");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    AnnualRows(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }

    private JdbcClient.StatementSpec of(String sql, String clusterId, int year) {
        return jdbc.sql(sql).param("cluster", clusterId).param("year", year);
    }

    /** @return false when it was begun before */
    boolean begin(String clusterId, int year) {
        return of("""
                                insert into klyngeflow.annual_accounts (cluster_id, year, begun_at)
                                values (:cluster, :year, :at) on conflict do nothing""", clusterId, year).param("at", now()).update() == 1;
    }

    /** The first year of which a cluster can have accounts: when it came here, or when something was posted before that. */
    int firstYear(String clusterId) {
        return jdbc.sql("""
                        select least(extract(year from c.created_at at time zone 'Europe/Copenhagen'),
                          (select min(y.year) from klyngeflow.accounting_year y
                           where y.cluster_id = c.cluster_id and y.last_number > 0))
                        from klyngeflow.cluster c where c.cluster_id = :cluster""").param("cluster", clusterId).query(Integer.class).single();
    }

    Optional<Year> year(String clusterId, int year) {
        return of(
                        "select * from klyngeflow.annual_accounts where cluster_id = :cluster and year = :year",
                        clusterId,
                        year)
                .query(YEAR)
                .optional();
    }

    List<Year> years(String clusterId) {
        return jdbc.sql("select * from klyngeflow.annual_accounts where cluster_id = :cluster order by year desc")
                .param("cluster", clusterId)
                .query(YEAR)
                .list();
    }

    void write(String clusterId, int year, String laterEvents, String reservations) {
        of("""
                        update klyngeflow.annual_accounts set later_events = :later, reservations = :reservations
                        where cluster_id = :cluster and year = :year""", clusterId, year)
                .param("later", laterEvents)
                .param("reservations", reservations)
                .update();
    }

    void writeWithout(String clusterId, int year, String reason) {
        of("""
                        update klyngeflow.annual_accounts set without_statements = :reason
                        where cluster_id = :cluster and year = :year""", clusterId, year).param("reason", reason).update();
    }

    void decide(String clusterId, int year, boolean isApproved, LocalDate on, String by, String minutes) {
        of("""
                        update klyngeflow.annual_accounts set approved = :approved, decided_on = :day, decided_by = :by,
                          minutes = :minutes where cluster_id = :cluster and year = :year""", clusterId, year)
                .param("approved", isApproved)
                .param("day", on)
                .param("by", by)
                .param("minutes", minutes)
                .update();
    }

    /** A new draft: nobody has said anything of it. */
    void undecide(String clusterId, int year) {
        of("""
                        update klyngeflow.annual_accounts set approved = null, decided_on = null, decided_by = null,
                          minutes = '' where cluster_id = :cluster and year = :year""", clusterId, year).update();
    }

    void explain(String clusterId, int year, String account, long oere, String text, String by) {
        of("""
                        insert into klyngeflow.annual_explanation
                          (cluster_id, year, account, oere, text, explained_by, explained_at)
                        values (:cluster, :year, :account, :oere, :text, :by, :at)
                        on conflict (cluster_id, year, account) do update set oere = excluded.oere,
                          text = excluded.text, explained_by = excluded.explained_by, explained_at = excluded.explained_at""", clusterId, year)
                .param("account", account)
                .param("oere", oere)
                .param("text", text)
                .param("by", by)
                .param("at", now())
                .update();
    }

    List<Explanation> explanations(String clusterId, int year) {
        return of("""
                        select * from klyngeflow.annual_explanation
                        where cluster_id = :cluster and year = :year order by account""", clusterId, year).query(EXPLANATION).list();
    }

    void keep(Draft draft) {
        jdbc.sql("""
                        insert into klyngeflow.annual_draft (cluster_id, year, version, ledger_draft, draft_id, document_id,
                          sheet_id, sha256, made_at, sealed_id, sealed_at, is_signed_elsewhere, unsigned_why)
                        values (:cluster_id, :year, :version, :ledger_draft, :draft_id, :document_id, :sheet_id, :sha256,
                          :made_at, :sealed_id, :sealed_at, :is_signed_elsewhere, :unsigned_why)""").params(DRAFT.values(draft)).update();
    }

    void sealed(Draft draft, String documentId, boolean isSignedElsewhere) {
        of("""
                        update klyngeflow.annual_draft set sealed_id = :sealed, sealed_at = :at,
                          is_signed_elsewhere = :elsewhere
                        where cluster_id = :cluster and year = :year and version = :version""", draft.clusterId(), draft.year())
                .param("version", draft.version())
                .param("sealed", documentId)
                .param("at", now())
                .param("elsewhere", isSignedElsewhere)
                .update();
    }

    void unsigned(Draft draft, String why) {
        of("""
                        update klyngeflow.annual_draft set unsigned_why = :why
                        where cluster_id = :cluster and year = :year and version = :version""", draft.clusterId(), draft.year())
                .param("version", draft.version())
                .param("why", why)
                .update();
    }

    /** The newest first. */
    List<Draft> drafts(String clusterId, int year) {
        return of("""
                        select * from klyngeflow.annual_draft
                        where cluster_id = :cluster and year = :year order by version desc""", clusterId, year).query(DRAFT).list();
    }

    List<Draft> drafts(String clusterId) {
        return jdbc.sql("select * from klyngeflow.annual_draft where cluster_id = :cluster order by year, version")
                .param("cluster", clusterId)
                .query(DRAFT)
                .list();
    }

    void approve(Draft draft, String personId, boolean asAuditor) {
        of("""
                        insert into klyngeflow.annual_approval
                          (cluster_id, year, version, person_id, as_auditor, sha256, approved_at)
                        values (:cluster, :year, :version, :person, :auditor, :sha256, :at) on conflict do nothing""", draft.clusterId(), draft.year())
                .param("version", draft.version())
                .param("person", personId)
                .param("auditor", asAuditor)
                .param("sha256", draft.sha256())
                .param("at", now())
                .update();
    }

    List<Approval> approvals(Draft draft) {
        return of("""
                        select * from klyngeflow.annual_approval where cluster_id = :cluster and year = :year
                          and version = :version order by as_auditor desc, approved_at, person_id""", draft.clusterId(), draft.year())
                .param("version", draft.version())
                .query(APPROVAL)
                .list();
    }

    void comment(String clusterId, int year, String text, String by) {
        of("""
                        insert into klyngeflow.annual_comment (cluster_id, year, number, text, commented_by, commented_at)
                        select :cluster, :year, coalesce(max(number), 0) + 1, :text, :by, :at
                        from klyngeflow.annual_comment where cluster_id = :cluster and year = :year""", clusterId, year)
                .param("text", text)
                .param("by", by)
                .param("at", now())
                .update();
    }

    /** @return false when there is no such comment without an answer */
    boolean answer(String clusterId, int year, int number, String text, String by) {
        return of("""
                                update klyngeflow.annual_comment set answer = :text, answered_by = :by, answered_at = :at
                                where cluster_id = :cluster and year = :year and number = :number and answer = ''""", clusterId, year)
                        .param("number", number)
                        .param("text", text)
                        .param("by", by)
                        .param("at", now())
                        .update()
                == 1;
    }

    List<Comment> comments(String clusterId, int year) {
        return of("""
                        select * from klyngeflow.annual_comment
                        where cluster_id = :cluster and year = :year order by number""", clusterId, year).query(COMMENT).list();
    }

    void check(Draft draft, String item, String by) {
        of("""
                        insert into klyngeflow.annual_check (cluster_id, year, version, item, checked_by, checked_at)
                        values (:cluster, :year, :version, :item, :by, :at) on conflict do nothing""", draft.clusterId(), draft.year())
                .param("version", draft.version())
                .param("item", item)
                .param("by", by)
                .param("at", now())
                .update();
    }

    void uncheck(Draft draft) {
        of("""
                        delete from klyngeflow.annual_check
                        where cluster_id = :cluster and year = :year and version = :version""", draft.clusterId(), draft.year())
                .param("version", draft.version())
                .update();
    }

    List<String> checked(Draft draft) {
        return of("""
                        select item from klyngeflow.annual_check
                        where cluster_id = :cluster and year = :year and version = :version""", draft.clusterId(), draft.year())
                .param("version", draft.version())
                .query(String.class)
                .list();
    }
}
