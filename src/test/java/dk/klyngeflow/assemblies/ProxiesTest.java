package dk.klyngeflow.assemblies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.WrittenMails;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proxies as they stand in the rows. */
@KlyngeflowTest
class ProxiesTest {

    @Autowired
    EveningStory story;

    @Autowired
    WrittenMails mails;

    @Test
    void isGivenAndWithdrawn_andTheHolderIsTold() {
        story.anEveningIsAnnounced("proxies", "1");
        String anne = story.members().get(0);
        String bo = story.members().get(1);
        story.givesProxy(anne, bo);
        story.givesProxy(anne, bo);
        assertThat(story.proxies()).containsExactly(Map.entry(anne, bo));
        assertThat(told(bo)).singleElement().asString().contains("har givet dig fuldmagt");

        story.withdraws(anne);
        story.withdraws(anne);
        assertThat(story.proxies()).isEmpty();
        assertThat(told(bo)).hasSize(2).last().asString().contains("trukket sin fuldmagt");
    }

    @Test
    void endsWhenThePrincipalComes_andComesBackWhenTheDoorWasWrong() {
        story.anUsualEvening("proxies", "1");
        String anne = story.members().get(0);
        String bo = story.members().get(1);
        story.givesProxy(anne, bo);
        story.comes(bo);
        assertThat(story.attendance().votes()).isEqualTo(2);

        story.comes(anne);
        assertThat(story.proxies()).isEmpty();
        assertThat(story.attendance().votes()).isEqualTo(2);
        assertThat(told(bo)).last().asString().contains("selv mødt");

        story.wasNotThere(anne);
        assertThat(story.proxies()).containsExactly(Map.entry(anne, bo));
        assertThat(story.attendance()).isEqualTo(new Attendance(21, 1, 1));

        story.withdraws(anne);
        story.comes(anne);
        story.wasNotThere(anne);
        assertThat(story.proxies()).as("what she withdrew stays so").isEmpty();
    }

    @Test
    void whoGoesGivesHerVoteToWhoeverStays_inWordsWhenSheMayNot() {
        story.anUsualEvening("proxies", "1");
        List<String> came = story.come(4);
        refused(() -> story.givesProxy(came.get(0), came.get(1)), "Du er mødt og stemmer selv");
        story.leaves(came.get(0));
        story.givesProxy(came.get(0), came.get(1));
        assertThat(story.attendance()).isEqualTo(new Attendance(21, 3, 1));

        String absent = story.members().get(10);
        refused(() -> story.givesProxy(absent, came.get(1)), "har allerede en fuldmagt");
        refused(() -> story.givesProxy(absent, came.get(0)), "har selv givet sin stemme videre");
        refused(() -> story.givesProxy(absent, absent), "Vælg en anden");
        refused(() -> story.givesProxy(absent, story.person("sekretaer")), "Vælg en anden");
        story.leaves(came.get(1));
        refused(() -> story.givesProxy(came.get(1), came.get(2)), "kan ikke gives videre");
        assertThat(story.attendance()).as("hers went with her holder").isEqualTo(new Attendance(21, 2, 0));
    }

    @Test
    void noneWhereTheStatutesHaveNone() {
        story.anEveningIsAnnounced();
        refused(
                () -> story.givesProxy(story.members().get(0), story.members().get(1)),
                "Vedtægterne giver ikke mulighed");
    }

    /** Two colleagues give theirs to one in the same second, and there is room for one. */
    @Test
    void atOnceNeverMoreThanTheNumber() throws Exception {
        story.anEveningIsAnnounced("proxies", "2");
        for (int round = 0; round < 5; round++) {
            List<String> four = story.members().subList(round * 4, round * 4 + 4);
            story.givesProxy(four.get(1), four.get(0));
            List<Optional<Throwable>> refusals = AtOnce.both(
                    () -> story.givesProxy(four.get(2), four.get(0)), () -> story.givesProxy(four.get(3), four.get(0)));
            assertThat(refusals.stream().flatMap(Optional::stream))
                    .singleElement()
                    .asInstanceOf(InstanceOfAssertFactories.throwable(FormRefused.class))
                    .extracting(FormRefused::messages, InstanceOfAssertFactories.list(String.class))
                    .singleElement()
                    .asString()
                    .contains("har allerede 2 fuldmagter");
        }
        assertThat(story.proxies()).hasSize(10);
    }

    /** The rows do what the rule in memory does. */
    @Test
    void anEveningOfAnyKindIsTheSameInTheRows() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            int most = 1 + seed % 2;
            story.anUsualEvening("proxies", String.valueOf(most));
            List<String> roll = story.members().subList(0, 6);
            Set<String> present = new HashSet<>();
            Map<String, String> holders = new HashMap<>();
            for (int step = 0; step < 60; step++) {
                String who = roll.get(random.nextInt(6));
                String other = roll.get(random.nextInt(6));
                switch (random.nextInt(5)) {
                    case 0, 1 -> {
                        boolean may = new ProxiesNow(most, Set.copyOf(story.members()), present, holders)
                                .refusal(who, other)
                                .isEmpty();
                        boolean isRefused = false;
                        try {
                            story.givesProxy(who, other);
                        } catch (FormRefused refused) {
                            isRefused = true;
                        }
                        boolean isThere = other.equals(holders.get(who));
                        assertThat(isRefused)
                                .as("seed " + seed + " step " + step)
                                .isEqualTo(!may && !isThere);
                        if (may) {
                            holders.put(who, other);
                        }
                    }
                    case 2 -> {
                        story.withdraws(who);
                        holders.remove(who);
                    }
                    case 3 -> {
                        story.comes(who);
                        present.add(who);
                        holders.remove(who);
                    }
                    default -> {
                        story.leaves(who);
                        present.remove(who);
                    }
                }
                assertThat(story.proxies()).isEqualTo(holders);
                assertThat(story.attendance())
                        .isEqualTo(new ProxiesNow(most, Set.copyOf(story.members()), present, holders).attendance());
            }
        }
    }

    private List<String> told(String holder) {
        return mails.texts(story.cluster(), "assembly-proxy", holder);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String words) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .singleElement()
                                .asString()
                                .contains(words));
    }
}
