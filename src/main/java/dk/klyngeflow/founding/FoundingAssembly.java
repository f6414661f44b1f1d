package dk.klyngeflow.founding;

import dk.klyngeflow.calendar.CalendarEvent;
import dk.klyngeflow.calendar.CalendarFiles;
import dk.klyngeflow.foundings.DraftStatutes;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.polls.Asked;
import dk.klyngeflow.polls.DatePolls;
import dk.klyngeflow.polls.NewPoll;
import dk.klyngeflow.polls.PollMatter;
import dk.klyngeflow.polls.PollResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The founding assembly from its dates to the evening: the same poll, calendar and papers as the cluster's meetings have. */
@Component
class FoundingAssembly {

    private static final String INVITATION = "founding-assembly";
    private static final int PLACE_REMINDER_DAYS = 3;
    private static final String TITLE = "Stiftende generalforsamling";

    private final Foundings foundings;
    private final FoundingDoctors doctors;
    private final DatePolls polls;
    private final FoundingTimes times;
    private final FounderMails mails;
    private final DraftStatutes drafts;
    private final Calls calls;
    private final FoundingPlace place;

    FoundingAssembly(
            Foundings foundings,
            FoundingDoctors doctors,
            DatePolls polls,
            FoundingTimes times,
            FounderMails mails,
            DraftStatutes drafts,
            Calls calls,
            FoundingPlace place) {
        this.place = place;
        this.foundings = foundings;
        this.doctors = doctors;
        this.polls = polls;
        this.times = times;
        this.mails = mails;
        this.drafts = drafts;
        this.calls = calls;
    }

    /** What goes out in the mail of the assembly and into people's calendars. */
    @Component
    static class Calls {

        private final Clusters clusters;
        private final CalendarFiles calendars;
        private final Outbox outbox;

        Calls(Clusters clusters, CalendarFiles calendars, Outbox outbox) {
            this.clusters = clusters;
            this.calendars = calendars;
            this.outbox = outbox;
        }

        String newUid() {
            return calendars.newUid();
        }

        void send(Founding founding, FoundingDoctors.Doctor doctor, String draft) {
            CalendarEvent event = event(founding, Objects.requireNonNull(founding.assemblyAt()));
            outbox.enqueue(Mail.of(
                            founding.clusterId(),
                            INVITATION,
                            key(founding, doctor, INVITATION),
                            Recipient.person(doctor.personId()),
                            Map.of("at", founding.when(), "place", founding.place()),
                            founding.caseKey())
                    .withDocuments(List.of(draft))
                    .withCalendar(calendars.request(event, doctor.name(), doctor.mail())));
        }

        void elsewhere(Founding founding, FoundingDoctors.Doctor doctor) {
            CalendarEvent event = event(founding, Objects.requireNonNull(founding.assemblyAt()));
            outbox.enqueue(Mail.of(
                            founding.clusterId(),
                            "founding-news",
                            key(founding, doctor, "elsewhere"),
                            Recipient.person(doctor.personId()),
                            Map.of(
                                    "title",
                                    "Det stiftende møde holdes et andet sted",
                                    "text",
                                    "Den stiftende generalforsamling " + founding.when() + " holdes nu her: "
                                            + founding.place() + ". Dagen og klokkeslættet er de samme."),
                            founding.caseKey())
                    .withCalendar(calendars.request(event, doctor.name(), doctor.mail())));
        }

        void takeBack(Founding founding, FoundingDoctors.Doctor doctor) {
            CalendarEvent event = event(founding, Objects.requireNonNull(founding.assemblyAt()));
            outbox.enqueue(Mail.of(
                            founding.clusterId(),
                            "founding-news",
                            key(founding, doctor, "called-off"),
                            Recipient.person(doctor.personId()),
                            Map.of(
                                    "title",
                                    "Det stiftende møde er aflyst",
                                    "text",
                                    "Den stiftende generalforsamling " + founding.when()
                                            + " holdes ikke. Du får besked, hvis der kommer en ny dato."),
                            founding.caseKey())
                    .withCalendar(calendars.cancel(event, doctor.name(), doctor.mail())));
        }

        private static String key(Founding founding, FoundingDoctors.Doctor doctor, String what) {
            return what + ":" + founding.caseKey() + ":" + doctor.personId() + ":" + founding.round();
        }

        private CalendarEvent event(Founding founding, Instant at) {
            Cluster cluster = clusters.get(founding.clusterId());
            return new CalendarEvent(
                    founding.calendarUid(),
                    founding.round(),
                    TITLE + " · " + cluster.name(),
                    "Vedtægter, bestyrelse, revisor og koordinator. Udkastet til vedtægter er vedhæftet mailen.",
                    founding.place(),
                    at,
                    at.plus(Founding.LASTS),
                    new CalendarEvent.Organizer(cluster.name(), cluster.mail()));
        }
    }

    void askForDates(String clusterId) {
        foundings.stage(clusterId, FoundingStage.DATES);
        if (drafts.isUntouched(clusterId)) {
            mails.writeOfStatutes(
                    foundings.get(clusterId),
                    "statutes",
                    "Skriv udkastet til vedtægter",
                    "Mens vi finder en dato, kan du rette udkastet til vedtægter, felt for felt; ved hvert felt står, hvad det"
                            + " betyder, og vi siger til, hvis noget ikke passer sammen. Retter du intet, sendes udkastet ud, som"
                            + " det står. Det sendes først med indkaldelsen.");
        }
        mails.write(
                foundings.get(clusterId),
                "dates",
                "Foreslå datoer for det stiftende møde",
                "Der er praksis nok til at stifte klyngen. Åbn din side, og foreslå nogle datoer; så spørger vi alle, hvornår"
                        + " de kan.");
    }

    /** Of a poll that is opened today. */
    Instant datesCloseAt(String clusterId) {
        return times.deadline(clusterId, ClusterFoundingSettings.DATE_DAYS).closesAt();
    }

    FoundingTimes.Deadline openPoll(String clusterId) {
        Founding founding = foundings.get(clusterId);
        FoundingTimes.Deadline deadline = times.deadline(clusterId, ClusterFoundingSettings.DATE_DAYS);
        String pollId = polls.open(new NewPoll(
                        clusterId,
                        founding.caseKey(),
                        new PollMatter(
                                TITLE,
                                "Mødet, hvor klyngen bliver stiftet: vedtægter, bestyrelse, revisor og koordinator.",
                                (int) Founding.LASTS.toMinutes(),
                                1),
                        founding.proposed(),
                        doctors.of(clusterId).stream()
                                .map(doctor -> new Asked(
                                        doctor.personId(), doctor.personId().equals(founding.founderId())))
                                .toList(),
                        deadline.closesAt()))
                .pollId();
        foundings.poll(clusterId, pollId);
        foundings.stage(clusterId, FoundingStage.POLLING);
        return deadline;
    }

    void remind(String clusterId) {
        polls.remind(clusterId, pollOf(foundings.get(clusterId)));
    }

    void askToConvene(String clusterId) {
        Founding founding = foundings.get(clusterId);
        polls.close(clusterId, pollOf(founding));
        foundings.stage(clusterId, FoundingStage.CONVENE);
        mails.write(
                founding,
                "convene",
                "Vælg dato, og indkald",
                "Svarene om datoer er kommet. Åbn din side, vælg dato og sted, og læs udkastet til vedtægter, før det"
                        + " sendes ud.");
    }

    PollResult result(Founding founding) {
        return polls.result(founding.clusterId(), pollOf(founding));
    }

    /** The founder has chosen one of the dates. @return as it is convened now */
    Founding choose(Founding founding, int option, String place) {
        Instant at = polls.choose(founding.clusterId(), pollOf(founding), option);
        foundings.convene(founding.clusterId(), at, place, calls.newUid());
        return foundings.get(founding.clusterId());
    }

    /** The same evening at another place; the calendars follow. @return as it is convened now */
    Founding moveTo(Founding founding, String place) {
        String cluster = founding.clusterId();
        foundings.convene(cluster, founding.assemblyAt(), place, founding.calendarUid());
        Founding moved = foundings.get(cluster);
        doctors.of(cluster).forEach(doctor -> calls.elsewhere(moved, doctor));
        return moved;
    }

    record Convened(Instant at, String placeReminders) {}

    Convened invite(String clusterId) {
        Founding founding = foundings.get(clusterId);
        String draft = drafts.file(founding);
        foundings.sendsOut(clusterId, drafts.version(clusterId));
        doctors.of(clusterId).forEach(doctor -> calls.send(founding, doctor, draft));
        foundings.stage(clusterId, FoundingStage.CONVENED);
        return new Convened(Objects.requireNonNull(founding.assemblyAt()), times.every(PLACE_REMINDER_DAYS));
    }

    void callOff(String clusterId) {
        Founding founding = foundings.get(clusterId);
        doctors.of(clusterId).forEach(doctor -> calls.takeBack(founding, doctor));
        place.release(founding, "Mødet er aflyst.");
        foundings.convene(clusterId, null, founding.place(), "");
    }

    void askForRecord(String clusterId) {
        foundings.stage(clusterId, FoundingStage.RECORD);
        mails.writeOfStatutes(
                foundings.get(clusterId),
                "amendments",
                "Har mødet ændret vedtægterne?",
                "Vedtager mødet ændringer i udkastet, så ret felterne her, før I stemmer om det hele. Ændringerne kommer"
                        + " i referatet af sig selv. Er der ingen ændringer, skal du ikke gøre noget.");
        mails.write(
                foundings.get(clusterId),
                "record",
                "Aftenens skema",
                "Mødet begynder nu. Åbn din side, og udfyld ét skema: hvem der kom, hvad der blev vedtaget, og hvem der blev"
                        + " valgt. Det, du sender, bliver til referatet.");
    }

    /** Before that no assembly can be held: people answer first. */
    Instant earliest(Founding founding) {
        return times.end(founding.clusterId(), ClusterFoundingSettings.DATE_DAYS);
    }

    private static String pollOf(Founding founding) {
        return Objects.requireNonNull(founding.pollId(), "nobody has been asked for dates");
    }
}
