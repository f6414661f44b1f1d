package dk.klyngeflow.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.accounts.YearClosing;
import dk.klyngeflow.accounts.YearFigures;
import dk.klyngeflow.accounts.YearSnapshots;
import dk.klyngeflow.accounts.YearState;
import dk.klyngeflow.annualaccounts.Draft;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every way in which annual accounts go, and the worked cases through the process. */
@KlyngeflowTest
class AnnualAccountsTest {

    @Autowired
    AnnualAccountsStory story;

    @Autowired
    AccountingYears years;

    @Autowired
    YearFigures figures;

    @Autowired
    YearSnapshots snapshots;

    @Autowired
    YearClosing closing;

    @Autowired
    Documents documents;

    @BeforeEach
    void aCluster() {
        story.aCluster(PaymentMode.OWN_ACCOUNT);
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    /** Cases A1, A2, A3 and A4: the figures of Klynge Nord, from its bank file to the closed year. */
    @Test
    void theYearOfNordIsClosedToTheOere() {
        story.klyngeNord();
        story.theYearWantsThem(2026);
        story.waitsFor("gatherStatements");

        story.theBankSaysAllOfIt();
        story.waitsFor("lockAccounts");
        assertThatThrownBy(() -> story.answersTask("treasurer", "lockAccounts", Map.of("lock", "YES")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("er ikke afstemt");
        story.everyLineIsExplained();
        story.answersTask("treasurer", "lockAccounts", Map.of("lock", "YES"));
        assertThat(years.state(story.cluster(), 2026)).isEqualTo(YearState.LOCKED);
        story.theBalanceIsExplained("treasurer");

        String text = text(story.draft(2026).documentId());
        assertThat(text)
                .contains("175.203,18")
                .contains("60.207,24")
                .contains("114.995,94")
                .contains("152.996,69")
                .contains("38.000,75")
                .contains("Undervejs:")
                .contains("3.000,00");
        story.theAuditorApproves("auditor", 2026);
        story.theBoardSigns(2026);
        story.waitsFor("recordDecision");
        story.theAssemblyDecides(2026, true);
        assertThat(years.state(story.cluster(), 2026)).isEqualTo(YearState.CLOSED);
        assertThat(story.openTasks()).isEmpty();
        assertThat(figures.opening(story.cluster(), 2027).get("5800")).isEqualTo(15299669);
        assertThat(snapshots.frozen(story.cluster(), 2026).orElseThrow().assets())
                .containsExactly(Map.entry("5800", 15299669L));
        assertThat(snapshots.differing()).noneMatch(each -> each.clusterId().equals(story.cluster()));
    }

    @Test
    void whatIsSealedIsStillPdfAAndSaysWhoHasApprovedWhat() throws Exception {
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        story.isReadyForTheAssembly(2026);

        Draft draft = story.draft(2026);
        byte[] sealed = documents.content(story.cluster(), String.valueOf(draft.sealedId()));
        try (PDDocument pdf = Loader.loadPDF(sealed)) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(1);
            assertThat(pdf.getSignatureDictionaries().get(0).getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper ofPage = new PDFTextStripper();
                ofPage.setStartPage(page);
                ofPage.setEndPage(page);
                String number = "Side " + page + (page == pages ? " af " + pages : "");
                assertThat(ofPage.getText(pdf).lines())
                        .as("the last one tells how many there are")
                        .anyMatch(line -> line.endsWith(number));
            }
        }
        assertThat(text(String.valueOf(draft.sealedId())))
                .contains(draft.sha256().substring(0, 20))
                .contains("ikke personernes egen underskrift med MitID");
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(sealed), PDFAFlavour.PDFA_2_B)) {
            assertThat(Foundries.defaultInstance()
                            .createValidator(PDFAFlavour.PDFA_2_B, false)
                            .validate(parser)
                            .isCompliant())
                    .isTrue();
        }
    }

    /** Case A11: only the treasurer posts after the lock, and what was approved is a draft of yesterday. */
    @Test
    void aLatePostingMakesEveryApprovalVoid() {
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        story.isReadyForTheAssembly(2026);
        Draft first = story.draft(2026);
        assertThatThrownBy(() -> story.isPosted("2026-12-15", "2100", "5800", 100))
                .hasMessageContaining("kassereren");

        story.isPostedLate("2100", "5800", 5_000, story.person("kasserer"));
        story.waitsFor("auditAccounts");
        Draft second = story.draft(2026);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.sealedId()).isNull();
        assertThat(story.accounts().missingSignatures(story.cluster(), 2026))
                .isEqualTo(story.accounts().board(story.cluster(), 2026));
        assertThatThrownBy(() -> story.signs(story.person("formand"), first)).isInstanceOf(RuntimeException.class);
        story.theAuditorApproves("revisor", 2026);
        story.theBoardSigns(2026);
        story.theAssemblyDecides(2026, true);
        assertThat(years.isClosed(story.cluster(), 2026)).isTrue();
    }

    /** Case A15. */
    @Test
    void whatTheAssemblyRejectsStaysLockedAndIsMadeAnew() {
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        story.isReadyForTheAssembly(2026);
        story.theAssemblyDecides(2026, false);
        story.waitsFor("reworkAccounts");
        assertThat(years.state(story.cluster(), 2026)).isEqualTo(YearState.LOCKED);

        story.answersTask("formand", "reworkAccounts", Map.of("reworked", "YES"));
        story.theBalanceIsExplained("kasserer");
        story.waitsFor("auditAccounts");
        assertThat(story.draft(2026).version()).isEqualTo(2);
        story.theAuditorApproves("revisor", 2026);
        story.theBoardSigns(2026);
        story.answersTask(
                "sekretaer",
                "recordDecision",
                Map.of("decision", "YES", "decidedOn", "2027-01-10", "minutes", "Referat i foreningens mappe"));
        assertThat(years.isClosed(story.cluster(), 2026)).isTrue();
    }

    @Test
    void theAuditorsRemarksAreAnsweredOneByOne() {
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        story.theYearWantsThem(2026);
        story.isLockedWithoutStatements("sekretaer", "kasserer");
        story.theBalanceIsExplained("kasserer");
        story.theAuditorRemarks("revisor", "Hvor er aftalen om taksten?");
        assertThatThrownBy(() -> story.answersTask("kasserer", "answerComments", Map.of("answered", "YES")))
                .isInstanceOf(FormRefused.class);
        story.accounts().answer(story.cluster(), 2026, 1, "Den er vedlagt bilag 1.", story.person("kasserer"));
        story.answersTask("kasserer", "answerComments", Map.of("answered", "YES"));
        assertThat(story.draft(2026).version()).isEqualTo(2);
        assertThatThrownBy(() -> story.answersTask(
                        "revisor",
                        "auditAccounts",
                        Map.of("verdict", "APPROVE", "sha256", story.draft(2026).sha256(), "comment", "")))
                .hasMessageContaining("tjekliste");
        story.theAuditorApproves("revisor", 2026);
        story.tookThePath("answerComments", "askBoardToSign");
    }

    /** Two years one after the other; cases A3, A13 and A14 through the process. */
    @Test
    void yearsAreClosedInOrderAndFiguresAreCarriedOver() throws Exception {
        story.isPosted("2025-03-01", "5800", "1100", 400_000);
        story.isPosted("2025-06-01", "2100", "5800", 150_000);
        story.isPosted("2026-02-01", "2100", "5800", 50_000);
        story.theYearWantsThem(2026);
        story.answersTask("sekretaer", "gatherStatements", Map.of("without", "Kontoen er lukket"));
        assertThatThrownBy(() -> story.answersTask("kasserer", "lockAccounts", Map.of("lock", "YES")))
                .hasMessageContaining("2025");
        story.isReadyFor2025();
        story.theAssemblyDecides(2025, true);
        story.answersTask("kasserer", "lockAccounts", Map.of("lock", "YES"));
        story.theBalanceIsExplained("kasserer");

        assertThat(text(story.draft(2026).documentId()))
                .contains("4.000,00")
                .contains("1.500,00")
                .contains("Underskud");
        story.theAuditorApproves("revisor", 2026);
        story.theBoardSigns(2026);
        story.theAssemblyDecides(2026, true);
        assertThat(years.isClosed(story.cluster(), 2026)).isTrue();
        assertThat(figures.opening(story.cluster(), 2026).get("5800")).isEqualTo(250_000);
        assertThat(figures.opening(story.cluster(), 2027).get("5800")).isEqualTo(200_000);
        assertThat(figures.opening(story.cluster(), 2027).entrySet())
                .filteredOn(each -> each.getKey().compareTo("5") < 0)
                .allMatch(each -> each.getValue() == 0);
        String hash = snapshots.hashOf(story.cluster(), 2025).orElseThrow();
        Voucher old = story.ledger().vouchers(story.cluster(), 2025).get(1);
        Voucher reversal = story.ledger().reverse(story.cluster(), old.id(), "Forkert leje", story.person("kasserer"));
        assertThat(reversal.year()).isEqualTo(2027);
        assertThat(reversal.text()).contains("vedr. bilag 2025-2");
        assertThat(snapshots.differing()).noneMatch(each -> each.clusterId().equals(story.cluster()));
        assertThat(snapshots.hashOf(story.cluster(), 2025)).contains(hash);
    }

    /** Case A20. */
    @Test
    void anOverdraftIsADebtAndADeficitIsCalledSo() {
        story.isPosted("2026-01-02", "5800", "7100", 848_000);
        story.isPosted("2026-06-01", "2300", "5800", 1_488_517);
        story.isPosted("2026-12-30", "2200", "6800", 1_072_020);
        story.theYearWantsThem(2026);
        story.isLockedWithoutStatements("sekretaer", "kasserer");
        story.theBalanceIsExplained("kasserer");
        assertThat(text(story.draft(2026).documentId()))
                .contains("(overtræk)")
                .contains("6.405,17")
                .contains("10.720,20")
                .contains("-17.125,37")
                .contains("25.605,37")
                .contains("Underskud");
    }

    @Test
    void aClusterThatPloPaysForHasNoBankOfItsOwn() {
        story.aCluster(PaymentMode.PLO);
        story.isPosted("2026-02-01", "5820", "1100", 100_000);
        story.theYearWantsThem(2026);
        story.waitsFor("lockAccounts");
        story.answersTask("kasserer", "lockAccounts", Map.of("lock", "YES"));
        assertThatThrownBy(() -> story.theBalanceIsExplained("kasserer")).hasMessageContaining("5820");
        story.accounts()
                .explain(story.cluster(), 2026, "5820", "PLO's årsopgørelse af 5. januar", story.person("kasserer"));
        story.theBalanceIsExplained("kasserer");
        assertThat(text(story.draft(2026).documentId())).contains("PLO's årsopgørelse");
    }

    @Test
    void aClusterIsNotOfferedTheAccountsOfAYearBeforeIt() {
        assertThat(story.accounts().isOfItsTime(story.cluster(), 2025)).isFalse();
        assertThat(story.accounts().isOfItsTime(story.cluster(), 2026)).isTrue();
        story.isPosted("2025-03-01", "5800", "1100", 400_000);
        assertThat(story.accounts().isOfItsTime(story.cluster(), 2025))
                .as("what it brought along is its own")
                .isTrue();
    }

    @Test
    void aYearIsBegunOnce() {
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        story.theYearWantsThem(2026);
        story.theYearWantsThem(2026);
        story.waitsFor("gatherStatements");
        story.tookThePath("accountsFoundUnderWay");
    }

    @Test
    void whoeverWasOfTheBoardOrPostedCannotAudit() {
        assertThat(story.accounts().objectionToAuditor(story.cluster(), 2026, story.person("kasserer")))
                .isPresent();
        assertThat(story.accounts().objectionToAuditor(story.cluster(), 2026, story.person("revisor")))
                .isEmpty();
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        assertThat(story.accounts().objectionToAuditor(story.cluster(), 2026, story.person("sekretaer")))
                .isPresent();
    }

    @Test
    void theSilentAreRemindedAndTheBoardHelps() {
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        story.theYearWantsThem(2026);
        story.isLockedWithoutStatements("sekretaer", "kasserer");
        story.theBalanceIsExplained("kasserer");
        story.theAuditorApproves("revisor", 2026);
        story.daysPass(8);
        story.tookThePath("remindBoard", "escalateAccounts");
    }

    @Test
    void aYearWithoutStatementsIsLockedForAReasonOnly() {
        story.isPosted("2026-02-01", "5800", "1100", 100_000);
        assertThatThrownBy(() -> closing.lock(story.cluster(), 2026, "x", ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kontoudtog");
    }

    private String text(String documentId) {
        try (PDDocument pdf = Loader.loadPDF(documents.content(story.cluster(), documentId))) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
