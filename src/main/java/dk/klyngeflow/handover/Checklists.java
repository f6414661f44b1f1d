package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.handover.HandoverItem.Answered;
import dk.klyngeflow.handover.HandoverItem.Owner;
import dk.klyngeflow.handover.HandoverItem.State;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be done when the post is handed over: the cluster's own list, and how far it is in each handover. */
@Repository
class Checklists {

    /** A line of the list that handovers begin with. */
    record Line(String text, Owner owner) {}

    /** From KiAP's and the agreement's lists of a coordinator's tasks; what only the cluster can know stands as a question. */
    static final List<Line> STANDARD = List.of(
            new Line("Konto hos PLO eller i banken: giv den nye fuldmagt, og tag den afgåendes tilbage", Owner.BOARD),
            new Line(
                    "CVR: skift kontaktperson og læseadgang til Digital Post, hvis klyngen har et CVR-nummer",
                    Owner.BOARD),
            new Line("Underskrifter: hvem tegner klyngen nu? Ret, hvor det står", Owner.BOARD),
            new Line("KiAP: send „Skift af klyngekoordinator“", Owner.SECRETARY),
            new Line("Klyngens postkasse: giv den nye adgang, og luk den afgåendes", Owner.SECRETARY),
            new Line(
                    "Dokumenter: det, der kun ligger hos den afgående, lægges, hvor klyngen har sine papirer",
                    Owner.PARTING),
            new Line("Introduktion: hold et møde, og gå noten igennem sammen", Owner.PARTING),
            new Line("Netværk: præsentér den nye for nabokoordinatorer og samarbejdspartnere", Owner.PARTING),
            new Line(
                    "Kursus for nye klyngekoordinatorer: tilmeld dig (spørg KiAP, hvornår det holdes)",
                    Owner.SUCCESSOR),
            new Line("Regional støtte: skriv til regionens kvalitetskonsulent, at du er den nye", Owner.SUCCESSOR));

    private static final Rows<HandoverItem> ITEM = Rows.of(HandoverItem.class, "handover_item");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Checklists(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The cluster's own list, else the standard. */
    List<Line> of(String clusterId) {
        List<Line> own = jdbc.sql(
                        "select text, owner from klyngeflow.handover_checklist where cluster_id = :cluster order by number")
                .param("cluster", clusterId)
                .query((row, number) -> new Line(row.getString("text"), Owner.valueOf(row.getString("owner"))))
                .list();
        return own.isEmpty() ? STANDARD : own;
    }

    boolean isOwn(String clusterId) {
        return !of(clusterId).equals(STANDARD);
    }

    /** From the next handover on; an empty list gives the standard back. */
    void replace(String clusterId, List<Line> lines) {
        jdbc.sql("delete from klyngeflow.handover_checklist where cluster_id = :cluster")
                .param("cluster", clusterId)
                .update();
        for (int i = 0; i < lines.size(); i++) {
            jdbc.sql("""
                            insert into klyngeflow.handover_checklist (cluster_id, number, text, owner)
                            values (:cluster, :number, :text, :owner)""")
                    .param("cluster", clusterId)
                    .param("number", i + 1)
                    .param("text", lines.get(i).text())
                    .param("owner", lines.get(i).owner().name())
                    .update();
        }
    }

    /** Writes the list of one handover. */
    void begin(Handover handover) {
        List<Line> lines = of(handover.clusterId());
        for (int i = 0; i < lines.size(); i++) {
            jdbc.sql("""
                            insert into klyngeflow.handover_item (cluster_id, handover_id, number, text, owner)
                            values (:cluster, :handover, :number, :text, :owner)""")
                    .param("cluster", handover.clusterId())
                    .param("handover", handover.handoverId())
                    .param("number", i + 1)
                    .param("text", lines.get(i).text())
                    .param("owner", lines.get(i).owner().name())
                    .update();
        }
    }

    /** What has been done for the former is done, line by line of the same words. */
    void carryOver(Handover former, Handover handover) {
        jdbc.sql("""
                        update klyngeflow.handover_item i
                        set state = f.state, remark = f.remark, answered_by = f.answered_by, answered_at = f.answered_at
                        from klyngeflow.handover_item f
                        where i.cluster_id = :cluster and i.handover_id = :handover
                          and f.cluster_id = i.cluster_id and f.handover_id = :former
                          and f.text = i.text and f.owner = i.owner and f.state <> 'OPEN'""")
                .param("cluster", handover.clusterId())
                .param("handover", handover.handoverId())
                .param("former", former.handoverId())
                .update();
    }

    List<HandoverItem> items(Handover handover) {
        return jdbc.sql("""
                        select * from klyngeflow.handover_item
                        where cluster_id = :cluster and handover_id = :handover order by number""")
                .param("cluster", handover.clusterId())
                .param("handover", handover.handoverId())
                .query(ITEM)
                .list();
    }

    List<HandoverItem> items(Handover handover, Owner owner) {
        return items(handover).stream().filter(item -> item.owner() == owner).toList();
    }

    List<HandoverItem> left(Handover handover) {
        return items(handover).stream()
                .filter(item -> item.state() == State.OPEN)
                .toList();
    }

    void answer(Handover handover, List<Answered> answers, String by) {
        for (Answered answered : answers) {
            jdbc.sql("""
                            update klyngeflow.handover_item
                            set state = :state, remark = :remark, answered_by = :by, answered_at = :now
                            where handover_id = :handover and number = :number""")
                    .param("state", answered.state().name())
                    .param("remark", answered.remark())
                    .param("by", by)
                    .param("now", Timestamp.from(time.now()))
                    .param("handover", handover.handoverId())
                    .param("number", answered.number())
                    .update();
        }
    }
}
