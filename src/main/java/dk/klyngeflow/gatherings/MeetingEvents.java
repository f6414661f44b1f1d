package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened to each meeting, in order, for people to read. Only ever added to. */
@Repository
public class MeetingEvents {

    /** What can happen, as a Danish sentence without names. */
    public enum Kind {
        WISHED("Møde ønsket"),
        PLANNED("Planlagt"),
        DATES_ASKED("Spurgt om dato"),
        DATES_REMINDED("Mindet om datoerne"),
        POLL_PROLONGED("Afstemningen om dato er forlænget"),
        POLL_CLOSED_EARLY("Afstemningen om dato er lukket før tid"),
        NO_DATE("Ingen dato blev fundet"),
        DATE_CHOSEN("Datoen er valgt"),
        DATE_TOLD("Dato meddelt"),
        NEW_DATE_TOLD("Ny dato meddelt"),
        MOVED("Flyttet"),
        CANCELLED("Aflyst"),
        CANCELLATION_TOLD("Besked om aflysning"),
        ROOM_BOOKED("Lokale er aftalt"),
        CATERING_BOOKED("Forplejning er aftalt"),
        SPEAKER_BOOKED("Oplæg er aftalt"),
        CONSENT_ASKED("Spurgt om samtykke til data"),
        DATA_ORDERED("Datapakken er bestilt"),
        DATA_RECEIVED("Data er modtaget"),
        HELD_WITHOUT_DATA("Mødet holdes uden data"),
        AGENDA_APPROVED("Dagsorden godkendt"),
        INVITED("Indkaldelse sendt"),
        PLACE_TOLD("Sted meddelt"),
        REPLIES_REMINDED("Mindet om svar"),
        ANOTHER_TIME_PROPOSED("Foreslår en anden tid"),
        REPLIES_CLOSED("Tilmelding lukket"),
        HELD_WITH_FEW("Mødet holdes, for ingen har valgt andet"),
        MEETING_REMINDED("Mindet om mødet"),
        REPLY_BY_PHONE("Tilmelding fra et medlem taget i telefonen"),
        CONSENT_BY_PHONE("Svar om data taget i telefonen"),
        DATES_BY_PHONE("Svar om datoer taget i telefonen"),
        HELD("Mødet er holdt"),
        RECORDED("Fremmøde og aftaler er registreret"),
        KEY_POINTS("Hovedpunkterne er skrevet"),
        KEY_POINTS_LATE("Hovedpunkterne kom ikke i tide; referatet går videre"),
        MINUTES_APPROVED("Referatet er godkendt"),
        MINUTES_SENT("Referatet er sendt"),
        ITEM_PASSED_ON("En aftale er gået til koordinatoren, fordi den, der havde den, har forladt klyngen"),
        RE_MEASURE_DUE("Det er tid til at måle på emnet igen"),
        RE_MEASURED("Der er målt på emnet igen"),
        NOT_RE_MEASURED("Der bliver ikke målt igen"),
        CLOSED("Mødet er afsluttet"),
        /** What was kept before there were kinds; its sentence stands in the text. */
        OTHER("Andet");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /** @param personId null when the system did it */
    public record Event(Kind kind, @Nullable String personId, String text, Instant at) {

        /** What has happened, and what there is to say of it. */
        public String sentence() {
            if (kind == Kind.OTHER) {
                return text;
            }
            return text.isBlank() ? kind.danish() : kind.danish() + ": " + text;
        }
    }

    private static final Rows<Event> EVENT = Rows.of(Event.class, "meeting_event");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher listeners;

    MeetingEvents(JdbcClient jdbc, CopenhagenTime time, ApplicationEventPublisher listeners) {
        this.jdbc = jdbc;
        this.time = time;
        this.listeners = listeners;
    }

    /** Other stages hear of a meeting that is held or cancelled. */
    public void add(String clusterId, String meetingId, Kind kind, @Nullable String personId, String text) {
        jdbc.sql("""
                        insert into klyngeflow.meeting_event (cluster_id, meeting_id, kind, person_id, text, at)
                        values (:cluster, :id, :kind, :person, :text, :at)""")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .param("kind", kind.name())
                .param("person", personId)
                .param("text", text)
                .param("at", Timestamp.from(time.now()))
                .update();
        if (kind == Kind.HELD) {
            listeners.publishEvent(new MeetingHeld(clusterId, meetingId));
        } else if (kind == Kind.CANCELLED) {
            listeners.publishEvent(new MeetingCancelled(clusterId, meetingId));
        }
    }

    public List<Event> of(Meeting meeting) {
        return jdbc.sql("""
                        select kind, person_id, text, at from klyngeflow.meeting_event
                        where cluster_id = :cluster and meeting_id = :id order by event_id""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .query(EVENT)
                .list();
    }
}
