package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.People;
import dk.klyngeflow.statutes.StatutesVersions;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who votes for whom. One holder for each, no more for a holder than the statutes say, and never a chain: whoever votes for another votes
 * herself. The caller holds the evening's row.
 */
@Repository
class Proxies {

    private static final Rows<Proxy> ROW = Rows.of(Proxy.class, "evening_proxy");
    private static final String ONE = " where cluster_id = :cluster and evening_id = :evening ";

    private final JdbcClient jdbc;
    private final StatutesVersions statutes;
    private final People people;
    private final ProxyMails mails;
    private final CopenhagenTime time;

    Proxies(JdbcClient jdbc, StatutesVersions statutes, People people, ProxyMails mails, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.statutes = statutes;
        this.people = people;
        this.mails = mails;
        this.time = time;
    }

    /** How many one member may hold; 0 when there is no voting by proxy. */
    int most(Evening evening) {
        return statutes.version(evening.clusterId(), evening.statutesVersion())
                .assembly()
                .proxies();
    }

    /** Those that are valid now. */
    List<Proxy> valid(Evening evening) {
        return of(evening).stream().filter(Proxy::isValid).toList();
    }

    /** All that were ever given. */
    List<Proxy> of(Evening evening) {
        return one("select * from klyngeflow.evening_proxy" + ONE + "order by number, given_at, proxy_id", evening)
                .query(ROW)
                .list();
    }

    Optional<Proxy> given(Evening evening, String principal) {
        return valid(evening).stream()
                .filter(proxy -> proxy.principal().equals(principal))
                .findFirst();
    }

    List<Proxy> held(Evening evening, String holder) {
        return valid(evening).stream()
                .filter(proxy -> proxy.holder().equals(holder))
                .toList();
    }

    /**
     * In the place of an earlier one.
     *
     * @throws FormRefused Danish
     */
    void give(Evening evening, List<Voter> roll, String principal, String holder) {
        Optional<Proxy> before = given(evening, principal);
        if (before.filter(proxy -> proxy.holder().equals(holder)).isPresent()) {
            return;
        }
        refuseUnlessAllowed(evening, roll, principal, holder);
        before.ifPresent(proxy -> end(evening, proxy, Proxy.WhyEnded.OTHER_HOLDER));
        one(
                        "insert into klyngeflow.evening_proxy (cluster_id, evening_id, principal, holder, given_at, number)"
                                + " select :cluster, :evening, :principal, :holder, :now, coalesce(max(number), 0) + 1"
                                + " from klyngeflow.evening_proxy" + ONE,
                        evening)
                .param("principal", principal)
                .param("holder", holder)
                .param("now", now())
                .update();
        mails.given(evening, principal, holder);
    }

    private void refuseUnlessAllowed(Evening evening, List<Voter> roll, String principal, String holder) {
        ProxiesNow.of(most(evening), roll, valid(evening))
                .refusal(principal, holder)
                .ifPresent(refusal -> {
                    throw new FormRefused(inWords(evening, refusal, principal, holder));
                });
    }

    private String inWords(Evening evening, ProxiesNow.Refusal refusal, String principal, String holder) {
        return switch (refusal) {
            case NONE_ALLOWED -> "Vedtægterne giver ikke mulighed for at stemme ved fuldmagt.";
            case NOT_ANOTHER_VOTER -> "Vælg en anden, som kan stemme på generalforsamlingen.";
            case IS_HERE -> "Du er mødt og stemmer selv. Går du før tid, så meld det først.";
            case HOLDS_HERSELF ->
                "Du har selv fuldmagt fra " + names(held(evening, principal))
                        + ". En fuldmagt kan ikke gives videre; bed om, at den gives til en anden først.";
            case HOLDER_GAVE -> people.nameOf(holder) + " har selv givet sin stemme videre. Vælg en anden.";
            case HOLDER_HAS_ENOUGH ->
                people.nameOf(holder) + " har allerede "
                        + (most(evening) == 1 ? "en fuldmagt" : most(evening) + " fuldmagter")
                        + ", og flere må ét medlem ikke have. Vælg en anden.";
        };
    }

    private String names(List<Proxy> held) {
        return String.join(
                " og ",
                held.stream().map(proxy -> people.nameOf(proxy.principal())).toList());
    }

    void withdraw(Evening evening, String principal) {
        given(evening, principal).ifPresent(proxy -> {
            end(evening, proxy, Proxy.WhyEnded.WITHDRAWN);
            mails.ended(evening, proxy, "har trukket sin fuldmagt til dig tilbage.");
        });
    }

    /** She votes herself now. */
    void principalCame(Evening evening, String principal) {
        given(evening, principal).ifPresent(proxy -> {
            end(evening, proxy, Proxy.WhyEnded.PRINCIPAL_CAME);
            mails.ended(evening, proxy, "er selv mødt og stemmer selv. Fuldmagten til dig er slut.");
        });
    }

    /** The door was wrong: what ended by it is given again, unless its holder may not have it any longer. */
    void principalDidNotCome(Evening evening, List<Voter> roll, String principal) {
        List<Proxy> hers = of(evening).stream()
                .filter(proxy -> proxy.principal().equals(principal))
                .toList();
        if (hers.isEmpty() || hers.get(hers.size() - 1).whyEnded() != Proxy.WhyEnded.PRINCIPAL_CAME) {
            return;
        }
        String holder = hers.get(hers.size() - 1).holder();
        if (ProxiesNow.of(most(evening), roll, valid(evening))
                .refusal(principal, holder)
                .isEmpty()) {
            give(evening, roll, principal, holder);
        }
    }

    private void end(Evening evening, Proxy proxy, Proxy.WhyEnded why) {
        one(
                        "update klyngeflow.evening_proxy set ended_at = :now, why_ended = :why" + ONE
                                + "and principal = :principal and ended_at is null",
                        evening)
                .param("now", now())
                .param("why", why.name())
                .param("principal", proxy.principal())
                .update();
    }

    private JdbcClient.StatementSpec one(String sql, Evening evening) {
        return jdbc.sql(sql).param("cluster", evening.clusterId()).param("evening", evening.eveningId());
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
