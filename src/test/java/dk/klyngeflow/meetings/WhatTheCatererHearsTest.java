package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.AtOnce;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Place, number and diets go to the caterer when it is decided that the meeting is held, as counts and without names. */
@KlyngeflowTest
class WhatTheCatererHearsTest {

    private static final String CATERER = "Madhuset";

    @Autowired
    MeetingStory story;

    @Autowired
    ClusterRegister register;

    @Autowired
    Suppliers suppliers;

    @Autowired
    WrittenMails mails;

    @Autowired
    People people;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private void aMeetingWithFoodIsCalled() {
        story.aCluster();
        story.set(MeetingSettings.TOPIC_VOTE_DAYS, 0);
        suppliers
                .of(story.cluster(), BookingKind.CATERING)
                .forEach(known -> suppliers.change(
                        story.cluster(),
                        known.supplierId(),
                        new Suppliers.Entry(
                                BookingKind.CATERING,
                                known.name(),
                                Suppliers.Reach.by("", ""),
                                Suppliers.Terms.UNKNOWN,
                                false,
                                false)));
        suppliers.add(
                story.cluster(),
                new Suppliers.Entry(
                        BookingKind.CATERING,
                        CATERER,
                        Suppliers.Reach.by("mad@sted.example", ""),
                        Suppliers.Terms.UNKNOWN,
                        false,
                        true));
        story.aMeetingIsWanted();
        story.theCoordinatorPlans("CATERING");
        story.dueJobsRun();
        story.theDateIsFound();
        story.dueJobsRun();
        String caterer = story.holder("booking");
        story.byLink("booking", caterer, Map.of("answer", List.of("JA-0")));
        story.dueJobsRun();
        story.untilTheAgenda();
        story.theAgendaIsApproved();
    }

    private void comes(String member, List<String> food, String other, String comment) {
        story.byLink(
                "rsvp",
                member,
                Map.of(
                        "svar-" + story.meeting().sequence(),
                        List.of("YES"),
                        "mad",
                        food,
                        "andet",
                        List.of(other),
                        "besked",
                        List.of(comment)));
    }

    private List<String> numbers() {
        return mails.texts(story.cluster(), "booking-headcount", CATERER);
    }

    @Test
    void countsWithoutNamesAndAgainWhenSomebodyChangesHerMind() {
        aMeetingWithFoodIsCalled();
        List<String> members = story.members();
        members.forEach(story::comes);
        comes(members.get(0), List.of("VEGETARIAN"), "", "");
        comes(members.get(1), List.of("VEGETARIAN"), "", "Ring til mig");
        comes(members.get(2), List.of(), "tåler ikke skaldyr", "");
        assertThat(numbers()).as("before the answers close").isEmpty();
        story.untilAnswersClose();

        assertThat(numbers())
                .singleElement()
                .asString()
                .contains("21 personer", "Hvor:    Havnen", "2 × vegetarisk; 1 × tåler ikke skaldyr")
                .doesNotContain("Ring til mig");
        comes(members.get(3), List.of("NO_GLUTEN"), "", "");
        assertThat(numbers()).hasSize(2).last().asString().contains("1 × uden gluten");
        String all = String.join("\n", numbers());
        for (Person member : people.holding(story.cluster(), Role.MEMBER)) {
            if (people.holding(story.cluster(), Role.COORDINATOR).stream().noneMatch(member::equals)) {
                assertThat(all).doesNotContain(member.name());
            }
        }
    }

    @Test
    void againWhenSomebodyWhoWouldHaveComeLeavesTheCluster() {
        aMeetingWithFoodIsCalled();
        List<String> members = story.members();
        members.forEach(story::comes);
        story.untilAnswersClose();
        assertThat(numbers()).last().asString().contains("21 personer");

        register.end(story.cluster(), story.person("m9"), Post.MEMBER);

        assertThat(numbers()).hasSize(2).last().asString().contains("20 personer");
    }

    @Test
    void nothingBeforeItIsDecidedThatTheMeetingIsHeld() {
        aMeetingWithFoodIsCalled();
        comes(story.person("medlem"), List.of("VEGAN"), "", "");
        story.untilAnswersClose();
        story.waitsFor("decideOnMeeting");
        assertThat(numbers()).isEmpty();

        story.answers("koordinator", "decideOnMeeting", Map.of("decision", "HOLD"));

        assertThat(numbers()).singleElement().asString().contains("1 person\n", "1 × vegansk");
    }

    @Test
    void alsoWhenNobodyDecidesAndTheCoordinatorHearsOfIt() {
        aMeetingWithFoodIsCalled();
        comes(story.person("medlem"), List.of(), "", "");
        story.untilAnswersClose();
        story.until(story.day());

        assertThat(numbers()).singleElement().asString().contains("1 person\n");
        assertThat(mails.texts(story.cluster(), "decision-taken", story.person("koordinator")))
                .singleElement()
                .asString()
                .contains("ingen har valgt at flytte eller aflyse mødet", "/moeder/");
    }

    @RepeatedTest(3)
    void theRightNumberWhenTwoChangeTheirMindsAtOnce() throws InterruptedException {
        aMeetingWithFoodIsCalled();
        List<String> members = story.members();
        members.forEach(story::comes);
        story.untilAnswersClose();

        List<Optional<Throwable>> refused =
                AtOnce.both(() -> story.replies(members.get(0), "NO"), () -> story.replies(members.get(1), "NO"));

        assertThat(refused).containsOnly(Optional.empty());
        assertThat(numbers()).last().asString().contains("19 personer");
    }
}
