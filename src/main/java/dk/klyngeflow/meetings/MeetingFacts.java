package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.pages.CaseFacts;
import dk.klyngeflow.topics.TopicBank;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a member is told of a meeting when she is asked to help with one of its tasks. */
@Component
class MeetingFacts implements CaseFacts {

    private static final int MOST_TOPICS = 5;

    private final Meetings meetings;
    private final WrapUps wrapUps;
    private final TopicBank topics;

    MeetingFacts(Meetings meetings, WrapUps wrapUps, TopicBank topics) {
        this.meetings = meetings;
        this.wrapUps = wrapUps;
        this.topics = topics;
    }

    @Override
    public Optional<Told> of(String clusterId, String businessKey) {
        return meetings.byKey(clusterId, ofMeeting(businessKey)).map(this::told);
    }

    /** What a meeting's parts run under begins with its own key: nordklyngen/2027-01/dato. */
    static String ofMeeting(String businessKey) {
        String[] parts = businessKey.split("/");
        return parts.length < 2 ? businessKey : parts[0] + "/" + parts[1];
    }

    private Told told(Meeting meeting) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "Møde", meeting.title());
        put(facts, "Hvornår", meeting.when());
        put(facts, "Sted", meeting.place());
        List<String> texts = new ArrayList<>();
        if (meeting.title().isBlank()) {
            add(texts, "Det, medlemmerne gerne vil tale om", wishes(meeting));
        }
        add(texts, "Hvad mødet handler om", meeting.text());
        add(texts, "Dagsorden", meeting.agenda());
        wrapUps.find(meeting.clusterId(), meeting.meetingId())
                .ifPresent(wrapUp -> add(texts, "Hovedpunkter fra mødet", wrapUp.keyPoints()));
        return new Told(facts, texts);
    }

    private String wishes(Meeting meeting) {
        return topics.ranked(meeting.clusterId()).stream()
                .limit(MOST_TOPICS)
                .map(topic -> topic.title() + " (" + topic.votes() + (topic.votes() == 1 ? " stemme)" : " stemmer)"))
                .collect(Collectors.joining("\n"));
    }

    private static void put(Map<String, String> facts, String label, String value) {
        if (!value.isBlank()) {
            facts.put(label, value);
        }
    }

    private static void add(List<String> texts, String heading, String text) {
        if (!text.isBlank()) {
            texts.add(heading + ":\n" + text);
        }
    }
}
