package dk.klyngeflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.security.TwoClusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody can do about the address of her calendar by her personal link. */
@KlyngeflowTest
class FeedLinkTest {

    private static final String PERSON = "one-board2";
    private static final Held HELD = new Held(TwoClusters.ONE, "", PERSON);

    @Autowired
    TwoClusters clusters;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    FeedLink page;

    @Autowired
    FeedRetention retention;

    @Autowired
    LeaverFeedRetention ended;

    @Autowired
    NightWatch night;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        clusters.open();
        feeds.revoke(TwoClusters.ONE, PERSON);
    }

    @AfterEach
    void staysAMember() {
        jdbc.sql("update klyngeflow.role_holder set until_day = null where person_id = :person")
                .param("person", PERSON)
                .update();
    }

    @Test
    void sheGetsANewAddressAndTheOldOneIsDead() {
        String old = feeds.url(TwoClusters.ONE, PERSON);
        assertThat(labels()).containsExactly("Giv mig en ny adresse", "Luk adressen");

        Done done = chooses("NEW");

        assertThat(feeds.open(code(old))).isEmpty();
        String now = feeds.known(TwoClusters.ONE, PERSON).orElseThrow();
        assertThat(feeds.open(code(now))).isPresent();
        assertThat(done.lines()).contains(now).doesNotContain(old);
    }

    @Test
    void sheClosesItAndCanGetAnother() {
        String old = feeds.url(TwoClusters.ONE, PERSON);

        assertThat(chooses("CLOSE").title()).isEqualTo("Adressen er lukket");

        assertThat(feeds.open(code(old))).isEmpty();
        assertThat(feeds.known(TwoClusters.ONE, PERSON)).isEmpty();
        assertThat(labels()).containsExactly("Giv mig en adresse");
        chooses("NEW");
        assertThat(feeds.known(TwoClusters.ONE, PERSON)).isPresent();
    }

    @Test
    void theSameChoiceSentTwiceDoesNotEndTheNewAddress() {
        feeds.url(TwoClusters.ONE, PERSON);
        Map<String, List<String>> sent = Map.of(choice().name(), List.of("NEW"));
        page.answer(HELD, sent);
        String now = feeds.known(TwoClusters.ONE, PERSON).orElseThrow();

        assertThatThrownBy(() -> page.answer(HELD, sent)).isInstanceOf(FormRefused.class);

        assertThat(feeds.known(TwoClusters.ONE, PERSON)).contains(now);
    }

    @Test
    void lookingMakesNoAddress() {
        page.show(HELD);

        assertThat(feeds.known(TwoClusters.ONE, PERSON)).isEmpty();
    }

    @Test
    void whoLeavesLosesItForGood() {
        String old = feeds.url(TwoClusters.ONE, PERSON);
        events.publishEvent(new MemberLeft(TwoClusters.ONE, PERSON));
        assertThat(feeds.open(code(old))).as("she still holds a post").isPresent();

        leaves();
        events.publishEvent(new MemberLeft(TwoClusters.ONE, PERSON));
        staysAMember();

        assertThat(feeds.open(code(old))).isEmpty();
    }

    @Test
    void whoLeftWithoutBeingAMemberLosesItAtNight() {
        String old = feeds.url(TwoClusters.ONE, PERSON);
        leaves();
        night.forget(ended);
        night.forget(retention);
        staysAMember();

        assertThat(feeds.open(code(old))).isEmpty();
    }

    private void leaves() {
        jdbc.sql("update klyngeflow.role_holder set until_day = from_day where person_id = :person")
                .param("person", PERSON)
                .update();
    }

    private Done chooses(String option) {
        return page.answer(HELD, Map.of(choice().name(), List.of(option)));
    }

    private List<String> labels() {
        return choice().options().stream().map(Block.Choice.Option::label).toList();
    }

    private Block.Choice choice() {
        Shown shown = page.show(HELD).orElseThrow();
        return shown.blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .map(Block.Choice.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String code(String url) {
        return url.substring(url.lastIndexOf('/') + 1, url.length() - ".ics".length());
    }
}
