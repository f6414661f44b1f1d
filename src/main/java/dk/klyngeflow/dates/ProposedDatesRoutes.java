package dk.klyngeflow.dates;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.topics.Topic;
import dk.klyngeflow.topics.TopicBank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the forms that propose dates show: a suggestion, and what there is to know about dates that have been typed. */
@RestController
class ProposedDatesRoutes {

    private static final int LONGEST = 1_000;

    private final ProposedDates dates;
    private final Meetings meetings;
    private final TopicBank topics;
    private final MeetingsUnderWay underWay;
    private final CurrentPerson person;

    ProposedDatesRoutes(
            ProposedDates dates, Meetings meetings, TopicBank topics, MeetingsUnderWay underWay, CurrentPerson person) {
        this.dates = dates;
        this.topics = topics;
        this.underWay = underWay;
        this.meetings = meetings;
        this.person = person;
    }

    /**
     * @param times as the form's field takes them, one date a line
     * @param needs what the meeting wants that takes time
     */
    record Suggestion(String times, String needs) {}

    /** @param id empty when nobody has voted, or the topic is not on the list */
    record SuggestedTopic(String id) {}

    record Warning(String message, String severity) {}

    @GetMapping("/api/clusters/{cluster}/proposed-dates/span")
    ProposedDates.DateSpan span(@PathVariable String cluster) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        return dates.usualSpan(cluster, meetings.lastDay(cluster));
    }

    /** Says when the topic is that of another meeting under way: it has mostly been started twice. */
    @GetMapping("/api/clusters/{cluster}/meetings/{meeting}/same-topic")
    List<Warning> sameTopic(
            @PathVariable String cluster,
            @PathVariable String meeting,
            @RequestParam(defaultValue = "") String topicId,
            @RequestParam(defaultValue = "") String title) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        return underWay.aboutTheSame(cluster, meeting, topicId, title).stream()
                .map(message -> new Warning(message, "WARNING"))
                .toList();
    }

    @GetMapping("/api/clusters/{cluster}/meetings/{meeting}/proposed-dates")
    Suggestion suggestion(@PathVariable String cluster, @PathVariable String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting found = meetings.find(cluster, meeting).orElseThrow(Refused::notFound);
        // what was asked about has been answered: suggest other days
        List<Instant> taken = new ArrayList<>(meetings.proposedTimes(cluster, meeting));
        taken.addAll(meetings.taken(cluster));
        taken.addAll(meetings.askedAbout(cluster, meeting));
        return new Suggestion(
                ProposedDates.written(dates.suggestAgain(found, taken)), found.wantsData() ? "DATA" : "NONE");
    }

    /** The one it was begun with, or else the one that most members want to talk about. */
    @GetMapping("/api/clusters/{cluster}/meetings/{meeting}/suggested-topic")
    SuggestedTopic topic(@PathVariable String cluster, @PathVariable String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting found = meetings.find(cluster, meeting).orElseThrow(Refused::notFound);
        List<Topic> ranked = topics.ranked(cluster);
        return new SuggestedTopic(ranked.stream()
                .filter(topic -> topic.id().equals(found.topicId()))
                .findFirst()
                .or(() -> ranked.stream()
                        .limit(1)
                        .filter(first -> found.title().isBlank() && first.votes() > 0)
                        .findFirst())
                .map(Topic::id)
                .orElse(""));
    }

    /** What is said of dates when data are wished for. */
    @GetMapping("/api/clusters/{cluster}/proposed-dates/data-warnings")
    List<Warning> dataWarnings(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String times,
            @RequestParam(defaultValue = "") String needs) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        if (times.length() > LONGEST) {
            throw Refused.badRequest("Der er for mange datoer.");
        }
        boolean isWanted = List.of(needs.split(",")).contains("DATA");
        return isWanted
                ? dates.tooEarlyForData(cluster, times).stream()
                        .map(message -> new Warning(message, "WARNING"))
                        .toList()
                : List.of();
    }

    /** What is said of data when one of the dates is chosen. */
    @GetMapping("/api/clusters/{cluster}/meetings/{meeting}/data-warnings")
    List<Warning> dataWarnings(@PathVariable String cluster, @PathVariable String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting found = meetings.find(cluster, meeting).orElseThrow(Refused::notFound);
        return found.wantsData()
                ? dates.tooEarlyForDataNow(cluster, meetings.proposedTimes(cluster, meeting)).stream()
                        .map(message -> new Warning(message, "WARNING"))
                        .toList()
                : List.of();
    }

    /** @param meeting one that is moved: its own date is no other meeting */
    @GetMapping("/api/clusters/{cluster}/proposed-dates/warnings")
    List<Warning> warnings(
            @PathVariable String cluster,
            @RequestParam(defaultValue = "") String times,
            @RequestParam(defaultValue = "") String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        if (times.length() > LONGEST) {
            throw Refused.badRequest("Der er for mange datoer.");
        }
        List<Instant> taken = new ArrayList<>(meetings.taken(cluster));
        Optional<Meeting> found = meetings.find(cluster, meeting);
        found.map(Meeting::startsAt).ifPresent(taken::remove);
        List<String> warnings =
                new ArrayList<>(dates.warnings(cluster, times, taken, meetings.askedAbout(cluster, meeting)));
        found.flatMap(each -> dates.outside(each, dates.starts(times))).ifPresent(warnings::add);
        return warnings.stream().map(message -> new Warning(message, "WARNING")).toList();
    }

    /** Said when one of the dates is chosen. */
    @GetMapping("/api/clusters/{cluster}/meetings/{meeting}/proposed-dates/outside")
    List<Warning> outside(@PathVariable String cluster, @PathVariable String meeting) {
        person.require(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        Meeting found = meetings.find(cluster, meeting).orElseThrow(Refused::notFound);
        return dates.outside(found, meetings.proposedTimes(cluster, meeting)).stream()
                .map(message -> new Warning(message, "WARNING"))
                .toList();
    }
}
