package dk.klyngeflow.meetings;

import static dk.klyngeflow.bookings.BookingKind.CATERING;
import static dk.klyngeflow.bookings.BookingKind.ROOM;
import static dk.klyngeflow.bookings.BookingKind.SPEAKER;
import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a venue, a caterer and a speaker read, from the request to the day before. */
@KlyngeflowTest
class SupplierMailsTest {

    private static final String WHEN = "tirsdag den 3. november 2026 kl. 16.30–18.30";
    private static final String SIGNATURE = "Lise Lund, tlf. 98 12 34 56";

    @Autowired
    BookingStory story;

    @Autowired
    WrittenMails mails;

    @BeforeEach
    void aMeeting() {
        story.aClusterPlansAMeeting();
        story.set(Setting.text("bookings.contactName", "", "", ""), "Lise Lund");
        story.set(Setting.text("bookings.contactPhone", "", "", ""), "98 12 34 56");
        story.set(Setting.money("bookings.cateringBudget", 0, "", ""), 180_00L);
        story.set(Setting.money("bookings.speakerBudget", 0, "", ""), 3_500_00L);
    }

    @AfterEach
    void nothingIsStuck() {
        story.noIncidentIsOpen();
    }

    private String theMail(String purpose, BookingKind kind) {
        List<String> found = mails.texts(story.cluster(), purpose, kind.name());
        assertThat(found).as(purpose).hasSize(1);
        return found.get(0).replace('\u00a0', ' ');
    }

    private void isAsked(BookingKind kind) {
        story.isOnTheList(kind, kind.name());
        story.isNeeded(kind);
    }

    @ParameterizedTest
    @EnumSource(BookingKind.class)
    void theRequestSaysWhenHowManyAndWhatAndWhomToCall(BookingKind kind) {
        isAsked(kind);

        assertThat(theMail("booking-request", kind))
                .contains("Hvornår: " + WHEN, "Antal:   21 personer", "Emne:    Polyfarmaci", "/svar#", SIGNATURE);
    }

    @Test
    void aVenueReadsWhatTheRoomMustHave() {
        isAsked(ROOM);

        assertThat(theMail("booking-request", ROOM))
                .contains("Kan vi låne eller leje et lokale", "Borde og stole til alle og en skærm eller projektor.")
                .doesNotContain("Budget");
    }

    @Test
    void aCatererReadsOfMenuDietsAndBudget() {
        isAsked(CATERING);

        assertThat(theMail("booking-request", CATERING))
                .contains(
                        "Kan I levere forplejning",
                        "forslag til menu",
                        "særlige hensyn i maden får I, når tilmeldingen er slut")
                .contains("Budget:  180,00 kr. pr. person");
    }

    @Test
    void aSpeakerReadsOfTimeFeeAndEquipment() {
        isAsked(SPEAKER);

        assertThat(theMail("booking-request", SPEAKER))
                .contains("Vil du holde et oplæg", "omkring 45 minutter", "udstyr", "Budget:  3.500,00 kr. i alt");
    }

    @ParameterizedTest
    @EnumSource(BookingKind.class)
    void aYesIsConfirmedWithWhatHasBeenAgreed(BookingKind kind) {
        isAsked(kind);
        story.answers(kind.name(), true, "1.250,00");

        assertThat(theMail("booking-confirmed", kind))
                .contains("Det her er aftalt.", WHEN, "21 personer", "Pris:    1.250,00 kr.", "/svar#", SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(BookingKind.class)
    void aYesOnThePhoneIsConfirmedTheSameWay(BookingKind kind) {
        isAsked(kind);
        story.daysPass(8);
        story.secretary(Map.of("decision", "CONFIRMED", "price", 900_00L, "remark", "Spørg efter Bente"));

        assertThat(theMail("booking-confirmed", kind))
                .contains("Det her er aftalt.", WHEN, "Pris:    900,00 kr.", SIGNATURE)
                .as("what the secretary noted for the cluster")
                .doesNotContain("Bente");
    }

    @ParameterizedTest
    @EnumSource(BookingKind.class)
    void allAreRemindedTheDayBefore(BookingKind kind) {
        isAsked(kind);
        story.answers(kind.name(), true, "");
        story.headcountIs(17, "2 × vegetarisk");
        story.clockIs(BookingStory.MEETING.minus(Duration.ofHours(29)));
        story.theDayBefore();

        String mail = theMail("booking-tomorrow", kind);
        assertThat(mail).contains("Vi ses i morgen.", WHEN, "Emne:    Polyfarmaci", SIGNATURE);
        if (kind == CATERING) {
            assertThat(mail).contains("Antal:   17 personer", "Hensyn:  2 × vegetarisk");
        } else {
            assertThat(mail).doesNotContain("vegetarisk");
        }
    }

    @Test
    void theCatererGetsPlaceNumberAndDietsInOneMailAndEachChange() {
        isAsked(CATERING);
        story.answers(CATERING.name(), true, "");
        isAsked(ROOM);
        story.answers(ROOM.name(), true, "");

        story.headcountIs(17, "2 × vegetarisk; 1 × uden gluten");
        story.headcountIs(17, "2 × vegetarisk; 1 × uden gluten");

        assertThat(mails.texts(story.cluster(), "booking-place", CATERING.name()))
                .isEmpty();
        assertThat(theMail("booking-headcount", CATERING))
                .contains(
                        "17 personer",
                        "Hvor:    ROOM, Havnegade 1",
                        "Hensyn:  2 × vegetarisk; 1 × uden gluten",
                        "Mødet holdes. Ændrer noget sig, skriver vi igen.",
                        SIGNATURE);

        story.headcountIs(17, "");
        assertThat(mails.texts(story.cluster(), "booking-headcount", CATERING.name()))
                .hasSize(2)
                .last()
                .asString()
                .contains("Ingen har bedt om særlige hensyn.")
                .doesNotContain("vegetarisk");
    }

    @Test
    void aCatererWhoHasNotSaidYesIsNotToldANumber() {
        isAsked(CATERING);
        story.headcountIs(9, "");

        assertThat(mails.texts(story.cluster(), "booking-headcount", CATERING.name()))
                .isEmpty();
        assertThat(story.booking(CATERING.name()).people()).isEqualTo(9);
    }

    @Test
    void whatASupplierWroteInHerCalendarReachesThoseWhoArrange() {
        isAsked(CATERING);
        story.answersInTheCalendar(CATERING.name(), "ACCEPTED", 0, "", "Vi kan først levere kl. 17");

        assertThat(story.booking(CATERING.name()).remark()).isEqualTo("Vi kan først levere kl. 17");
        for (String role : List.of("koordinator", "sekretaer")) {
            assertThat(mails.texts(story.cluster(), "booking-remark", story.person(role)))
                    .singleElement()
                    .asString()
                    .contains("CATERING har svaret ja og skriver:", "Vi kan først levere kl. 17", "/moeder/");
        }
    }

    @Test
    void alsoWhatSheWroteWithMaybe() {
        isAsked(SPEAKER);
        story.answersInTheCalendar(SPEAKER.name(), "TENTATIVE", 0, "", "Jeg ved det på fredag");

        assertThat(story.booking(SPEAKER.name()).remark())
                .isEqualTo("Sagt måske i kalenderen. Skriver: Jeg ved det på fredag");
        assertThat(mails.texts(story.cluster(), "booking-remark", story.person("koordinator")))
                .singleElement()
                .asString()
                .contains("Jeg ved det på fredag");
    }
}
