package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.statutes.StatutesVersions;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members ask for an extraordinary assembly by link; counted openly, and called as soon as so many have asked as the statutes say. */
@Component
class AssemblyDemands {

    static final String DEMAND_ID = "demandId";
    static final int LONGEST_MATTER = 300;

    private static final Logger LOG = LoggerFactory.getLogger(AssemblyDemands.class);
    private static final int DAYS_OPEN = 30;

    private final JdbcClient jdbc;
    private final People people;
    private final StatutesVersions statutes;
    private final Links links;
    private final Outbox outbox;
    private final AssemblyPlanning planning;
    private final AssemblyEffects effects;
    private final CopenhagenTime time;

    AssemblyDemands(
            JdbcClient jdbc,
            People people,
            StatutesVersions statutes,
            Links links,
            Outbox outbox,
            AssemblyPlanning planning,
            AssemblyEffects effects,
            CopenhagenTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.statutes = statutes;
        this.links = links;
        this.outbox = outbox;
        this.planning = planning;
        this.effects = effects;
        this.time = time;
    }

    /** @param assemblyId of the assembly that it led to; null while too few have asked */
    record Demand(
            String clusterId,
            String demandId,
            String matter,
            String askedBy,
            Instant openedAt,
            Instant closesAt,
            @Nullable String assemblyId,
            @Column(isJoined = true) List<String> wanting) {

        boolean isOpen(Instant now) {
            return assemblyId == null && now.isBefore(closesAt);
        }
    }

    static final Rows<Demand> ROW = Rows.of(Demand.class, "assembly_demand");

    int needed(String clusterId) {
        return Math.max(
                1,
                statutes.today(clusterId)
                        .demandOf(people.holding(clusterId, Role.MEMBER).size()));
    }

    Optional<Demand> find(String clusterId, String demandId) {
        return jdbc.sql("select * from klyngeflow.assembly_demand where cluster_id = :cluster and demand_id = :id")
                .param("cluster", clusterId)
                .param("id", demandId)
                .query(ROW)
                .optional()
                .map(this::counted);
    }

    List<Demand> all(String clusterId) {
        return jdbc
                .sql("select * from klyngeflow.assembly_demand where cluster_id = :cluster order by opened_at desc")
                .param("cluster", clusterId)
                .query(ROW)
                .list()
                .stream()
                .map(this::counted)
                .toList();
    }

    /** With those who are still members: whoever has left no longer counts. */
    private Demand counted(Demand demand) {
        List<String> members = people.holding(demand.clusterId(), Role.MEMBER).stream()
                .map(Person::id)
                .toList();
        List<String> wanting = jdbc
                .sql("""
                        select person_id from klyngeflow.assembly_demand_person
                        where cluster_id = :cluster and demand_id = :id order by asked_at, person_id""")
                .param("cluster", demand.clusterId())
                .param("id", demand.demandId())
                .query(String.class)
                .list()
                .stream()
                .filter(members::contains)
                .toList();
        return new Demand(
                demand.clusterId(),
                demand.demandId(),
                demand.matter(),
                demand.askedBy(),
                demand.openedAt(),
                demand.closesAt(),
                demand.assemblyId(),
                wanting);
    }

    /** A member wants one: she counts, and all others are asked. @param member who asks for it */
    @Transactional
    String open(String clusterId, String matter, String member) {
        String id = UUID.randomUUID().toString();
        Instant closes = CopenhagenTime.at(time.today().plusDays(DAYS_OPEN + 1L), LocalTime.MIDNIGHT);
        jdbc.sql("""
                        insert into klyngeflow.assembly_demand (cluster_id, demand_id, matter, asked_by, opened_at, closes_at)
                        values (:cluster, :id, :matter, :by, :now, :closes)""")
                .param("cluster", clusterId)
                .param("id", id)
                .param("matter", matter)
                .param("by", member)
                .param("now", Timestamp.from(time.now()))
                .param("closes", Timestamp.from(closes))
                .update();
        List<String> members =
                people.holding(clusterId, Role.MEMBER).stream().map(Person::id).toList();
        UnaryOperator<String> of = links.ofAll(clusterId, DemandLink.PURPOSE, id, members);
        outbox.enqueueAll(members.stream()
                .map(person -> Mail.of(
                                clusterId,
                                AssemblyLetters.DEMAND,
                                AssemblyLetters.DEMAND + ":" + id + ":" + person + ":1",
                                Recipient.person(person),
                                Map.of(DEMAND_ID, id),
                                null)
                        .withLink(of.apply(person)))
                .toList());
        want(clusterId, id, member, true);
        LOG.info("demand {} of {} is open", id, clusterId);
        return id;
    }

    /** @return false when it is over: nothing is then kept */
    @Transactional
    boolean want(String clusterId, String demandId, String member, boolean wants) {
        jdbc.sql("""
                        select demand_id from klyngeflow.assembly_demand
                        where cluster_id = :cluster and demand_id = :id for update""")
                .param("cluster", clusterId)
                .param("id", demandId)
                .query(String.class)
                .optional();
        Optional<Demand> open = find(clusterId, demandId).filter(demand -> demand.isOpen(time.now()));
        if (open.isEmpty()) {
            return false;
        }
        jdbc.sql(wants ? """
                        insert into klyngeflow.assembly_demand_person (cluster_id, demand_id, person_id, asked_at)
                        values (:cluster, :id, :person, :now) on conflict do nothing""" : """
                        delete from klyngeflow.assembly_demand_person
                        where cluster_id = :cluster and demand_id = :id and person_id = :person
                          and cast(:now as timestamptz) is not null""")
                .param("cluster", clusterId)
                .param("id", demandId)
                .param("person", member)
                .param("now", Timestamp.from(time.now()))
                .update();
        find(clusterId, demandId)
                .filter(demand -> demand.wanting().size() >= needed(clusterId))
                .ifPresent(this::met);
        return true;
    }

    private void met(Demand demand) {
        CalledAssembly assembly = planning.wanted(
                demand.clusterId(),
                new AssemblyPlanning.Wish(AssemblyKind.EXTRAORDINARY, AssemblyItem.OTHER, null, demand.matter(), null),
                demand.askedBy());
        jdbc.sql("""
                        update klyngeflow.assembly_demand set assembly_id = :assembly
                        where cluster_id = :cluster and demand_id = :id""")
                .param("assembly", assembly.assemblyId())
                .param("cluster", demand.clusterId())
                .param("id", demand.demandId())
                .update();
        effects.start(assembly);
    }
}
