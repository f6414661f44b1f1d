package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.NewBallot.Terms;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.statutes.Statutes.CountedOf;
import dk.klyngeflow.statutes.Statutes.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A cluster that votes: its members have links and browsers, and do what a page asks of them. */
@TestComponent
public class VotingTown {

    private static final Pattern RECEIPT = Pattern.compile("\\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\\b");

    private final ClusterRegister register;
    private final Ballots ballots;
    private final ProposalVotes proposals;
    private final Links links;
    private final BallotKeys keys;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ServletWebServerApplicationContext server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    VotingTown(
            ClusterRegister register,
            Ballots ballots,
            ProposalVotes proposals,
            Links links,
            BallotKeys keys,
            Clock clock,
            TransactionTemplate transaction,
            ServletWebServerApplicationContext server) {
        this.register = register;
        this.ballots = ballots;
        this.proposals = proposals;
        this.links = links;
        this.keys = keys;
        this.clock = clock;
        this.transaction = transaction;
        this.server = server;
    }

    /** @return its id; its members are {@code <id>-m01} and so on, its secretary {@code <id>-secretary} */
    String cluster(int members) {
        return cluster(members, true);
    }

    /** @param canLogIn false for many: a password takes long to make on purpose */
    String cluster(int members, boolean canLogIn) {
        String id = "valg" + UUID.randomUUID().toString().substring(0, 8);
        List<NewPerson> people = new ArrayList<>();
        for (int i = 1; i <= members; i++) {
            String member = "%s-m%02d".formatted(id, i);
            List<Post> posts = i == 1 ? List.of(Post.COORDINATOR, Post.MEMBER) : List.of(Post.MEMBER);
            people.add(new NewPerson(
                    member, "Læge Nr" + i, member + "@valg.example", posts, null, canLogIn ? member : null));
        }
        String secretary = id + "-secretary";
        people.add(new NewPerson(
                secretary, "Sekretær", secretary + "@valg.example", List.of(Post.SECRETARY), null, secretary));
        register.open(
                new Cluster(id, "Klynge Valg", null, PaymentMode.PLO, id + "@valg.example", "Nord", null),
                List.of(),
                people);
        return id;
    }

    static List<String> members(String cluster, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "%s-m%02d".formatted(cluster, i))
                .toList();
    }

    /** About a proposal, by all of them; the second votes for the first too. */
    String openProposal(String cluster, int voters) {
        String ballot = "p-" + UUID.randomUUID();
        ballots.prepare(new NewBallot(
                cluster,
                ballot,
                "Punkt 4: Kontingentet",
                List.of(new Candidate("forslag", "", "100 kr. <om året>", "Kontingentet")),
                Terms.of(new AdoptionRule(Share.TWO_THIRDS, CountedOf.VOTES_CAST, voters)),
                KeyMode.SERVER,
                cluster + "-secretary"));
        transaction.executeWithoutResult(status -> {
            ballots.open(
                    cluster, ballot, members(cluster, voters), clock.instant().plus(Duration.ofHours(4)));
            proposals.hand(cluster, ballot, new VoteRight(cluster + "-m01", cluster + "-m02"));
        });
        return ballot;
    }

    /** With the first members as candidates. */
    String openBallot(String cluster, int voters, int candidates, int seats) {
        String ballot = "b-" + UUID.randomUUID();
        prepare(cluster, ballot, candidates, seats, KeyMode.SERVER);
        ballots.open(cluster, ballot, members(cluster, voters), clock.instant().plus(Duration.ofDays(7)));
        return ballot;
    }

    void prepare(String cluster, String ballot, int candidates, int seats, KeyMode mode) {
        List<Candidate> standing = members(cluster, candidates).stream()
                .map(each -> new Candidate(each, "Lægerne <Fyrvej>", "Jeg vil & kan."))
                .toList();
        ballots.prepare(new NewBallot(
                cluster,
                ballot,
                "Valg af koordinator",
                standing,
                new Terms(seats, ElectionRule.MOST_VOTES, Round.FIRST),
                mode,
                cluster + "-secretary"));
    }

    BallotResult count(String cluster, String ballot) {
        return transaction.execute(status -> ballots.count(cluster, ballot));
    }

    String code(String cluster, String ballot, String voter) {
        return code(cluster, ballot, VoteRight.own(voter));
    }

    /** The disk with the key is gone, and no mark says that it was destroyed. */
    public void losesKey(String cluster, String ballot) {
        try {
            Files.delete(keys.directory().resolve(BallotKeys.name(cluster, ballot) + ".key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String code(String cluster, String ballot, VoteRight right) {
        String url = links.url(cluster, links.of(cluster, Ballots.LINK, right.subject(ballot), right.bearer()))
                .orElseThrow();
        return url.substring(url.indexOf('#') + 1);
    }

    public HttpResponse<String> look(String code) {
        return post("/svar", "code", code);
    }

    HttpResponse<String> choose(String code, String... choices) {
        return post("/svar/send", with(code, false, choices));
    }

    public HttpResponse<String> confirm(String code, String... choices) {
        return post("/svar/send", with(code, true, choices));
    }

    /** Chooses, looks again, confirms. @return her receipts */
    public List<String> vote(String code, String... choices) {
        choose(code, choices);
        Matcher found = RECEIPT.matcher(confirm(code, choices).body());
        List<String> receipts = new ArrayList<>();
        while (found.find()) {
            receipts.add(found.group());
        }
        return receipts;
    }

    private static String[] with(String code, boolean isReviewed, String... choices) {
        List<String> sent = new ArrayList<>(List.of("code", code));
        for (String choice : choices) {
            sent.addAll(List.of("stemme", choice));
        }
        if (isReviewed) {
            sent.addAll(List.of("reviewed", "ja"));
        }
        return sent.toArray(String[]::new);
    }

    public HttpResponse<String> post(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    HttpResponse<String> fetch(String path, String method) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.getWebServer().getPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
