package dk.klyngeflow.invitations;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Diet;
import dk.klyngeflow.gatherings.Diets;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingNow;
import dk.klyngeflow.gatherings.MeetingPeople.Invited;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Reply;
import dk.klyngeflow.gatherings.Seats;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Sent;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.security.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A member says by her personal link whether she comes. She can change her answer until the meeting begins. */
@Component
class RsvpLink implements LinkPage {

    private static final String ANSWER = "svar";
    private static final Predicate<String> ANSWER_TO_DATE =
            Pattern.compile(ANSWER + "-\\d{1,9}").asMatchPredicate();
    private static final String DIETS = "mad";
    private static final String OTHER = "andet";
    private static final String COMMENT = "besked";

    private final Seats seats;
    private final MeetingReplies replies;
    private final MeetingNow now;
    private final CopenhagenTime time;

    RsvpLink(Seats seats, MeetingReplies replies, MeetingNow now, CopenhagenTime time) {
        this.now = now;
        this.seats = seats;
        this.replies = replies;
        this.time = time;
    }

    @Override
    public String purpose() {
        return Invitations.RSVP;
    }

    @Override
    public boolean mayBeAnsweredFor() {
        return true;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return seats.find(held.clusterId(), held.subject(), held.holder())
                .flatMap(seat -> Optional.ofNullable(seat.invited()).map(invited -> shown(seat, invited)));
    }

    private Shown shown(Seats.Seat seat, Invited invited) {
        Meeting meeting = seat.meeting();
        List<Block> blocks = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvornår", meeting.when() + " (" + DanishTime.duration(meeting.minutes()) + ")");
        facts.put("Hvor", meeting.place().isBlank() ? "Stedet følger" : meeting.place());
        facts.put("Emne", meeting.title());
        blocks.add(new Block.Facts(facts));
        if (!meeting.text().isBlank()) {
            blocks.add(new Block.Text(meeting.text()));
        }
        if (meeting.agendaDocument() != null) {
            blocks.add(new Block.File(meeting.agendaDocument(), "Dagsorden (PDF)"));
        }
        if (!isOpen(meeting)) {
            String over = now.over(meeting);
            blocks.add(new Block.Note(
                    over.isEmpty() ? "Mødet er flyttet til " + meeting.when() + ". Du får en ny indkaldelse." : over));
            return new Shown(title(meeting), blocks, null);
        }
        if (invited.reply() != null) {
            blocks.add(new Block.Note("Du har svaret: " + invited.reply().danish()
                    + ("CALENDAR".equals(invited.repliedBy()) ? " (fra din kalender)" : "")
                    + ". Du kan ændre det her."));
        }
        blocks.add(new Block.Choice(
                field(meeting),
                "Kommer du?",
                Arrays.stream(Reply.values())
                        .map(reply -> new Block.Choice.Option(reply.name(), answer(reply)))
                        .toList(),
                invited.reply() == null ? Set.of() : Set.of(invited.reply().name()),
                true,
                false));
        remarks(meeting, seat.remark(), blocks);
        return new Shown(title(meeting), blocks, "Send svar");
    }

    private static void remarks(Meeting meeting, Diets.Remark said, List<Block> blocks) {
        if (meeting.wantsCatering()) {
            blocks.add(new Block.Choice(
                    DIETS,
                    "Maden: skal køkkenet tage hensyn? (kan udelades)",
                    Diet.all().stream()
                            .map(diet -> new Block.Choice.Option(diet.name(), diet.danish()))
                            .toList(),
                    said.diets().stream().map(Diet::name).collect(Collectors.toSet()),
                    false,
                    true));
            blocks.add(new Block.Field(
                    OTHER,
                    "Andet om maden, fx allergi. Køkkenet får det uden dit navn",
                    Block.Field.Kind.TEXT,
                    said.other(),
                    false,
                    Diets.LONGEST_OTHER));
        }
        blocks.add(new Block.Field(
                COMMENT,
                "Besked til koordinatoren",
                Block.Field.Kind.AREA,
                said.comment(),
                false,
                Diets.LONGEST_COMMENT));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        String field = sent.keySet().stream().filter(ANSWER_TO_DATE).findFirst().orElseThrow(RsvpLink::isMoved);
        int sequence = Integer.parseInt(field.substring(ANSWER.length() + 1));
        Reply reply = Reply.valueOf(sent.getOrDefault(field, List.of()).get(0));
        Meeting asked = replies.reply(held, sequence, reply, remark(sent), held.by() == null ? "LINK" : "STAFF")
                .orElseThrow(() -> refusal(held, sequence));
        return switch (reply) {
            case YES ->
                new Done("Tak, vi ses", asked.when(), "Du kan ændre svaret med det samme link, indtil mødet begynder.");
            case NO -> new Done("Tak for svaret", "Du er meldt fra. Ændrer det sig, så brug det samme link.");
            case MAYBE ->
                new Done("Tak for svaret", "Du har svaret måske. Giv besked med det samme link, når du ved det.");
        };
    }

    /** Nothing was kept: says why, by what is true now. */
    private RuntimeException refusal(Held held, int sequence) {
        return seats.find(held.clusterId(), held.subject(), held.holder())
                .<RuntimeException>map(seat -> seat.meeting().sequence() == sequence
                        ? new FormRefused(
                                List.of("Mødet er begyndt, flyttet eller aflyst, så svaret kunne ikke gemmes."))
                        : isMoved())
                .orElseGet(Refused::notFound);
    }

    private static FormRefused isMoved() {
        return new FormRefused(List.of("Mødet er flyttet, siden du åbnede siden. Se den nye tid, og svar igen."));
    }

    private static Diets.Remark remark(Map<String, List<String>> sent) {
        return new Diets.Remark(
                sent.getOrDefault(DIETS, List.of()).stream()
                        .flatMap(name -> Diet.named(name).stream())
                        .toList(),
                Sent.first(sent, OTHER),
                Sent.first(sent, COMMENT));
    }

    /** An answer to an earlier date must not count for the new one, so each date has a field of its own. */
    private static String field(Meeting meeting) {
        return ANSWER + "-" + meeting.sequence();
    }

    private boolean isOpen(Meeting meeting) {
        return meeting.status() == MeetingStatus.INVITED && time.now().isBefore(meeting.start());
    }

    private static String title(Meeting meeting) {
        return "Klyngemøde: " + meeting.title();
    }

    private static String answer(Reply reply) {
        return switch (reply) {
            case YES -> "Ja, jeg kommer";
            case NO -> "Nej, jeg kan ikke";
            case MAYBE -> "Måske";
        };
    }
}
