package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Formality.Kind;
import dk.klyngeflow.foundings.FoundingPractice;
import dk.klyngeflow.foundings.FoundingRecords;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.CvrRenewals;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which a cluster is founded, or not. */
@KlyngeflowTest
class ClusterFoundingTest {

    @Autowired
    FoundingStory story;

    @Autowired
    Clusters clusters;

    @Autowired
    People people;

    @Autowired
    Budgets budgets;

    @Autowired
    FoundingRecords records;

    @Autowired
    CvrRenewals renewals;

    @Autowired
    CvrReminders reminders;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void opensTheCluster_whenAllGoesWell() {
        story.isFounded();
        assertThat(story.stage()).isEqualTo(FoundingStage.FORMALITIES);
        assertThat(clusters.all()).noneMatch(each -> each.id().equals(story.cluster()));
        String founder = story.founding().founderId();
        story.settles(Kind.REGISTRATION, founder, "handling", "klaret", "cvr", "DK 10 15 08 17");
        story.settles(Kind.ACCOUNT, founder, "handling", "plo");
        story.settles(Kind.KIAP, founder, "handling", "klaret");

        assertThat(story.stage()).isEqualTo(FoundingStage.OPEN);
        assertThat(clusters.all()).anyMatch(each -> each.id().equals(story.cluster()));
        var cluster = clusters.get(story.cluster());
        assertThat(cluster.cvr()).isEqualTo("10150817");
        assertThat(cluster.paymentMode()).isEqualTo(PaymentMode.PLO);
        assertThat(cluster.mail()).isEqualTo(story.address(0));
        assertThat(people.holding(story.cluster(), Post.MEMBER)).hasSize(6);
        assertThat(people.holding(story.cluster(), Post.COORDINATOR))
                .extracting(Person::id)
                .containsExactly(story.person(0));
        assertThat(people.holding(story.cluster(), Post.AUDITOR))
                .extracting(Person::id)
                .containsExactly(story.person(4));
        // 3,000 + 1,000 + … + 5,000 patients at 3.65 kr
        assertThat(budgets.year(story.cluster(), 2026).get(0).budget()).isEqualTo(18_000L * 365);
        for (int post : new int[] {0, 1, 2, 3, 4}) {
            assertThat(story.mails("login-invitation", story.person(post))).hasSize(1);
        }
        assertThat(story.mails("login-invitation", story.person(5))).isEmpty();
        story.waitsFor("planMeeting");
        // how they work is asked at once, of everybody
        assertThat(story.purposes(story.person(5))).contains("model-questionnaire");
        assertThat(story.mails("founding-support", story.person(0)))
                .singleElement()
                .asString()
                .contains(
                        "hvem du kan spørge",
                        "Endnu ikke kendt her for Region Nordjylland",
                        "Et første møde er foreslået");
    }

    @Test
    void whoeverIsAskedIsToldUntilWhen() {
        story.isUnderWay();
        String sent = story.founder("liste", story.list(5)).lines().toString();
        story.dueJobsRun();
        String until =
                CopenhagenTime.inWords(Objects.requireNonNull(story.founding().joiningClosesAt()));
        assertThat(sent).contains("senest " + until);
        assertThat(story.replies(1, "DECLINED").lines().toString()).contains("senest " + until);
        assertThat(story.joins(
                                1,
                                "kolleger",
                                "Ida Ø <ida@huset.example>\nKaj Lund\tkaj@huset.example;;\nBo; bo@huset.example")
                        .lines()
                        .toString())
                .contains("senest " + until, "Indtil da kan I rette");
        assertThat(story.sees(1).orElseThrow().blocks().toString())
                .contains("Ida Ø; ida@huset.example", "Kaj Lund; kaj@huset.example", "Bo; bo@huset.example");
        IntStream.rangeClosed(2, 5).forEach(story::joins);

        assertThatThrownBy(() -> story.founder("dag1", story.day(20), "klokken", "02.30"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("om natten");
        assertThatThrownBy(() -> story.founder("dag1", "2026-12-24", "klokken", "16.30"))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.doubts())
                                .singleElement()
                                .satisfies(doubt -> assertThat(doubt.sentence()).contains("torsdag den 24. december")));
        String asked = story.founder("dag1", story.day(21), "klokken", "16.30", "sted", "Lægehuset")
                .lines()
                .get(0);
        story.dueJobsRun();
        assertThat(asked).startsWith("Du får en mail, når alle har svaret, senest ");
        assertThat(story.founderSees().orElseThrow().blocks().toString())
                .as("the poll closes when she was told")
                .contains(asked);
    }

    @Test
    void theFormalitiesSayWhenTheClusterOpensAnyway() {
        story.isFounded();
        String until = "senest "
                + CopenhagenTime.inWords(Objects.requireNonNull(story.founding().formalitiesUntil()));
        String founder = story.founding().founderId();
        assertThat(story.mails("founding-formality", founder)).hasSize(3).allMatch(mail -> mail.contains(until));
        assertThat(story.founderSees().orElseThrow().blocks().toString()).contains(until);
        assertThat(story.settles(Kind.REGISTRATION, founder, "handling", "spring")
                        .lines()
                        .toString())
                .contains(until);
    }

    @Test
    void anAdministratorStartsItInTasklist_andTheFounderHasItFromThere() {
        story.begins();
        story.startsInTasklist("admin", List.of("camunda-admin"), story.startForm());
        story.isConfirmed();
        assertThat(story.stage()).isEqualTo(FoundingStage.PRACTICES);
        assertThat(story.mails("founding-founder", story.founding().founderId()))
                .singleElement()
                .asString()
                .contains("Stiftelsen er i gang");
        // it goes on as any other: the case is known by its key, and its timers run
        story.fivePracticesJoin();
        assertThat(story.stage()).isEqualTo(FoundingStage.DATES);
        // nobody belongs to it before it is open
        assertThat(story.tenants()).isZero();

        Map<String, Object> again = story.startForm();
        assertThatThrownBy(() -> story.startsInTasklist("admin", List.of("camunda-admin"), again))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.doubts())
                                .singleElement()
                                .satisfies(doubt -> assertThat(doubt.sentence()).contains("allerede en klynge")));
    }

    @Test
    void nobodyElseStartsItInTasklist_andWhatIsWrongIsSaid() {
        story.begins();
        assertThatThrownBy(() -> story.startsInTasklist("nord-sekretaer", List.of("staff"), story.startForm()))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Kun administrator");
        Map<String, Object> wrong = story.startForm();
        wrong.put("providerNumber", "1234");
        wrong.put("mail", "ikke en mail");
        assertThatThrownBy(() -> story.startsInTasklist("admin", List.of("camunda-admin"), wrong))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .anyMatch(line -> line.startsWith("Ydernummeret"))
                                .anyMatch(line -> line.startsWith("Skriv stifterens mailadresse")));
        // a cluster is not named from outside
        Map<String, Object> named = story.startForm();
        named.put("clusterId", "nordklyngen");
        assertThatThrownBy(() -> story.startsInTasklist("admin", List.of("camunda-admin"), named))
                .isInstanceOf(FormRefused.class);
    }

    @Test
    void nothingIsSentBeforeTheAddressIsConfirmed_andConfirmingTwiceStartsOneFounding() {
        String wish = story.somebodyWishesForACluster();
        assertThat(story.allMailsTo(story.address(0))).containsExactly("founding-confirm");
        assertThat(story.page("founding-start").show(story.heldWish(wish))).isPresent();
        story.confirms(wish);
        assertThat(story.page("founding-start").show(story.heldWish(wish))).isEmpty();
        assertThatThrownBy(() -> story.confirms(wish))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("brugt");
    }

    @Test
    void aWishIsTooOldAfterTwoDays_andIsGone() {
        String wish = story.somebodyWishesForACluster();
        story.daysPass(2);
        story.secondsPass(1);
        assertThatThrownBy(() -> story.confirms(wish)).isInstanceOf(FormRefused.class);
        assertThat(story.wishes.forget(story.now().minus(Duration.ofDays(2)))).isPositive();
        assertThat(story.wishes.find(wish)).isEmpty();
    }

    @Test
    void anAddressHasThreeMailsADay_andADoubleClickOne() {
        String wish = story.somebodyWishesForACluster();
        var wanted = story.wishes.find(wish).orElseThrow();
        story.wishes.ask(wanted.wanted(), wanted.founder());
        assertThat(story.allMailsTo(story.address(0))).hasSize(1);
        for (int other = 0; other < 5; other++) {
            story.wishes.ask(
                    new FoundingWish.Wanted("Anden " + other, "Region Nordjylland", story.provider(0), "Huset", null),
                    new FoundingWish.Founder("Anne", story.address(0).toUpperCase(java.util.Locale.ROOT)));
        }
        assertThat(story.allMailsTo(story.address(0))).hasSize(3);
    }

    @Test
    void aListWithFaultsIsRefusedByLines_andNothingOfItIsKept() {
        story.isUnderWay();
        String faulty = story.list(2) + "\n4321; Klinik 9; Bo Berg; bo@praksis.example; 10"
                + "\n" + story.provider(1) + "; Klinik 1; Bo Berg; bo@praksis.example"
                + "\n" + story.provider(7) + "; ; ; ikke en mail; mange";
        assertThatThrownBy(() -> story.founder("liste", faulty))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages())
                                .anyMatch(line ->
                                        line.startsWith("Linje 3: ydernummeret har 4 cifre") && line.contains("004321"))
                                .anyMatch(line -> line.startsWith("Linje 4: ydernummeret står to gange"))
                                .anyMatch(line -> line.startsWith("Linje 5: mailadressen"))
                                .anyMatch(line -> line.startsWith("Linje 5: antal patienter")));
        assertThat(story.practices.of(story.cluster())).hasSize(1);
        story.lists(2);
        assertThat(story.practices.of(story.cluster())).hasSize(3);
        assertThat(story.stage()).isEqualTo(FoundingStage.JOINING);
    }

    @Test
    void onlyTheSilentAreReminded_andANoIsAnAnswer() {
        story.isUnderWay();
        story.lists(3);
        story.joins(1);
        story.replies(2, "DECLINED");
        story.daysPass(8);
        assertThat(story.purposes(story.person(1))).doesNotContain("founding-reminder");
        assertThat(story.purposes(story.person(2))).doesNotContain("founding-reminder");
        assertThat(story.purposes(story.person(3))).containsOnlyOnce("founding-reminder");
        assertThat(story.mails("founding-reminder", story.person(3)))
                .singleElement()
                .asString()
                .contains("Klinik 3", "Anne Holm");
    }

    @Test
    void theFounderProlongs_whenTooFewHaveJoined_andAllAreTold() {
        story.isUnderWay();
        story.lists(5);
        for (int practice = 1; practice <= 3; practice++) {
            story.joins(practice);
        }
        story.daysPass(15);
        assertThat(story.stage()).isEqualTo(FoundingStage.TOO_FEW);
        assertThat(story.mails("founding-founder", story.person(0)))
                .anyMatch(mail -> mail.contains("4 praksis er med; der skal mindst 5 til"));
        story.founder("videre", "forlaeng");
        story.dueJobsRun();
        assertThat(story.stage()).isEqualTo(FoundingStage.JOINING);
        assertThat(story.mails("founding-news", story.person(1))).anyMatch(mail -> mail.contains("forlænget"));
        assertThat(story.purposes(story.person(4)))
                .filteredOn("founding-invitation"::equals)
                .hasSize(2);
        story.joins(4);
        story.joins(5);
        assertThat(story.stage()).isEqualTo(FoundingStage.DATES);
        story.tookThePath("askToProlong", "awaitProlonging", "practicesGathered");
    }

    @Test
    void theFounderGivesUp_allAreTold_andAfterAMonthNobodyIsLeft() {
        story.isUnderWay();
        story.lists(3);
        story.joins(1, "kolleger", "Carla Kvist; carla@praksis.example");
        assertThatThrownBy(() -> story.founder("opgiv", "ja"))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.doubts()).hasSize(1));
        assertThat(story.stage()).isEqualTo(FoundingStage.JOINING);
        story.givesUp();
        assertThat(story.stage()).isEqualTo(FoundingStage.GIVEN_UP);
        assertThat(story.mails("founding-news", story.person(1)))
                .singleElement()
                .asString()
                .contains("opgivet");
        assertThat(story.mails("founding-news", story.person(2)))
                .singleElement()
                .asString()
                .contains("opgivet");
        assertThat(story.isOpen()).isFalse();
        story.tookThePath("foundingAbandoned", "abandonFounding", "foundingDropped");
        assertThat(story.founderSees()).isEmpty();
        assertThat(story.sees(1)).isEmpty();

        story.daysPass(31);
        story.retention.forget(story.now().minus(Duration.ofDays(30)));
        assertThat(people.find(story.person(1))).get().extracting(Person::name).isEqualTo(People.UNKNOWN);
        assertThat(people.of(story.cluster())).isEmpty();
        assertThat(story.tenants()).isZero();
        assertThat(clusters.get(story.cluster()).mail()).doesNotContain("praksis");
    }

    @Test
    void isClosed_whenNothingHappens() {
        story.isUnderWay();
        story.daysPass(60);
        assertThat(story.purposes(story.person(0)))
                .filteredOn("founding-founder"::equals)
                .hasSizeBetween(5, 13);
        story.daysPass(125);
        assertThat(story.stage()).isEqualTo(FoundingStage.GIVEN_UP);
        story.tookThePath("practicesOverdue", "giveUpFounding", "foundingGivenUp");
    }

    @Test
    void aPracticeThatIsAskedTwiceChooses_andBothFoundersAreTold() {
        story.isUnderWay();
        story.lists(3);
        String first = story.cluster();
        story.joins(1);
        String practice = story.provider(1);
        story.secondFoundingAsks(practice);
        String second = story.cluster();
        assertThat(story.mails("founding-founder", story.founding().founderId()))
                .anyMatch(mail -> mail.contains("også") || mail.contains("allerede inviteret til en anden klynge"));
        assertThat(story.shownTo(practice)).contains("I er også inviteret til", "I har sagt ja til den anden");
        story.joinsByNumber(practice);
        assertThat(story.practices.find(second, practice)).get().matches(FoundingPractice::hasJoined);
        assertThat(story.practices.find(first, practice)).get().matches(found -> !found.hasJoined());
        assertThat(story.mailsOf(first, "founding-founder"))
                .anyMatch(mail -> mail.contains("har valgt en anden klynge"));
    }

    @Test
    void thePlaceIsAsked_andItsYesIsTold() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.founder("dato", "1", "sted", "Kroen", "stedmail", "kro@kroen.example");
        story.dueJobsRun();
        String founder = story.founding().founderId();
        assertThat(story.mailsOfPurpose("booking-request")).isEqualTo(1);
        assertThat(String.valueOf(story.founderSees())).contains("har ikke svaret endnu");
        // the silent place is asked again, and the founder hears of it, both once
        story.daysPass(3);
        story.daysPass(3);
        assertThat(story.mailsOfPurpose("booking-reminder")).isEqualTo(1);
        assertThat(story.mails("founding-founder", founder))
                .filteredOn(mail -> mail.contains("Ring til dem"))
                .hasSize(1);
        story.placeAnswers(true, "Vi har kaffe klar.");
        assertThat(story.asksPlace().get(1)).isEqualTo("CONFIRMED");
        assertThat(story.mails("founding-founder", founder))
                .anyMatch(mail -> mail.contains("Kroen har sagt ja til") && mail.contains("Vi har kaffe klar"));
        assertThat(String.valueOf(story.founderSees())).contains("har sagt ja");
        // called off: the place need not keep the evening free
        story.founder("aflys", "ja");
        story.dueJobsRun();
        assertThat(story.asksPlace().get(1)).isEqualTo("CANCELLED");
        assertThat(story.mailsOfPurpose("booking-cancelled")).isEqualTo(1);
    }

    @Test
    void thePlaceSaysNo_andTheFounderFindsAnother_andAllAreTold() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.founder("dato", "1", "sted", "Kroen", "stedmail", "kro@kroen.example");
        story.dueJobsRun();
        story.placeAnswers(false, "");
        assertThat(story.mails("founding-founder", story.founding().founderId()))
                .anyMatch(mail -> mail.contains("Kroen har sagt nej til"));
        assertThatThrownBy(() -> story.founder("stedmail", "kro@kroen.example"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("allerede spurgt");
        long before = story.mailsOfPurpose("founding-news");
        story.founder("sted", "Biblioteket", "stedmail", "bib@bib.example");
        story.dueJobsRun();
        assertThat(story.founding().place()).isEqualTo("Biblioteket");
        assertThat(story.mailsOfPurpose("founding-news")).isEqualTo(before + 6);
        // on the telephone it says yes
        assertThat(String.valueOf(story.founderSees())).contains("Har du ringet til stedet?");
        story.founder("ringet", "ja");
        assertThat(story.asksPlace()).contains("CONFIRMED", "Biblioteket");
        assertThat(story.openTasks()).isEmpty();
        story.theEveningComes();
        assertThat(story.stage()).isEqualTo(FoundingStage.RECORD);
    }

    @Test
    void theAssemblyLeavesTheCoordinatorToAVote_andTheChairIsItSoLong() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        story.theEveningComes();
        Map<String, List<String>> form = story.evening();
        form.put("koordinator", List.of("valg"));
        story.records(form);
        String founder = story.founding().founderId();
        story.settles(Kind.REGISTRATION, founder, "handling", "klaret", "cvr", "10150817");
        story.settles(Kind.ACCOUNT, founder, "handling", "plo");
        story.settles(Kind.KIAP, founder, "handling", "klaret");
        story.dueJobsRun();
        assertThat(story.stage()).isEqualTo(FoundingStage.OPEN);
        assertThat(people.holding(story.cluster(), Post.COORDINATOR))
                .extracting(Person::id)
                .containsExactly(story.person(1));
        assertThat(story.runs("coordinator-election")).isTrue();
        assertThat(story.purposes(story.person(5))).contains("election-nomination");
    }

    @Test
    void whatWasVotedUponIsNotChangedBeforeItIsFiled() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        story.theEveningComes();
        var held = story.heldByFounder();
        assertThat(story.page("founding-statutes").show(held)).isPresent();
        story.sendsTheRecord(story.evening());
        assertThat(story.page("founding-statutes").show(held)).isEmpty();
        assertThatThrownBy(() -> story.page("founding-statutes").answer(held, Map.of()))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("ikke rettes nu");
        story.dueJobsRun();
        assertThat(story.stage()).isEqualTo(FoundingStage.FORMALITIES);
    }

    @Test
    void theRegistrationIsRenewedAfterThreeYears_andTheCoordinatorIsRemindedOnce() {
        story.isFounded();
        String founder = story.founding().founderId();
        story.settles(Kind.REGISTRATION, founder, "handling", "klaret", "cvr", "10150817");
        story.settles(Kind.ACCOUNT, founder, "handling", "plo");
        story.settles(Kind.KIAP, founder, "handling", "klaret");
        LocalDate until = renewals.renewBy(story.cluster()).orElseThrow();
        assertThat(until).isEqualTo(CopenhagenTime.dayOf(story.now()).plusYears(3));
        renewals.registered(
                story.cluster(),
                CopenhagenTime.dayOf(story.now()).plusMonths(2).plusDays(1).minusYears(3));
        reminders.look();
        assertThat(story.mails("cvr-renewal", story.person(0))).isEmpty();
        renewals.registered(
                story.cluster(), CopenhagenTime.dayOf(story.now()).plusMonths(2).minusYears(3));
        reminders.look();
        reminders.look();
        assertThat(story.mails("cvr-renewal", story.person(0)))
                .singleElement()
                .asString()
                .contains("virk.dk");
    }

    @Test
    void isCalledOffAndMoved_andFoundAtTheSecondDate() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        assertThat(story.stage()).isEqualTo(FoundingStage.CONVENED);
        assertThat(story.mails("founding-assembly", story.person(2)))
                .singleElement()
                .asString()
                .contains("Lægehuset Havnen", "Udkastet til vedtægter");
        story.founder("aflys", "ja");
        story.dueJobsRun();
        assertThat(story.stage()).isEqualTo(FoundingStage.DATES);
        assertThat(story.mails("founding-news", story.person(2))).anyMatch(mail -> mail.contains("holdes ikke"));
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        story.theEveningComes();
        assertThat(story.stage()).isEqualTo(FoundingStage.RECORD);
        assertThat(story.mails("founding-assembly", story.person(2))).hasSize(2);
    }

    @Test
    void datesAreAskedAnew_whenNoneIsGood_andTheSilentAreReminded() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.daysPass(5);
        assertThat(story.purposes(story.person(3))).contains("date-poll-reminder");
        story.daysPass(3);
        assertThat(story.stage()).isEqualTo(FoundingStage.CONVENE);
        story.founder("dato", "nye");
        story.dueJobsRun();
        assertThat(story.stage()).isEqualTo(FoundingStage.DATES);
        assertThat(story.mails("founding-founder", story.person(0)))
                .filteredOn(mail -> mail.contains("foreslå nogle datoer"))
                .hasSize(2);
    }

    @Test
    void theEveningIsHeldAgainstItself() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        story.theEveningComes();
        Map<String, List<String>> form = new HashMap<>(story.evening());
        form.put("for", List.of("3"));
        form.put("imod", List.of("2"));
        refused(form, "to tredjedele");
        form.put("for", List.of("7"));
        refused(form, "kun 6 kom");
        form.put("imod", List.of("0"));
        form.put("for", List.of("6"));
        form.put("revisor", form.get("formand"));
        refused(form, "Revisoren kan ikke");
        form.put("revisor", List.of(story.person(4)));
        form.remove("koordinator");
        refused(form, "Vælg koordinatoren");
        form.put("koordinator", List.of(story.person(0)));
        form.put("hvordan", List.of("SHOW_OF_HANDS"));
        form.put("stemmetal", List.of("Anne 4, Bo 2"));
        form.put("stemmetaeller1", List.of(story.person(3)));
        form.put("stemmetaeller2", List.of(story.person(3)));
        refused(form, "to forskellige stemmetællere");
        assertThat(story.stage()).isEqualTo(FoundingStage.RECORD);
        form.put("stemmetaeller2", List.of(story.person(5)));
        story.records(form);
        assertThat(story.stage()).isEqualTo(FoundingStage.FORMALITIES);
        assertThat(story.mails("founding-news", story.person(3)))
                .anyMatch(mail -> mail.contains("Referatet og vedtægterne er vedhæftet"));
    }

    @Test
    void meetsAgain_whenTheStatutesAreNotAdopted() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        story.theEveningComes();
        Map<String, List<String>> form = new HashMap<>(story.evening());
        form.put("vedtaget", List.of("nej"));
        form.put("for", List.of("2"));
        form.put("imod", List.of("4"));
        story.records(form);
        assertThat(story.stage()).isEqualTo(FoundingStage.DATES);
        assertThat(clusters.all()).noneMatch(each -> each.id().equals(story.cluster()));
    }

    @Test
    void isGivenUpAfterAnAssembly_andNobodysWordsAreLeftAfterAMonth() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        story.theEveningComes();
        Map<String, List<String>> form = new HashMap<>(story.evening());
        form.put("vedtaget", List.of("nej"));
        form.put("for", List.of("2"));
        form.put("imod", List.of("4"));
        form.put("referat", List.of("Anne Holm var imod."));
        story.records(form);
        story.givesUp();
        story.daysPass(29);
        story.retention.forget(story.now().minus(Duration.ofDays(30)));
        assertThat(records.get(story.cluster()).minutes()).contains("Anne Holm");
        story.daysPass(2);
        story.retention.forget(story.now().minus(Duration.ofDays(30)));
        assertThat(records.get(story.cluster()).minutes()).isEmpty();
        assertThat(people.find(story.person(3))).get().extracting(Person::name).isEqualTo(People.UNKNOWN);
        assertThat(story.isOpen()).isFalse();
    }

    @Test
    void formalitiesAreCheckedGivenAwayAndSkipped() {
        story.isFounded();
        String founder = story.founding().founderId();
        assertThatThrownBy(() -> story.settles(Kind.REGISTRATION, founder, "handling", "klaret", "cvr", "12345678"))
                .hasMessageContaining("kontrolcifret");
        assertThatThrownBy(
                        () -> story.settles(Kind.ACCOUNT, founder, "handling", "klaret", "konto", "DK5000400440116244"))
                .hasMessageContaining("kontrolcifre");
        String other = story.person(2);
        story.settles(Kind.ACCOUNT, founder, "handling", "giv", "til", other);
        assertThatThrownBy(() -> story.settles(Kind.ACCOUNT, founder, "handling", "plo"))
                .isInstanceOf(FormRefused.class);
        assertThat(story.mails("founding-formality", other))
                .singleElement()
                .asString()
                .contains("Konto");
        story.settles(Kind.ACCOUNT, other, "handling", "klaret", "konto", "0040 0440116243");
        story.settles(Kind.REGISTRATION, founder, "handling", "spring");
        assertThat(story.stage()).isEqualTo(FoundingStage.FORMALITIES);
        story.settles(Kind.KIAP, founder, "handling", "spring");
        assertThat(story.stage()).isEqualTo(FoundingStage.OPEN);
        assertThat(clusters.get(story.cluster()).iban()).isEqualTo("DK5000400440116243");
        assertThat(clusters.get(story.cluster()).paymentMode()).isEqualTo(PaymentMode.OWN_ACCOUNT);
        assertThat(clusters.get(story.cluster()).cvr()).isNull();
    }

    @Test
    void opensWithoutTheFormalities_whenNobodyActs() {
        story.isFounded();
        story.daysPass(22);
        assertThat(story.stage()).isEqualTo(FoundingStage.OPEN);
        story.tookThePath("formalitiesOverdue", "openCluster", "clusterOpened");
    }

    private void refused(Map<String, List<String>> form, String because) {
        assertThatThrownBy(() -> story.records(form))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).anyMatch(line -> line.contains(because)));
    }
}
