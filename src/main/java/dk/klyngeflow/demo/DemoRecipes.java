package dk.klyngeflow.demo;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.ClusterRegister.NewPractice;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.recipes.SharedAtOnce;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A cluster that does not exist and has told the others what worked: two recipes beside the demo's own topics. */
@Component
@Profile("demo")
class DemoRecipes {

    private static final String CLUSTER = "fjordklyngen";
    private static final String COORDINATOR = "fjord-koordinator";

    private final ClusterRegister register;
    private final Meetings meetings;
    private final SharedAtOnce recipes;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;

    DemoRecipes(
            ClusterRegister register,
            Meetings meetings,
            SharedAtOnce recipes,
            CopenhagenTime time,
            TransactionTemplate transaction) {
        this.register = register;
        this.meetings = meetings;
        this.recipes = recipes;
        this.time = time;
        this.transaction = transaction;
    }

    void tell() {
        register.open(
                new Cluster(
                        CLUSTER,
                        "Fjordklyngen",
                        null,
                        PaymentMode.PLO,
                        "post@fjordklyngen.example",
                        "Region Nord",
                        null),
                List.of(new NewPractice("991101", "Lægerne Sundet", 4_900)),
                List.of(new NewPerson(
                        COORDINATOR,
                        "Tove Engdal",
                        "tove.engdal@fjordklyngen.example",
                        List.of(Post.COORDINATOR, Post.MEMBER),
                        "991101",
                        null)));
        transaction.executeWithoutResult(status -> {
            recipes.share(
                    meeting("Færre lange kure med sovemedicin", 14, """
                            16.30  Velkomst, og hvad vi vil nå (10 min.)
                            16.40  Alle ser på deres egne tal i stilhed (10 min.)
                            16.50  Samtale i grupper på tre (45 min.)
                            17.35  Pause (10 min.)
                            17.45  Sygeplejersken viser en plan for nedtrapning (20 min.)
                            18.05  Runde: alle siger, hvad de tager med hjem (15 min.)
                            18.20  Aftaler: hvem gør hvad, og hvornår
                            18.30  Tak for i dag"""),
                    new SharedAtOnce.Words(
                            "Mange begynder på sovemedicin efter en indlæggelse og slipper den aldrig igen. Mødet giver en fælles plan for at trappe ned.",
                            "Hvem fornyer recepten hos jer, og hvad bliver der spurgt om?\nHvordan siger I nej på en god måde?\nHvad vil I prøve inden næste måling?",
                            "Andelen af patienter i behandling, der har fået sovemedicin i mere end fire uger.",
                            "Fornyelse går altid om ad lægen\nAlle får tilbudt en plan for nedtrapning\nSygeplejersken ringer efter to uger",
                            "Da vi målte igen, var det gået fremad. Planen på papir var det, der virkede: den kunne ligge i konsultationen."),
                    COORDINATOR);
            recipes.share(
                    meeting("Bedre opfølgning på KOL", 20, """
                            17.00  Velkomst (5 min.)
                            17.05  Siden sidst (10 min.)
                            17.15  To korte patienthistorier uden navne (20 min.)
                            17.35  Samtale i små grupper (40 min.)
                            18.15  Fælles: sådan gør vi ved årskontrollen (25 min.)
                            18.40  Aftaler: hvem gør hvad, og hvornår
                            18.55  Tak for i dag"""),
                    new SharedAtOnce.Words(
                            "Årskontrollen er forskellig fra klinik til klinik. Vi ville lære af hinanden og enes om det vigtigste.",
                            "Hvad gør I, når en patient udebliver?\nHvem i klinikken kan gøre hvad?",
                            "Andelen med KOL, der har fået målt lungefunktion inden for et år.",
                            "Vi indkalder efter fødselsmåned\nInhalationsteknik vises hver gang",
                            "Grupperne fungerede, da de var blandet på tværs af klinikker. Sæt god tid af til det fælles."),
                    COORDINATOR);
        });
    }

    private Meeting meeting(String title, int monthsAgo, String agenda) {
        LocalDate day = WorkingDays.after(time.today().minusMonths(monthsAgo), 0);
        Meeting meeting = meetings.add(
                CLUSTER, title, day, day, 120, CLUSTER + "-" + monthsAgo + "@klyngeflow.example", COORDINATOR);
        meetings.fixDate(CLUSTER, meeting.meetingId(), CopenhagenTime.at(day, LocalTime.of(16, 30)));
        meetings.agenda(CLUSTER, meeting.meetingId(), agenda, null);
        meetings.status(CLUSTER, meeting.meetingId(), MeetingStatus.CLOSED);
        return meetings.get(CLUSTER, meeting.meetingId());
    }
}
