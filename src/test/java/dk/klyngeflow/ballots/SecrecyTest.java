package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.mail.PostGoesOut;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After many elections somebody who has the whole database, the log and all mails looks for who voted what. The tables are read as a
 * superuser reads them, with the columns that the database itself keeps.
 */
@KlyngeflowTest
@Tag("secrecy")
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTest {

    /** Two hundred in the profile {@code secrecy}. */
    private static final int ELECTIONS = Integer.getInteger("klyngeflow.elections", 20);

    private static final int VOTERS = 6;
    private static final int CODE_LENGTH = 64;
    private static final int OTHER_VOTES = 2;
    private static final Pattern NO_WORD = Pattern.compile("[^0-9A-Za-z_-]+");

    @Autowired
    VotingTown town;

    @Autowired
    Ballots ballots;

    @Autowired
    ProposalVotes proposals;

    @Autowired
    BallotLetters letters;

    @Autowired
    PrintedProtocols printed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GreenMail mailServer;

    @Autowired
    PostGoesOut post;

    @Autowired
    ServletWebServerApplicationContext server;

    @Autowired
    TestClock clock;

    private final Random random = new Random(20260907);

    /** What must be found nowhere together. */
    private record Voted(String ballot, String voter, String code, List<String> receipts) {}

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void nobodyFindsWhoVotedWhat(CapturedOutput console, @TempDir Path directory) throws Exception {
        try (EverythingLogged log = EverythingLogged.in(directory, server)) {
            searchedEverywhere(console, log);
        }
    }

    private void searchedEverywhere(CapturedOutput console, EverythingLogged log) throws Exception {
        String cluster = town.cluster(VOTERS);
        List<Voted> all = new ArrayList<>();
        Map<String, String> whileOpen = new LinkedHashMap<>();
        for (int i = 0; i < ELECTIONS; i++) {
            boolean isProposal = i % 4 == 3;
            String ballot =
                    isProposal ? town.openProposal(cluster, VOTERS) : town.openBallot(cluster, VOTERS, 3, 1 + i % 2);
            letters.invite(cluster, ballot, null);
            post.now();
            List<Voted> votes = votes(cluster, ballot);
            if (i == 0) {
                whileOpen.putAll(text());
                searched(whileOpen, votes, Set.of());
                nothingIsWrittenAhead(votes, true);
            }
            all.addAll(votes);
            mishaps(votes);
            if (isProposal) {
                proposals.close(cluster, ballot);
            }
            clock.advance(Duration.ofDays(7));
            late(votes);
            town.count(cluster, ballot);
            printed.file(cluster, ballot);
        }

        Map<String, String> text = text();
        assertThat(text)
                .as("all tables were read, the engine's history too")
                .hasSizeGreaterThan(60)
                .containsKey("public.act_hi_varinst");
        searched(text, all, Set.of("klyngeflow.ballot_count"));
        assertThat(text.get("klyngeflow.ballot_envelope")).doesNotContain(cluster);
        all.forEach(voted -> assertThat(text.get("klyngeflow.ballot_count"))
                .as("what is looked for is really there, where it may be")
                .contains(voted.receipts()));
        nothingIsLogged(console, log, all);
        int mails = nothingIsMailed(cluster, all);
        nothingJoins(cluster, all);
        nothingIsWrittenAhead(all, false);
        report(text, all, log.length(), log.requests(), mails);
    }

    /** What people do wrong, and the server complains of: a candidate that there is not, a code with a letter too much, a body that is none. */
    private void mishaps(List<Voted> votes) {
        Voted some = votes.get(0);
        assertThat(town.confirm(some.code(), "ingen-kandidat").statusCode()).isEqualTo(400);
        town.look(some.code() + "A");
        town.post("/svar/send", "code", some.code(), "stemme", "\0");
        town.post("/svar/findes-ikke", "code", some.code());
        town.fetch("/svar/send", "PUT");
    }

    /** Closed, and not counted yet. */
    private void late(List<Voted> votes) {
        assertThat(town.vote(votes.get(0).code(), "blank")).isEmpty();
    }

    /** Neither by default nor with all that we and Spring could say, nor in what a server in front would note of each request. */
    private static void nothingIsLogged(CapturedOutput console, EverythingLogged log, List<Voted> all)
            throws IOException {
        String marker = "1".repeat(CODE_LENGTH);
        org.slf4j.LoggerFactory.getLogger(SecrecyTest.class).debug("{}", marker);
        Set<String> words = new HashSet<>(Traces.in(log.files()).words());
        assertThat(words).as("what is logged is found").contains(marker);
        assertThat(log.requests()).as("the votes stand in the access log").isGreaterThan(2 * all.size());
        words.retainAll(secrets(all));
        assertThat(words).isEmpty();
        String shown = console.getAll();
        new LinkedHashSet<>(all.stream().map(Voted::ballot).toList())
                .forEach(ballot -> assertThat(shown).doesNotContain(ballot));
    }

    private static Set<String> secrets(List<Voted> votes) {
        Set<String> secrets = new HashSet<>();
        for (Voted voted : votes) {
            secrets.add(voted.code());
            voted.receipts().forEach(receipt -> {
                secrets.add(receipt);
                secrets.add(receipt.replace("-", ""));
            });
        }
        return secrets;
    }

    /** As they are read, not as they are sent: a line that is broken for its way hides nothing. @return how many */
    private int nothingIsMailed(String cluster, List<Voted> all) throws Exception {
        Map<String, String> voters = new HashMap<>();
        all.forEach(voted -> voters.put(voted.code(), voted.voter() + "@valg.example"));
        Set<String> secrets = secrets(all);
        Set<String> codes = new HashSet<>();
        int mails = 0;
        for (MimeMessage mail : mailServer.getReceivedMessages()) {
            String to = String.valueOf(mail.getAllRecipients()[0]);
            if (!to.contains(cluster)) {
                continue;
            }
            mails++;
            for (String word : NO_WORD.split(read(mail))) {
                if (secrets.contains(word)) {
                    assertThat(to).as("nobody but she has her link").contains(voters.getOrDefault(word, "nobody"));
                    codes.add(word);
                }
            }
        }
        assertThat(codes).as("the links were found where they may be").isEqualTo(voters.keySet());
        return mails;
    }

    private static String read(Part part) throws Exception {
        StringBuilder all = new StringBuilder();
        java.util.Collections.list(part.getAllHeaders())
                .forEach(header -> all.append(header.getName())
                        .append(' ')
                        .append(header.getValue())
                        .append('\n'));
        Object content = part.getContent();
        if (content instanceof Multipart several) {
            for (int at = 0; at < several.getCount(); at++) {
                all.append(read(several.getBodyPart(at)));
            }
        } else if (content instanceof String text) {
            all.append(text).append('\n');
        }
        return all.toString();
    }

    /** What was searched, for whoever writes it down: the rest of the test has failed when anything was found. */
    private void report(Map<String, String> text, List<Voted> all, long logged, int requests, int mails)
            throws IOException {
        long written = 0;
        for (Path file : WriteAheadLog.files(jdbc)) {
            written += Files.size(file);
        }
        Path file = Path.of("target", "secrecy.txt");
        Files.writeString(file, """
                elections %d, voters %d, codes %d, receipts %d
                searched: %d tables with %,d characters, %,d bytes of write-ahead log, %,d characters of log, %,d lines of access log, %d mails
                """.formatted(
                        ELECTIONS,
                        all.size(),
                        all.stream().map(Voted::code).distinct().count(),
                        all.stream().mapToInt(voted -> voted.receipts().size()).sum(),
                        text.size(),
                        text.values().stream().mapToLong(String::length).sum(),
                        written,
                        logged,
                        requests,
                        mails));
    }

    /** Before the count there is no receipt; afterwards one stands in a protocol only. */
    private void nothingIsWrittenAhead(List<Voted> votes, boolean isOpen) throws Exception {
        String canary = Receipt.written(Receipt.fresh());
        jdbc.sql("create table klyngeflow.canary_%s as select cast(:canary as text) as found"
                        .formatted(canary.replace("-", "").toLowerCase(Locale.ROOT)))
                .param("canary", canary)
                .update();
        Traces written = Traces.in(WriteAheadLog.files(jdbc));
        jdbc.sql("drop table klyngeflow.canary_%s"
                        .formatted(canary.replace("-", "").toLowerCase(Locale.ROOT)))
                .update();

        assertThat(written.words()).as("what is written is found").contains(canary);
        Set<String> receipts = new HashSet<>();
        Set<String> never = new HashSet<>();
        for (Voted voted : votes) {
            never.add(voted.code());
            receipts.addAll(voted.receipts());
            voted.receipts().forEach(receipt -> never.add(receipt.replace("-", "")));
        }
        assertThat(written.words()).doesNotContainAnyElementsOf(never);
        assertThat(isOpen ? written.words() : written.loose()).doesNotContainAnyElementsOf(receipts);
    }

    /**
     * While a vote is open, after all have voted: neither a code nor a receipt, and so no mark, is in the memory of the process that took the
     * votes. Nothing of it is in this test either, which keeps hashes.
     */
    @Test
    void nothingOfAVoteStaysInMemory(@TempDir Path directory) throws Exception {
        String cluster = town.cluster(VOTERS);
        String ballot = town.openBallot(cluster, VOTERS, 3, 1);
        Set<String> secrets = new HashSet<>();
        for (Voted voted : votes(cluster, ballot)) {
            assertThat(voted.code()).hasSize(CODE_LENGTH);
            secrets.add(HeapDump.hash(voted.code()));
            voted.receipts().forEach(receipt -> secrets.add(HeapDump.hash(receipt)));
        }
        String canary = Receipt.written(new byte[] {1, 7, 2, 8, 3, 9, 4, 6, 5, 5});
        // a connection remembers what it carried last, until it carries something else: here other people's votes
        for (int i = 0; i < OTHER_VOTES; i++) {
            votes(cluster, town.openBallot(cluster, VOTERS, 3, 1));
        }

        Set<String> found = HeapDump.hashes(directory);

        assertThat(found).as("what is in memory is found").contains(HeapDump.hash(canary));
        assertThat(found).doesNotContainAnyElementsOf(secrets);
        assertThat(canary).isNotEmpty();
    }

    /** In random order, some twice. */
    private List<Voted> votes(String cluster, String ballot) {
        List<String> voters = new ArrayList<>(VotingTown.members(cluster, VOTERS));
        java.util.Collections.shuffle(voters, random);
        List<Voted> votes = new ArrayList<>();
        for (String voter : voters) {
            VoteRight right = ballots.rights(cluster, ballot).stream()
                    .filter(each -> each.voter().equals(voter))
                    .findFirst()
                    .orElseThrow();
            String choice = ballot.startsWith("p-") ? proposal(votes.size()) : choice(cluster, votes.size());
            String code = town.code(cluster, ballot, right);
            List<String> receipts = new ArrayList<>(town.vote(code, choice));
            if (random.nextInt(4) == 0) {
                receipts = new ArrayList<>(town.vote(code, choice));
            }
            assertThat(receipts).isNotEmpty();
            votes.add(new Voted(ballot, right.bearer(), code, receipts));
        }
        return votes;
    }

    private static String proposal(int number) {
        return List.of("blank", Contest.FOR, Contest.AGAINST).get(number % 3);
    }

    private static String choice(String cluster, int number) {
        return number == 0 ? "blank" : cluster + "-m0" + (1 + number % 3);
    }

    /** Every row of every table as text, with what the database keeps beside it, by table. */
    private Map<String, String> text() {
        Map<String, String> text = new LinkedHashMap<>();
        List<String> tables = jdbc.sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1""").query(String.class).list();
        for (String table : tables) {
            text.put(
                    table,
                    String.join(
                            "\n",
                            jdbc.sql("select t.ctid || ' ' || t.xmin || ' ' || t.xmax || ' ' || t::text from " + table
                                            + " t")
                                    .query(String.class)
                                    .list()));
        }
        return text;
    }

    /** No code anywhere, no receipt but in the protocols, and nowhere a row with a voter and her receipt. */
    private static void searched(Map<String, String> text, List<Voted> votes, Set<String> published) {
        text.forEach((table, rows) -> {
            for (Voted voted : votes) {
                assertThat(rows).as("the code in " + table).doesNotContain(voted.code());
                for (String receipt : voted.receipts()) {
                    if (!published.contains(table)) {
                        assertThat(rows)
                                .as("a receipt in " + table)
                                .doesNotContain(receipt)
                                .doesNotContain(receipt.replace("-", ""));
                    }
                }
            }
        });
    }

    /** What every row has in common with others: who wrote it last, and where it lies. */
    private void nothingJoins(String cluster, List<Voted> votes) {
        // the votes are in one text for each election, so that they have no row, writer or place of their own
        for (String ballot :
                new LinkedHashSet<>(votes.stream().map(Voted::ballot).toList())) {
            assertThat(jdbc.sql("select count(*) from klyngeflow.ballot_count where ballot_id = :ballot")
                            .param("ballot", ballot)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql(
                                    "select count(distinct xmin::text) from klyngeflow.ballot_roll where ballot_id = :ballot")
                            .param("ballot", ballot)
                            .query(Integer.class)
                            .single())
                    .as("all rows of the roll have one writer")
                    .isEqualTo(1);
            assertThat(jdbc.sql(
                                    "select count(*) from klyngeflow.ballot_roll where ballot_id = :ballot and xmax::text <> '0'")
                            .param("ballot", ballot)
                            .query(Integer.class)
                            .single())
                    .as("and nobody has locked one to vote")
                    .isZero();
            assertThat(jdbc.sql("""
                            select count(distinct xmin::text || xmax::text || coalesce(ended_at::text, ''))
                            from klyngeflow.link where cluster_id = :cluster and split_part(subject, '~', 1) = :ballot""")
                            .param("cluster", cluster)
                            .param("ballot", ballot)
                            .query(Integer.class)
                            .single())
                    .as("the links tell nobody who has used hers")
                    .isEqualTo(1);
        }
        // the order of the list is that of random receipts: it tells neither the order of voting nor that of names
        int inOrder = 0;
        for (String ballot :
                new LinkedHashSet<>(votes.stream().map(Voted::ballot).toList())) {
            List<String> voted = votes.stream()
                    .filter(each -> each.ballot().equals(ballot))
                    .map(each -> each.receipts().get(0))
                    .toList();
            List<String> listed = ballots.protocol(cluster, ballot).finding().list().stream()
                    .map(Marks.Mark::receipt)
                    .filter(voted::contains)
                    .toList();
            assertThat(listed).hasSameSizeAs(voted);
            inOrder += listed.equals(voted) ? 1 : 0;
        }
        assertThat(inOrder).as("of %d, by chance one in 720", ELECTIONS).isLessThan(3);
    }
}
