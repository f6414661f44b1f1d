package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.assemblies.Assemblies;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.members.AddressChanged;
import dk.klyngeflow.members.PaymentMode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The place that is booked, all that stands in the notice, and what the attest says of each mail. */
@KlyngeflowTest
class NoticesOfAssembliesTest {

    @Autowired
    AssemblyStory story;

    @Autowired
    AnnualAccountsStory accounts;

    @Autowired
    AssemblyPaper paper;

    @Autowired
    AssemblyPlanning planning;

    @Autowired
    Documents documents;

    @Autowired
    Budgets budgets;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    private String text(byte[] file) {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String notice() {
        return text(documents.content(
                story.cluster(), String.valueOf(story.assembly().notice().noticeId())));
    }

    /** By the link that was mailed to the earlier address somebody else could give her vote. */
    @Test
    void whoHasANewAddressIsCalledAgainThere_andTheEarlierLinkOpensNothing() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.itIs("2027-02-01T08:00");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        int called = story.mails(AssemblyLetters.NOTICE).size();
        String before = story.code(Assemblies.LINK, "m13");
        String others = story.code(Assemblies.LINK, "m14");

        hasANewAddress("m13");

        assertThat(story.code(Assemblies.LINK, "m13")).isNotEqualTo(before);
        assertThat(story.code(Assemblies.LINK, "m14")).isEqualTo(others);
        assertThat(story.mails(AssemblyLetters.NOTICE)).hasSize(called + 1);
        story.passesUntil("2027-03-18T19:05");
        hasANewAddress("m13");
        assertThat(story.mails(AssemblyLetters.NOTICE))
                .as("on the evening itself")
                .hasSize(called + 2);
        assertThat(story.mails(AssemblyLetters.NOTICE))
                .filteredOn(story.person("m13")::equals)
                .hasSize(3);
    }

    private void hasANewAddress(String role) {
        String person = story.person(role);
        transaction.executeWithoutResult(status ->
                events.publishEvent(new AddressChanged(person, person + "@gammel.example", person + "@ny.example")));
    }

    @Test
    void thePlaceIsBooked_andStandsInTheNotice() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.itIs("2027-02-01T08:00");
        story.aRoomIsOnTheList("Medborgerhuset");
        story.theOrdinaryIsStarted();
        Map<String, Object> plan = new HashMap<>(story.plan("tor 18/3 19.00"));
        plan.put("findRoom", "YES");
        plan.put("place", "");
        story.answersTask("formand", "planAssembly", plan);
        assertThat(story.mails(AssemblyLetters.ANNOUNCEMENT))
                .as("the day is known before the place")
                .hasSize(21);
        assertThat(story.rooms()).containsExactly("Medborgerhuset ASKED");
        story.theRoomAnswers("JA");

        assertThat(story.rooms()).containsExactly("Medborgerhuset CONFIRMED");
        assertThat(planning.meeting(story.assembly()).place()).startsWith("Medborgerhuset");
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        assertThat(notice()).contains("Medborgerhuset").doesNotContain("Stedet følger");
        // moved: the room is asked about the new day
        story.isMoved("2027-04-06T19:00", "Påske.");
        assertThat(story.rooms().get(0)).startsWith("Medborgerhuset");
        story.isCancelled("Alle er syge.");
        assertThat(story.rooms()).noneMatch(each -> each.endsWith("CONFIRMED"));
    }

    @Test
    void theNoticeHasAllOfIt_inOneFile() {
        accounts.aCluster(PaymentMode.OWN_ACCOUNT);
        accounts.isPosted("2026-03-01", "2200", "5800", 1_234_56L);
        accounts.isReadyForTheAssembly(2026);
        story.goesOnIn(accounts);
        story.itIs("2027-02-01T08:00");
        budgets.set(story.cluster(), "2100", 2027, 40_000_00L, "test");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.proposes("m15", "hvad", "STATUTES", "felt", "notice_days", "ny", "21", "tekst", "Der er ferie.");
        story.proposes("m14", "hvad", "MOTION", "titel", "Fælles kaffe", "tekst", "Det er hyggeligt.");
        story.proposes("m13", "hvad", "STAND_TREASURER", "tekst", "Jeg vil gerne");
        story.passesUntil("2027-02-25T12:00");
        story.answersTask("formand", "giveOpinion", Map.of("opinion", "Vi støtter begge."));

        String notice = notice();
        assertThat(notice)
                .contains("Indkaldelse til ordinær generalforsamling")
                .contains("torsdag den 18. marts 2027")
                .contains("Lægehuset Havnen")
                // the agenda in its order
                .containsSubsequence(
                        "1. Valg af dirigent og referent",
                        "2. Bestyrelsens og koordinatorens beretning",
                        "3. Regnskab for 2026 til godkendelse",
                        "4. Budget for 2027 til godkendelse",
                        "5. Forslag 1:",
                        "6. Forslag 2: Fælles kaffe",
                        "7. Valg af kasserer",
                        "8. Valg af revisor",
                        "9. Eventuelt")
                // old and new, and why
                .containsSubsequence("Nu", "Forslag", "14", "21", "Der er ferie.")
                .contains("Det er hyggeligt.")
                // who stands
                .containsSubsequence("Kandidater", "Kasserer", "Jeg vil gerne")
                // the budget
                .containsSubsequence("Budget", "2100", "40.000,00")
                .contains("Bestyrelsen udtaler: Vi støtter begge.")
                .contains("Vedtægterne ændres med")
                // and the accounts behind it: the year's result
                .containsSubsequence("Vedtægterne tillader", "1.234,56", "Underskud");
        assertThat(story.mails(AssemblyLetters.NOTICE)).hasSizeGreaterThanOrEqualTo(21);
    }

    @Test
    void theAttestSaysWhoDidNotGetIt_andWhatWasDone() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
        story.itIs("2027-02-01T08:00");
        story.theOrdinaryIsStarted();
        story.theBoardFixes("tor 18/3 19.00");
        story.passesUntil("2027-03-02T12:00");
        story.theBoardSays("");
        story.theMailIsTaken(AssemblyLetters.NOTICE);
        assertThat(text(paper.attest(story.assembly()))).contains("Alle har fået indkaldelsen.");
        story.passesUntil("2027-03-03T12:00");
        story.comesBack("m13", AssemblyLetters.NOTICE);
        story.comesBack("m14", AssemblyLetters.NOTICE);
        story.comesBack("m15", AssemblyLetters.NOTICE);
        // on the day after the last lawful one: that does not move the day
        story.passesUntil("2027-03-04T09:00");
        story.isSentAgainTo("m13", AssemblyLetters.NOTICE, "ny@klinik.example");
        story.theMailIsTaken(AssemblyLetters.NOTICE);
        story.isGivenUp("m14", AssemblyLetters.NOTICE);

        assertThat(text(paper.attest(story.assembly())))
                .contains(
                        "Indkaldelsen er sendt i tide efter vedtægterne. At en mail kommer tilbage og sendes igen, flytter ikke dagen.")
                .contains("Ikke fået indkaldelsen på mail: " + story.nameOf("m14") + ", " + story.nameOf("m15") + ".")
                .contains(
                        story.nameOf("m13")
                                + " 04.03.2027 09.00 Kom tilbage 03.03.2027 12.00: Adressen findes ikke. Sendt igen og afleveret.")
                .contains(
                        story.nameOf("m14") + " 04.03.2027 09.00 Kom ikke frem. Adressen findes ikke. Ikke sendt igen.")
                .contains(
                        story.nameOf("m15")
                                + " 03.03.2027 12.00 Kom ikke frem. Adressen findes ikke. Der er ikke gjort noget ved det endnu.");
        story.isGivenUp("m15", AssemblyLetters.NOTICE);
    }
}
