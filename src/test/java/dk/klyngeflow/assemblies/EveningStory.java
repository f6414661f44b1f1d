package dk.klyngeflow.assemblies;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.ballots.ProposalVotes;
import dk.klyngeflow.ballots.VoteRight;
import dk.klyngeflow.ballots.VotingTown;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.statutes.StatutesText;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which an evening is told. Every story has a cluster of its own, of 21 members. */
@TestComponent
public class EveningStory extends ProcessStory {

    static final String EVENING = "gf-2027";

    private final Assemblies assemblies;
    private final Evenings evenings;
    private final Rooms rooms;
    private final Recording recording;
    private final Proxies proxies;
    private final StatutesText statutes;
    private final DigitalVotes digital;
    private final DigitalVoteWatch watch;
    private final EveningBallots byLink;
    private final Ballots ballots;
    private final ProposalVotes proposals;
    private final VotingTown town;
    private final EveningLink link;
    private final Links links;
    private final TransactionTemplate transaction;

    private int version;

    EveningStory(
            World world,
            Assemblies assemblies,
            Evenings evenings,
            Rooms rooms,
            Recording recording,
            Proxies proxies,
            StatutesText statutes,
            DigitalVotes digital,
            DigitalVoteWatch watch,
            EveningBallots byLink,
            Ballots ballots,
            ProposalVotes proposals,
            VotingTown town,
            EveningLink link,
            Links links,
            TransactionTemplate transaction) {
        super(world);
        this.assemblies = assemblies;
        this.evenings = evenings;
        this.rooms = rooms;
        this.recording = recording;
        this.proxies = proxies;
        this.statutes = statutes;
        this.digital = digital;
        this.watch = watch;
        this.byLink = byLink;
        this.ballots = ballots;
        this.proposals = proposals;
        this.town = town;
        this.link = link;
        this.links = links;
        this.transaction = transaction;
    }

    /** @param said of the statutes, by name of the field, as {@code proxies}, {@code 1} */
    void anEveningIsAnnounced(String... said) {
        open("aften", PaymentMode.PLO);
        version = 0;
        if (said.length > 0) {
            Map<String, String> other = new LinkedHashMap<>();
            for (int i = 0; i < said.length; i += 2) {
                other.put(said[i], said[i + 1]);
            }
            version = statutes.adopt(cluster, other, CopenhagenTime.dayOf(clock.instant()));
        }
        assemblies.announce(cluster, EVENING, "Ordinær generalforsamling 2027", version, false, members());
    }

    void theDoorsOpen(AgendaItem... agenda) {
        assemblies.open(cluster, EVENING, members(), List.of(agenda));
    }

    /** Both in one. */
    void anEvening(List<AgendaItem> agenda, String... said) {
        anEveningIsAnnounced(said);
        theDoorsOpen(agenda.toArray(AgendaItem[]::new));
    }

    void officersAre(String chair, String keeper) {
        recording.officers(cluster, EVENING, chair, keeper);
    }

    void comes(String personId) {
        rooms.checkIn(cluster, EVENING, personId, "test");
    }

    /** The first so many on the roll. */
    List<String> come(int many) {
        List<String> came = members().subList(0, many);
        came.forEach(this::comes);
        return came;
    }

    void leaves(String personId) {
        rooms.leave(cluster, EVENING, personId);
    }

    void wasNotThere(String personId) {
        rooms.notThere(cluster, EVENING, personId);
    }

    void givesProxy(String principal, String holder) {
        rooms.giveProxy(cluster, EVENING, principal, holder);
    }

    void withdraws(String principal) {
        rooms.withdrawProxy(cluster, EVENING, principal);
    }

    void amends(int item, String text) {
        recording.amend(cluster, EVENING, item, text);
    }

    /** Counted by hands, seen with what stands there now. */
    void votes(int item, int votesFor, int against, int blank) {
        records(form(item, 0, How.HANDS, votesFor, against, blank, 0));
    }

    void votesOn(int item, int amendment, int votesFor, int against) {
        records(form(item, amendment, How.HANDS, votesFor, against, 0, 0));
    }

    void isRecorded(int item, How how) {
        records(new VoteForm(item, 0, how, Vote.Count.NONE, "", "", seen()));
    }

    VoteForm form(int item, int amendment, How how, int votesFor, int against, int blank, int invalid) {
        return new VoteForm(
                item,
                amendment,
                how,
                new Vote.Count(votesFor, against, blank, invalid, "Anne Holm og Bo Dahl"),
                "",
                "",
                seen());
    }

    void records(VoteForm form) {
        recording.record(cluster, EVENING, form, person("sekretaer"));
    }

    // votes by link

    void opensByLink(int item) {
        opensByLink(item, 0);
    }

    void opensByLink(int item, int amendment) {
        opensByLink(item, amendment, byLink.of(evening()).size());
    }

    void opensByLink(int item, int amendment, int seen) {
        digital.open(cluster, EVENING, new Vote.Of(item, amendment), seen, person("sekretaer"));
    }

    /** The last that was opened. */
    EveningBallot ballot() {
        List<EveningBallot> all = byLink.of(evening());
        return all.get(all.size() - 1);
    }

    void closesByLink() {
        digital.close(cluster, EVENING, ballot().ballotNo(), person("sekretaer"));
    }

    void cancelsByLink() {
        digital.cancel(cluster, EVENING, ballot().ballotNo());
    }

    void losesItsKey() {
        town.losesKey(cluster, ballot().ballotId());
    }

    /** What happens every three seconds. */
    void aMomentPasses() {
        watch.look();
    }

    int turnout() {
        return proposals.turnout(cluster, ballot().ballotId());
    }

    List<VoteRight> papers() {
        return ballots.rights(cluster, ballot().ballotId());
    }

    /** In the link of who votes for herself. */
    String paper(String voter) {
        return paper(voter, voter);
    }

    String paper(String voter, String bearer) {
        return town.code(cluster, ballot().ballotId(), new VoteRight(voter, bearer));
    }

    /** @param choice {@code for}, {@code imod} or {@code blank} */
    void votesByLink(String paper, String choice) {
        if (town.vote(paper, choice).isEmpty()) {
            throw new IllegalStateException("no receipt");
        }
    }

    /** Whoever has a paper votes with it: so many for, the next so many against, the rest blank. */
    void allVoteByLink(int votesFor, int against, int blank) {
        List<VoteRight> papers = papers();
        for (int i = 0; i < votesFor + against + blank; i++) {
            VoteRight right = papers.get(i);
            votesByLink(
                    paper(right.voter(), right.bearer()),
                    i < votesFor ? "for" : i < votesFor + against ? "imod" : "blank");
        }
    }

    HttpResponse<String> looks(String paper) {
        return town.look(paper);
    }

    /** At her own page of the evening. */
    HttpResponse<String> answers(String code, String wish) {
        return town.post("/svar/send", "code", code, "goer", wish);
    }

    /** Somebody whom she has phoned. */
    Done answersFor(String personId, String by, String wish) {
        return link.answer(new Held(cluster, EVENING, personId, by), Map.of("goer", List.of(wish)));
    }

    HttpResponse<String> sends(String paper, String choice) {
        return town.confirm(paper, choice);
    }

    String protocol() {
        return new String(ballots.protocolFile(cluster, ballot().ballotId()).orElseThrow(), StandardCharsets.UTF_8);
    }

    List<VoteProtocol> protocols() {
        return assemblies.protocols(cluster, EVENING);
    }

    int seen() {
        return evenings.recorded(evening());
    }

    void ends() {
        assemblies.end(cluster, EVENING, person("sekretaer"));
    }

    Evening evening() {
        return evenings.find(cluster, EVENING).orElseThrow();
    }

    Attendance attendance() {
        return rooms.attendance(evening());
    }

    /** Valid ones, holder by principal. */
    Map<String, String> proxies() {
        Map<String, String> now = new LinkedHashMap<>();
        proxies.valid(evening()).forEach(proxy -> now.put(proxy.principal(), proxy.holder()));
        return now;
    }

    List<Decision> decisions() {
        return assemblies.decisions(cluster, EVENING);
    }

    Decision decision(int item) {
        return decisions().get(item - 1);
    }

    EveningRecord record() {
        return assemblies.record(cluster, EVENING);
    }

    List<String> missing() {
        return assemblies.missing(cluster, EVENING);
    }

    /** In the link of her mail. */
    String code(String purpose, String personId) {
        String url = links.url(cluster, transaction.execute(status -> links.of(cluster, purpose, EVENING, personId)))
                .orElseThrow();
        return url.substring(url.indexOf('#') + 1);
    }

    /** What the database says to whoever writes there without us. */
    List<String> tables() {
        return List.of(
                "evening_item",
                "evening_voter",
                "evening_proxy",
                "evening_amendment",
                "evening_vote",
                "evening_ballot");
    }

    /** Without asking the house. */
    int touch(String table) {
        return jdbc.sql("update klyngeflow." + table + " set cluster_id = cluster_id where cluster_id = ?")
                .params(cluster)
                .update();
    }

    List<AgendaItem> theUsual() {
        List<AgendaItem> agenda = new ArrayList<>();
        agenda.add(AgendaItem.of("officers", ItemKind.OFFICERS, "Valg af dirigent og referent", ""));
        agenda.add(AgendaItem.of("report", ItemKind.REPORT, "Bestyrelsens beretning", ""));
        agenda.add(AgendaItem.of("accounts", ItemKind.ACCOUNTS, "Regnskab for 2026 til godkendelse", ""));
        agenda.add(AgendaItem.of("budget", ItemKind.BUDGET, "Budget for 2027 til godkendelse", ""));
        agenda.add(new AgendaItem(
                "proposal-1",
                ItemKind.STATUTES,
                "Forslag 1: Varsel på 21 dage",
                "Så kan alle nå at læse.",
                "Indkaldes med 14 dages varsel.",
                "Indkaldes med 21 dages varsel.",
                List.of(),
                0));
        agenda.add(AgendaItem.of("proposal-2", ItemKind.MOTION, "Forslag 2: To møder om data", "Et i hvert halvår."));
        agenda.add(AgendaItem.of("proposal-3", ItemKind.DISSOLUTION, "Forslag 3: Foreningen opløses", ""));
        agenda.add(new AgendaItem(
                "election-CHAIR", ItemKind.ELECTION, "Valg af formand", "", "", "", List.of(person("medlem")), 1));
        agenda.add(AgendaItem.of("other", ItemKind.OTHER, "Eventuelt", ""));
        return agenda;
    }

    void anUsualEvening(String... said) {
        anEveningIsAnnounced(said);
        theDoorsOpen(theUsual().toArray(AgendaItem[]::new));
    }
}
