package dk.klyngeflow.meetings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPaper;
import dk.klyngeflow.gatherings.MeetingPapers;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.invitations.Fewest;
import dk.klyngeflow.invitations.PhoneAnswers;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A meeting as forms and pages show it. */
@Component
class MeetingViews {

    /** @param reply Danish; null while she is silent */
    record Guest(
            String id,
            String name,
            boolean required,
            @Nullable String reply) {}

    /** @param wanted ticked beforehand */
    record Need(String id, String name, String hint, boolean wanted) {}

    record Happening(String when, String what, String who) {}

    record About(
            String id, String key, String title, String text, int minutes, String when, String place, String status) {}

    /** @param times proposed dates, one a line; @param beside what to remember of other meetings when they are chosen */
    record Plan(
            String times,
            String beside,
            String agenda,
            @Nullable String agendaDocument,
            List<Need> needs) {}

    record Allowed(boolean canBeMoved, boolean canBeCancelled) {}

    /** @param coming how many have said yes */
    record Replies(int coming, String fewest, int declined, int silent, List<Guest> guests) {}

    record View(
            @JsonUnwrapped About about,
            @JsonUnwrapped Plan plan,
            @JsonUnwrapped Allowed allowed,
            @JsonUnwrapped Replies replies,
            List<MeetingPaper> papers,
            List<Happening> history) {}

    private final MeetingPeople people;
    private final MeetingEvents events;
    private final MeetingPapers papers;
    private final Meetings meetings;
    private final People names;
    private final ProposedDates dates;
    private final PhoneAnswers phone;
    private final Fewest fewest;

    MeetingViews(
            MeetingPeople people,
            MeetingEvents events,
            MeetingPapers papers,
            Meetings meetings,
            People names,
            ProposedDates dates,
            PhoneAnswers phone,
            Fewest fewest) {
        this.people = people;
        this.events = events;
        this.papers = papers;
        this.meetings = meetings;
        this.names = names;
        this.dates = dates;
        this.phone = phone;
        this.fewest = fewest;
    }

    View view(Meeting meeting) {
        List<Invited> invited = people.of(meeting);
        Map<String, String> answeredBy = phone.whoAnswered(meeting);
        return new View(
                new About(
                        meeting.meetingId(),
                        meeting.businessKey(),
                        meeting.title(),
                        meeting.text(),
                        meeting.minutes(),
                        meeting.when(),
                        meeting.place(),
                        meeting.status().danish()),
                new Plan(
                        times(meeting),
                        dates.besideOthers(meeting.clusterId(), meeting.begunOn())
                                .orElse(""),
                        meeting.agenda(),
                        meeting.agendaDocument(),
                        needs(meeting)),
                new Allowed(meeting.status().canBeMoved(), meeting.status().canBeCancelled()),
                new Replies(
                        count(invited, Reply.YES),
                        fewest.inWords(meeting),
                        count(invited, Reply.NO),
                        (int) invited.stream()
                                .filter(each -> each.reply() == null)
                                .count(),
                        invited.stream()
                                .map(each -> new Guest(
                                        each.personId(),
                                        each.name(),
                                        each.required(),
                                        each.reply() == null
                                                ? null
                                                : reply(each.reply(), answeredBy.get(each.personId()))))
                                .toList()),
                papers.of(meeting),
                events.of(meeting).stream()
                        .map(event -> new Happening(
                                Meeting.when(event.at()),
                                event.sentence(),
                                event.personId() == null ? "" : names.nameOf(event.personId())))
                        .toList());
    }

    private String reply(Reply reply, @Nullable String answeredBy) {
        return answeredBy == null
                ? reply.danish()
                : reply.danish() + " (taget i telefonen af " + names.nameOf(answeredBy) + ")";
    }

    /** The dates that were proposed before, or a first suggestion. */
    private String times(Meeting meeting) {
        var proposed = meetings.proposedTimes(meeting.clusterId(), meeting.meetingId());
        return ProposedDates.written(
                proposed.isEmpty()
                        ? dates.suggest(
                                meeting.clusterId(),
                                meeting.begunOn(),
                                meeting.earliestDay(),
                                meeting.latestDay(),
                                taken(meeting))
                        : proposed);
    }

    private List<Instant> taken(Meeting meeting) {
        List<Instant> taken = new ArrayList<>(meetings.taken(meeting.clusterId()));
        taken.addAll(meetings.askedAbout(meeting.clusterId(), meeting.meetingId()));
        return taken;
    }

    private static List<Need> needs(Meeting meeting) {
        return List.of(
                new Need("ROOM", "Lokale", "Stederne på klyngens liste spørges efter tur.", meeting.wantsRoom()),
                new Need("CATERING", "Forplejning", "Får selv besked om antallet.", meeting.wantsCatering()),
                new Need("SPEAKER", "Oplægsholder", "", meeting.wantsSpeaker()),
                new Need("DATA", "Datapakke", "Kræver samtykker og god tid.", meeting.wantsData()));
    }

    private static int count(List<Invited> invited, Reply reply) {
        return (int) invited.stream().filter(each -> each.reply() == reply).count();
    }
}
