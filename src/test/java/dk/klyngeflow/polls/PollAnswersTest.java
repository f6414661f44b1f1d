package dk.klyngeflow.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.demo.DemoCluster;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a link to a poll shows and takes, also when many answer at once. */
@KlyngeflowTest
class PollAnswersTest {

    private static final AtomicInteger clusters = new AtomicInteger();
    private static final Instant TUESDAY = Instant.parse("2026-10-06T17:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-09-14T18:00:00Z");

    @Autowired
    DatePolls polls;

    @Autowired
    DatePollLink page;

    @Autowired
    DatePollMail mail;

    @Autowired
    DatePollReminderMail reminder;

    @Autowired
    PollRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    DemoCluster demo;

    @Autowired
    People people;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final String cluster = "svar" + clusters.incrementAndGet();
    private List<String> members = List.of();
    private String poll = "";

    @BeforeEach
    void aPollOfTwoDates() {
        demo.open(cluster, cluster + "-", PaymentMode.PLO);
        members = people.holding(cluster, Role.MEMBER).stream().map(Person::id).toList();
        poll = polls.open(new NewPoll(
                        cluster,
                        cluster + "/2026-01/dato",
                        new PollMatter("Polyfarmaci", "Vi ser på egne tal.", 120, 5),
                        List.of(TUESDAY.plus(Duration.ofDays(8)), TUESDAY),
                        members.stream().map(member -> new Asked(member, false)).toList(),
                        CLOSES))
                .pollId();
    }

    @Test
    void nothingIsChosenBeforeSheHasAnswered_andHerOwnAnswersAreAfterwards() {
        Shown before = page.show(held(members.get(0))).orElseThrow();
        assertThat(before.title()).isEqualTo("Hvornår passer det dig? Polyfarmaci");
        assertThat(choices(before))
                .extracting(Block.Choice::label)
                .containsExactly("Tirsdag den 6. oktober 2026 kl. 19.00", "Onsdag den 14. oktober 2026 kl. 19.00");
        assertThat(choices(before)).allMatch(choice -> choice.chosen().isEmpty() && choice.required());
        answer(members.get(0), "YES", "NO");
        Shown after = page.show(held(members.get(0))).orElseThrow();
        assertThat(choices(after))
                .extracting(choice -> String.join(",", choice.chosen()))
                .containsExactly("YES", "NO");
        assertThat(after.button()).isEqualTo("Gem ændringen");
        assertThat(choices(page.show(held(members.get(1))).orElseThrow()))
                .allMatch(choice -> choice.chosen().isEmpty());
    }

    @Test
    void aClosedPollShowsHerAnswersAndTheDate_andTakesNone() {
        answer(members.get(0), "YES", "NO");
        polls.close(cluster, poll);
        Shown closed = page.show(held(members.get(0))).orElseThrow();
        assertThat(closed.button()).isNull();
        assertThat(closed.blocks()).hasSize(2);
        assertThatThrownBy(() -> answer(members.get(0), "NO", "NO")).isInstanceOf(FormRefused.class);
        polls.choose(cluster, poll, 1);
        assertThat(page.show(held(members.get(0))).orElseThrow().blocks().get(0))
                .isEqualTo(new Block.Note("Datoen er valgt: tirsdag den 6. oktober 2026 kl. 19.00."));
    }

    @Test
    void everyDateMustBeAnswered_andNoOtherCan() {
        assertThatThrownBy(() -> answer(members.get(0), "YES")).hasMessageStartingWith("Svar på hver af datoerne");
        assertThatThrownBy(() -> answer(members.get(0), "YES", "NO", "YES")).isInstanceOf(FormRefused.class);
        assertThat(polls.get(cluster, poll).silent()).isEqualTo(21);
    }

    @Test
    void aPollOfAnotherClusterIsAsIfThereWereNone() {
        String elsewhere = cluster + "x";
        demo.open(elsewhere, elsewhere + "-", PaymentMode.PLO);
        assertThat(polls.find(elsewhere, poll)).isEmpty();
        assertThat(page.show(new Held(elsewhere, poll, members.get(0)))).isEmpty();
        assertThatThrownBy(() -> page.answer(new Held(elsewhere, poll, members.get(0)), sent("YES", "YES")))
                .isInstanceOf(FormRefused.class);
        assertThat(page.show(held(elsewhere + "-m7"))).isEmpty();
    }

    @Test
    void ofSixteenAnswersOfOnePersonAtOnceOneIsLeft() throws Exception {
        String member = members.get(0);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String said = i % 2 == 0 ? "YES" : "NO";
            all.add(() -> {
                answer(member, said, said);
                return true;
            });
        }
        inParallel(all);
        assertThat(polls.get(cluster, poll).silent()).isEqualTo(20);
        Voice voice = polls.result(cluster, poll).voices().stream()
                .filter(each -> each.personId().equals(member))
                .findFirst()
                .orElseThrow();
        // both dates are of the same answer: nobody's halves were mixed
        assertThat(voice.answers()).hasSize(2);
        assertThat(voice.to(1)).isEqualTo(voice.to(2));
        assertThat(count("date_poll_answer")).isEqualTo(2);
    }

    @Test
    void whenAllAnswerAtOnceNobodyIsMiscounted() throws Exception {
        inParallel(members.stream()
                .map(member -> (Callable<Boolean>) () -> {
                    answer(member, "YES", "IF_NEED_BE");
                    return true;
                })
                .toList());
        assertThat(polls.get(cluster, poll).silent()).isZero();
        assertThat(polls.result(cluster, poll).dates().get(0).yes()).isEqualTo(21);
    }

    /** Closing while people answer: what the page has confirmed is in the result, what it has refused is not. */
    @Test
    void closingAgainstAnsweringLosesNothingAndTakesNothingLate() throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>(members.stream()
                .map(member -> (Callable<Boolean>) () -> {
                    try {
                        answer(member, "YES", "YES");
                        return true;
                    } catch (FormRefused closed) {
                        return false;
                    }
                })
                .toList());
        all.add(10, () -> {
            polls.close(cluster, poll);
            return false;
        });
        long confirmed = inParallel(all).stream().filter(taken -> taken).count();
        assertThat(polls.result(cluster, poll).dates().get(0).yes()).isEqualTo((int) confirmed);
    }

    @Test
    void anAnswerIsOneStatementAndLookingIsTwo() {
        // the link itself costs two more: its row, and whether she still belongs to the cluster
        // and one asks whether the case has something else to ask her
        assertThat(CountedSql.during(() -> page.show(held(members.get(0))))).hasSize(2);
        assertThat(CountedSql.during(() -> answer(members.get(0), "YES", "NO"))).hasSize(1);
        assertThat(CountedSql.during(() -> answer(members.get(0), "NO", "NO"))).hasSize(1);
    }

    @Test
    void aMailThatWaitedTellsNobodyOfWhatIsOver() {
        Map<String, String> model = Map.of(DatePolls.POLL_ID, poll);
        Optional<String> member = Optional.of(members.get(0));
        assertThat(mail.at(cluster, member, model)).isPresent();
        assertThat(reminder.at(cluster, member, model)).isPresent();
        answer(members.get(0), "YES", "NO");
        assertThat(mail.at(cluster, member, model)).isPresent();
        assertThat(reminder.at(cluster, member, model)).isEmpty();
        clock.set(CLOSES);
        assertThat(mail.at(cluster, member, model)).isEmpty();
        assertThat(mail.at(cluster, Optional.of("nobody"), model)).isEmpty();
    }

    @Test
    void nobodyIsRemindedAtOrAfterClosing() {
        clock.set(CLOSES);
        assertThat(polls.remind(cluster, poll)).isZero();
        assertThat(polls.get(cluster, poll).stand().closedAt()).isNull();
    }

    @Test
    void answersAreForgottenThreeMonthsAfterTheLastDate() {
        answer(members.get(0), "YES", "NO");
        clock.set(Instant.parse("2027-01-14T03:50:00Z"));
        night.forget(retention);
        assertThat(count("date_poll_answer")).isEqualTo(2);
        clock.set(Instant.parse("2027-01-16T03:50:00Z"));
        night.forget(retention);
        assertThat(count("date_poll_answer")).isZero();
        assertThat(count("date_poll_person")).isZero();
        assertThat(polls.get(cluster, poll).pollId()).isEqualTo(poll);
    }

    @Test
    void whoWasAskedIsForgottenAlsoWhenNobodyAnswered() {
        clock.set(Instant.parse("2027-01-16T03:50:00Z"));
        night.forget(retention);
        assertThat(count("date_poll_person")).isZero();
    }

    @Test
    void aPollThatNobodyAnsweredIsForgottenToo() {
        assertThat(count("date_poll_person")).isPositive();
        clock.set(Instant.parse("2027-01-16T03:50:00Z"));
        night.forget(retention);
        assertThat(count("date_poll_person")).isZero();
        assertThat(links.heldBy(cluster, DatePolls.PURPOSE, members.get(0))).isEmpty();
    }

    @Test
    void theChartSaysInWordsWhatItShows_andEscapesNothingByAccident() {
        answer(members.get(0), "YES", "NO");
        PollResult result = polls.result(cluster, poll);
        assertThat(PollChart.inWords(result))
                .startsWith("Tirsdag den 6. oktober 2026 kl. 19.00: 1 ja, 0 hvis nødvendigt, 0 nej, 20 uden svar.");
        assertThat(PollChart.svg(result))
                .contains("<desc>Tirsdag den 6. oktober")
                .contains("role=\"img\"");
    }

    private Held held(String member) {
        return new Held(cluster, poll, member);
    }

    private void answer(String member, String... given) {
        page.answer(held(member), sent(given));
    }

    private static Map<String, List<String>> sent(String... given) {
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < given.length; i++) {
            sent.put("dato" + (i + 1), List.of(given[i]));
        }
        return sent;
    }

    private static List<Block.Choice> choices(Shown shown) {
        return shown.blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .map(Block.Choice.class::cast)
                .toList();
    }

    private static List<Boolean> inParallel(List<Callable<Boolean>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from klyngeflow." + table + " where cluster_id = ?")
                .param(cluster)
                .query(Long.class)
                .single();
    }
}
