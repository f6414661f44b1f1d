package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.founding.LocalModelStory;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.statutes.StatutesText;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the next coordinator needs to know is in the paper that she gets. */
@KlyngeflowTest
class HandoverNoteTest {

    @Autowired
    CoordinatorStory story;

    @Autowired
    LocalModelStory model;

    @Autowired
    StatutesText statutes;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Meetings meetings;

    @Autowired
    ActionItems promises;

    @Autowired
    Budgets budgets;

    @Autowired
    ChartOfAccounts chart;

    @Test
    void openCasesDatesContactsBudgetModelStatutesSuppliersAndPromisesAreInThePaper() {
        story.aCluster();
        aMeetingHasBeenAgreedWithAPromise();
        theBudgetIsSet();
        aVenueIsWellKnown();
        statutes.adopt(story.cluster(), Map.of("notice_days", "21"), story.today());
        model.goesOnIn(story);
        model.agreesOn(Map.of("note", "Vi begynder til tiden."));
        story.theCoordinatorHasATask();

        story.aHandoverIsAgreed("medlem", 14);
        story.handsOver("Husk, at kommunen er lovet svar i marts.");
        String note = story.note();

        assertThat(note).as("what she writes herself").contains("Husk, at kommunen er lovet svar i marts.");
        assertThat(section(note, "Åbne opgaver i klyngen", "Datoer")).contains("Vælg emne");
        assertThat(section(note, "Datoer, der kommer", "Lovet på møderne"))
                .contains("Diabetes og nyrer, Lægehuset Havnen", "fortegnelsen over praksis");
        assertThat(section(note, "Lovet på møderne", "Budget i år")).contains("Skrive til kommunen (Mads Enevold, ");
        assertThat(section(note, "Budget i år", "Kontakter")).contains("2100", "12.000,00");
        assertThat(section(note, "Kontakter", "Dem, klyngen bestiller hos"))
                .contains("Sekretær: Signe Vestrup", "Klyngens postkasse", "@");
        assertThat(section(note, "Dem, klyngen bestiller hos", "Lokal model"))
                .contains("Lokale: Kulturhuset, Ib Nørgaard, ib@kulturhuset.example, 98 11 22 33", "500 kr. timen")
                .doesNotContain("Lukket Kro");
        assertThat(section(note, "Lokal model", "Vedtægter"))
                .contains("Version 1, vedtaget den ", ": 4 møder", "Vi begynder til tiden.");
        assertThat(section(note, "Vedtægter", "Tjeklisten"))
                .contains("Version 1, gælder fra den ", "inden udgangen af marts");
    }

    @Test
    void whatThereIsNotIsSaid() {
        story.aCluster();
        story.aHandoverIsAgreed("medlem", 14);
        story.handsOver("");

        assertThat(story.note())
                .contains(
                        "Der er ikke skrevet noget.",
                        "Intet står åbent.",
                        "Ingen er skrevet op.",
                        "Klyngen har ikke vedtaget en lokal model.",
                        "Klyngen har ikke skrevet sine vedtægter ind endnu");
    }

    private static String section(String note, String heading, String next) {
        int from = note.indexOf(heading);
        int to = note.indexOf(next, from + heading.length());
        assertThat(from).as(heading).isPositive();
        assertThat(to).as("%s after %s", next, heading).isGreaterThan(from);
        return note.substring(from, to);
    }

    private void aMeetingHasBeenAgreedWithAPromise() {
        Meeting meeting = meetings.add(
                story.cluster(),
                "Diabetes og nyrer",
                story.today().plusDays(30),
                story.today().plusDays(60),
                120,
                story.cluster() + "-note@test.example",
                story.person("koordinator"));
        meetings.fixDate(
                story.cluster(),
                meeting.meetingId(),
                CopenhagenTime.at(story.today().plusDays(40), LocalTime.of(16, 30)));
        meetings.place(story.cluster(), meeting.meetingId(), "Lægehuset Havnen");
        promises.replace(
                meeting,
                List.of(new ActionItem.New(
                        "Skrive til kommunen",
                        story.person("medlem"),
                        story.today().plusDays(50))));
    }

    private void theBudgetIsSet() {
        chart.open(story.cluster());
        budgets.set(story.cluster(), "2100", story.today().getYear(), 1_200_000, story.person("kasserer"));
    }

    private void aVenueIsWellKnown() {
        Suppliers.Terms terms = new Suppliers.Terms("500 kr. timen", "", null);
        Suppliers.Reach reach =
                new Suppliers.Reach("Ib Nørgaard", "ib@kulturhuset.example", "98 11 22 33", "", "Havnegade 1");
        suppliers.add(story.cluster(), new Suppliers.Entry(BookingKind.ROOM, "Kulturhuset", reach, terms, false, true));
        suppliers.add(story.cluster(), new Suppliers.Entry(BookingKind.ROOM, "Lukket Kro", reach, terms, false, false));
    }
}
