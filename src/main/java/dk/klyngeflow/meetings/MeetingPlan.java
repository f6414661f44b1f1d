package dk.klyngeflow.meetings;

import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.topics.TopicBank;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the coordinator decides about a meeting before its date is asked about. */
@Component
class MeetingPlan {

    private static final Set<String> NEEDS = Set.of("ROOM", "CATERING", "SPEAKER", "DATA");
    private static final int LONGEST_TITLE = 200;

    private final Meetings meetings;
    private final MeetingPeople people;
    private final MeetingEvents events;
    private final TopicBank topics;
    private final ProposedDates dates;
    private final WishedSuppliers wishes;
    private final CopenhagenTime time;

    MeetingPlan(
            Meetings meetings,
            MeetingPeople people,
            MeetingEvents events,
            TopicBank topics,
            ProposedDates dates,
            WishedSuppliers wishes,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.people = people;
        this.events = events;
        this.topics = topics;
        this.dates = dates;
        this.wishes = wishes;
        this.time = time;
    }

    record Form(
            Topic topic,
            int minutes,
            List<Instant> times,
            String place,
            List<String> required,
            Set<String> needs,
            Wishes wishes) {

        record Topic(String topicId, String title, String text) {}

        /** Suppliers' ids; empty for the first of the list. */
        record Wishes(String wishRoom, String wishCatering, String wishSpeaker, String speakerDeclined) {}
    }

    Form read(FormFields fields, Answer answer) {
        Meeting meeting = meeting(answer);
        Form.Topic topic = topic(fields, answer);
        int minutes = minutes(fields);
        List<Instant> times = dates.read(fields, "times", meeting.clusterId(), time.now());
        Set<String> needs = needs(fields);
        Form.Wishes wished = wishes.read(fields, answer.clusterId());
        Set<String> members = people.of(meeting).stream().map(Invited::personId).collect(Collectors.toSet());
        List<String> required = list(fields, "required", "Skal være med");
        if (!members.containsAll(required)) {
            fields.wrong("En af dem, der skal være med, er ikke længere medlem. Vælg igen.");
        }
        String place = fields.text("place", "Sted");
        if (place.length() > 300) {
            fields.wrong("Stedet må højst fylde 300 tegn.");
        }
        return new Form(topic, minutes, times, place, required, needs, wished);
    }

    private Form.Topic topic(FormFields fields, Answer answer) {
        String topic = fields.text("topicId", "Emne");
        if (!topic.isEmpty() && topics.find(answer.clusterId(), topic).isEmpty()) {
            fields.wrong("Emnet findes ikke længere. Vælg et andet.");
        }
        String title = fields.text("title", "Emne");
        if (topic.isEmpty() && title.isEmpty()) {
            fields.wrong("Vælg et emne, eller skriv et.");
        }
        if (title.length() > LONGEST_TITLE) {
            fields.wrong("Emnet må højst fylde " + LONGEST_TITLE + " tegn.");
        }
        return new Form.Topic(topic, title, fields.paragraphs("text", "Beskrivelse"));
    }

    /** @return the meeting as it is now */
    Meeting keep(Form form, Answer answer) {
        Meeting meeting = meeting(answer);
        String topicId = form.topic().topicId();
        String typed = form.topic().title();
        boolean isUntouched = typed.equals(meeting.title());
        String title = !topicId.isEmpty() && (typed.isEmpty() || isUntouched)
                ? topics.find(answer.clusterId(), topicId).orElseThrow().title()
                : typed;
        Set<String> needs = form.needs();
        meetings.plan(
                meeting,
                new Meeting.Plan(
                        title,
                        form.topic().text(),
                        topicId.isEmpty() ? (isUntouched ? meeting.topicId() : null) : topicId,
                        form.minutes(),
                        form.place(),
                        new Meeting.Wants(
                                needs.contains("ROOM"),
                                needs.contains("CATERING"),
                                needs.contains("SPEAKER"),
                                needs.contains("DATA"))));
        wishes.keep(meeting, form.wishes());
        meetings.propose(meeting.clusterId(), meeting.meetingId(), form.times());
        meetings.status(meeting.clusterId(), meeting.meetingId(), MeetingStatus.DATING);
        people.addMembers(meeting);
        people.require(meeting, form.required());
        if (!topicId.isEmpty()) {
            topics.used(meeting.clusterId(), topicId, meeting.meetingId());
        }
        events.add(meeting.clusterId(), meeting.meetingId(), MeetingEvents.Kind.PLANNED, answer.personId(), title);
        return meetings.get(meeting.clusterId(), meeting.meetingId());
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), MeetingCycleVariables.MEETING_ID.in(answer.known()));
    }

    private static int minutes(FormFields fields) {
        String text = fields.required("minutes", "Varighed");
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 15 && Integer.parseInt(text) <= 720) {
            return Integer.parseInt(text);
        }
        fields.wrong("Varigheden skal være mellem 15 og 720 minutter.");
        return 0;
    }

    private static Set<String> needs(FormFields fields) {
        Set<String> needs = Set.copyOf(list(fields, "needs", "Skal bestilles"));
        if (!NEEDS.containsAll(needs)) {
            fields.wrong("Vælg, hvad der skal bestilles, blandt mulighederne.");
        }
        return needs;
    }

    private static List<String> list(FormFields fields, String name, String label) {
        return Arrays.stream(fields.text(name, label).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
