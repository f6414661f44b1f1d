package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.documents.Archivable;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A voter at her link, over HTTP: chooses, looks again, confirms, reads her receipt; and later the list. */
@KlyngeflowTest
class VoteByLinkTest {

    @LocalServerPort
    int port;

    @Autowired
    VotingTown town;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotLetters letters;

    @Autowired
    BallotRetention retention;

    @Autowired
    BallotKeys keys;

    @Autowired
    PrintedProtocols printed;

    @Autowired
    Documents documents;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void sheChoosesLooksAgainConfirmsAndReadsHerReceiptOnce() {
        String cluster = town.cluster(5);
        String ballot = town.openBallot(cluster, 5, 3, 1);
        String code = town.code(cluster, ballot, cluster + "-m04");

        HttpResponse<String> question = town.look(code);
        assertThat(question.body())
                .contains("Hvem stemmer du på?", "Læge Nr1", "Blank", "Lægerne &lt;Fyrvej&gt;: Jeg vil &amp; kan.")
                .doesNotContain("checked", "modtaget", "afgivet en stemme");

        HttpResponse<String> review = town.choose(code, cluster + "-m02");
        assertThat(review.statusCode()).isEqualTo(200);
        assertThat(review.body())
                .contains("Se din stemme efter", "Læge Nr2", "Afgiv min stemme", "Tilbage og ret")
                .doesNotContain("modtaget");
        assertThat(envelopes(ballot)).isZero();

        HttpResponse<String> receipt = town.confirm(code, cluster + "-m02");
        assertThat(receipt.body()).contains("Din stemme er modtaget", "Din kvittering er ");
        assertThat(receipt.request().uri().getPath()).startsWith("/svar/kvittering/");
        assertThat(envelopes(ballot)).isEqualTo(1);

        HttpResponse<String> reloaded = town.fetch(receipt.request().uri().getPath(), "GET");
        assertThat(reloaded.statusCode()).isEqualTo(200);
        assertThat(reloaded.body()).contains("Kvitteringen er vist").doesNotContain("Din kvittering er ");

        assertThat(town.look(code).body())
                .contains("Der er afgivet en stemme med dit link")
                .doesNotContain("checked");
        assertThat(town.look(town.code(cluster, ballot, cluster + "-m05")).body())
                .doesNotContain("Der er afgivet en stemme");
    }

    @Test
    void b9WhatIsNoBallotIsRefusedInDanishAndNothingIsSealed() {
        String cluster = town.cluster(5);
        String ballot = town.openBallot(cluster, 5, 3, 2);
        String code = town.code(cluster, ballot, cluster + "-m04");
        String a = cluster + "-m01";

        refused(code, "Vælg", new String[0]);
        refused(code, "flere, end der skal vælges", a, cluster + "-m02", cluster + "-m03");
        refused(code, "Vælg et af svarene.", a, a);
        refused(code, "Vælg et af svarene.", cluster + "-m04");
        refused(code, "Vælg et af svarene.", "-1");
        refused(code, "både blank og en kandidat", a, "blank");
        refused(code, "Vælg et af svarene.", "x".repeat(1_000_000));
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            town.fetch("/svar", method);
            town.fetch("/svar/send?code=" + code + "&stemme=" + a + "&reviewed=ja", method);
        }
        assertThat(envelopes(ballot)).isZero();
    }

    private void refused(String code, String sentence, String... choices) {
        for (HttpResponse<String> answer : List.of(town.choose(code, choices), town.confirm(code, choices))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(sentence);
        }
    }

    @Test
    void whileOpenNothingIsToBeSeenAndWhoLooksSeesTheSameBeforeAndAfterOthersHaveVoted() {
        String cluster = town.cluster(6);
        String ballot = town.openBallot(cluster, 6, 3, 1);
        String code = town.code(cluster, ballot, cluster + "-m06");
        Browser secretary = Browser.loggedIn(port, cluster + "-secretary", cluster + "-secretary");
        String page = bare(town.look(code));
        HttpResponse<String> facts = secretary.get("/api/clusters/" + cluster + "/ballots/" + ballot);

        for (String voter : VotingTown.members(cluster, 5)) {
            town.vote(town.code(cluster, ballot, voter), cluster + "-m01");
        }

        assertThat(bare(town.look(code))).isEqualTo(page);
        HttpResponse<String> again = secretary.get("/api/clusters/" + cluster + "/ballots/" + ballot);
        assertThat(again.body()).isEqualTo(facts.body()).contains("\"phase\":\"OPEN\"");
        assertThat(again.headers().firstValue("ETag")).isEmpty();
        assertThat(secretary
                        .get("/api/clusters/" + cluster + "/ballots/" + ballot + "/protocol")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Without the ticket of the visit, which is random. */
    private static String bare(HttpResponse<String> page) {
        assertThat(page.headers().firstValue("ETag")).isEmpty();
        return page.body().replaceAll("name=\"visit\" value=\"[^\"]+\"", "");
    }

    @Test
    void afterwardsEverybodyOnTheRollFindsHerReceiptOnTheList() throws Exception {
        String cluster = town.cluster(6);
        String ballot = town.openBallot(cluster, 6, 3, 1);
        String first = town.vote(town.code(cluster, ballot, cluster + "-m01"), cluster + "-m02")
                .get(0);
        String receipt = town.vote(town.code(cluster, ballot, cluster + "-m01"), cluster + "-m01")
                .get(0);
        for (String voter : VotingTown.members(cluster, 6).subList(1, 6)) {
            town.vote(town.code(cluster, ballot, voter), voter.endsWith("6") ? "blank" : cluster + "-m02");
        }
        String code = town.code(cluster, ballot, cluster + "-m03");
        clock.advance(Duration.ofDays(7));
        assertThat(town.look(code).body())
                .contains("Afstemningen er lukket. Resultatet står her, når stemmerne er talt.");
        assertThat(town.confirm(code, cluster + "-m01").statusCode()).isEqualTo(409);

        BallotResult result = town.count(cluster, ballot);
        String pdf = printed.file(cluster, ballot);

        assertThat(result.outcome()).isEqualTo(new Outcome.Elected(List.of(cluster + "-m02")));
        HttpResponse<String> page = town.look(code);
        assertThat(page.body())
                .contains(
                        receipt,
                        "6 stemmesedler: 5 gyldige, 1 blank.",
                        "Læge Nr2 er valgt.",
                        result.hash(),
                        "Læge Nr5",
                        "Hent protokollen")
                .doesNotContain(first, "type=\"radio\"");
        assertThat(printed.file(cluster, ballot)).isEqualTo(pdf);
        byte[] paper = documents.content(cluster, pdf);
        Archivable.assertArchivable(paper);
        assertThat(documents.lettersAndDigits(paper).orElseThrow())
                .contains("LÆGENR2ERVALGT", result.hash().toUpperCase(java.util.Locale.ROOT))
                .doesNotContain(receipt.replace("-", ""));
        assertThat(town.confirm(code, cluster + "-m01").statusCode()).isEqualTo(409);
    }

    @Test
    void whoVotesWhileItIsCountedIsTakenOrRefusedAndNeverInTheWayOfTheCount() throws Exception {
        String cluster = town.cluster(8);
        for (int round = 0; round < 10; round++) {
            String ballot = town.openBallot(cluster, 8, 3, 1);
            for (String voter : VotingTown.members(cluster, 5)) {
                town.vote(town.code(cluster, ballot, voter), voter.endsWith("5") ? "blank" : cluster + "-m02");
            }
            List<String> late = VotingTown.members(cluster, 8).subList(5, 8).stream()
                    .map(voter -> town.code(cluster, ballot, voter))
                    .toList();
            List<Integer> answers = new CopyOnWriteArrayList<>();
            AtOnce.both(
                            () -> late.forEach(code -> answers.add(
                                    town.confirm(code, cluster + "-m03").statusCode())),
                            () -> {
                                clock.advance(Duration.ofDays(7));
                                town.count(cluster, ballot);
                            })
                    .forEach(fault -> assertThat(fault).isEmpty());

            assertThat(answers).hasSize(3).isSubsetOf(200, 409);
            int taken = (int) answers.stream().filter(each -> each == 200).count();
            assertThat(Objects.requireNonNull(town.count(cluster, ballot).counts())
                            .of(cluster + "-m03"))
                    .isEqualTo(taken);
        }
    }

    @Test
    void b23WhenAnAddressIsCorrectedTheOldLinkIsDeadAndTheNewOneWorksWhetherSheHasVotedOrNot() {
        String cluster = town.cluster(5);
        String ballot = town.openBallot(cluster, 5, 3, 1);
        for (boolean hasVoted : List.of(false, true)) {
            String voter = cluster + (hasVoted ? "-m04" : "-m05");
            String old = town.code(cluster, ballot, voter);
            if (hasVoted) {
                town.vote(old, "blank");
            }
            links.renew(cluster, Ballots.LINK, ballot, voter);

            assertThat(town.confirm(old, cluster + "-m01").statusCode()).isEqualTo(404);
            assertThat(town.vote(town.code(cluster, ballot, voter), cluster + "-m01"))
                    .hasSize(1);
        }
        assertThat(envelopes(ballot)).isEqualTo(2);
    }

    @Test
    void everybodyOnTheRollIsRemindedWhetherSheHasVotedOrNot() {
        String cluster = town.cluster(5);
        String ballot = town.openBallot(cluster, 4, 3, 1);
        letters.invite(cluster, ballot, null);
        letters.invite(cluster, ballot, null);
        town.vote(town.code(cluster, ballot, cluster + "-m01"), "blank");
        letters.remind(cluster, ballot, 1, null);

        assertThat(mailed(cluster, BallotLetters.OPENED)).isEqualTo(VotingTown.members(cluster, 4));
        assertThat(mailed(cluster, BallotLetters.REMINDER)).isEqualTo(VotingTown.members(cluster, 4));
        assertThat(letters.delivery(cluster, ballot)).isEqualTo(new BallotLetters.Delivery(0, 4, 0));
    }

    private List<String> mailed(String cluster, String purpose) {
        return jdbc.sql("""
                        select recipient_person from klyngeflow.mail_outbox
                        where cluster_id = :cluster and purpose = :purpose order by recipient_person""")
                .param("cluster", cluster)
                .param("purpose", purpose)
                .query(String.class)
                .list();
    }

    @Test
    void onlyTheReturningOfficerGetsTheKeyOnPaperAndCountsByIt() {
        String cluster = town.cluster(5);
        String ballot = "b-" + UUID.randomUUID();
        town.prepare(cluster, ballot, 3, 1, KeyMode.PAPER);
        String path = "/api/clusters/" + cluster + "/ballots/" + ballot;
        Browser coordinator = Browser.loggedIn(port, cluster + "-m01", cluster + "-m01");
        Browser officer = Browser.loggedIn(port, cluster + "-secretary", cluster + "-secretary");

        assertThat(coordinator.send("POST", path + "/key", "{}").statusCode()).isEqualTo(403);
        String code = officer.send("POST", path + "/key", "{}").body().replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
        ballots.open(
                cluster, ballot, VotingTown.members(cluster, 5), clock.instant().plus(Duration.ofDays(7)));
        for (String voter : VotingTown.members(cluster, 5)) {
            town.vote(town.code(cluster, ballot, voter), voter.endsWith("5") ? "blank" : cluster + "-m02");
        }
        String typed = "{\"code\":\"" + code + "\"}";
        assertThat(officer.send("POST", path + "/count", typed).statusCode())
                .as("before closing")
                .isEqualTo(400);
        clock.advance(Duration.ofDays(7));

        assertThat(coordinator.send("POST", path + "/count", typed).statusCode())
                .isEqualTo(403);
        assertThat(officer.send("POST", path + "/count", "{\"code\":\"7\"}").body())
                .contains("Nøglekoden passer ikke");
        assertThat(officer.send("POST", path + "/count", typed).body()).contains("Læge Nr2 er valgt.");
        assertThat(officer.get(path + "/protocol").body())
                .contains("klyngeflow-ballot-1")
                .doesNotContain(code);
    }

    @Test
    void threeMonthsAfterClosingRollListAndKeysAreForgottenAndThePrintedProtocolStays() {
        String cluster = town.cluster(5);
        String ballot = town.openBallot(cluster, 5, 3, 1);
        String open = town.openBallot(cluster, 5, 3, 1);
        var key = keys.read(cluster, ballot).orElseThrow();
        clock.advance(Duration.ofDays(7));
        town.count(cluster, ballot);
        String pdf = printed.file(cluster, ballot);
        keys.write(cluster, ballot, key);

        retention.forget(clock.instant().minus(Duration.ofDays(1)));
        assertThat(keys.read(cluster, ballot)).as("left by a crash").isEmpty();
        assertThat(ballots.result(cluster, ballot)).isPresent();

        retention.forget(clock.instant().plus(Duration.ofDays(1)));

        assertThat(ballots.find(cluster, ballot)).isEmpty();
        assertThat(ballots.roll(cluster, ballot)).isEmpty();
        assertThat(ballots.find(cluster, open)).as("not counted yet").isPresent();
        assertThat(keys.read(cluster, open)).isPresent();
        assertThat(documents.find(cluster, pdf)).isPresent();
    }

    private int envelopes(String ballot) {
        return jdbc.sql("select count(*) from klyngeflow.ballot_envelope where ballot_id = :ballot")
                .param("ballot", ballot)
                .query(Integer.class)
                .single();
    }
}
