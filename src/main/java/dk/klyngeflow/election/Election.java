package dk.klyngeflow.election;

import dk.klyngeflow.members.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An election to a post. */
public record Election(
        String clusterId, String electionId, int number, Matter matter, Progress progress, Course course) {

    /** What ids of elections, and the keys of their cases, begin with. */
    static final String ID = "valg-";

    private static final int RADIX = 36;

    /** @param takesOffice the day from which the elected hold the post */
    public record Matter(Post post, int seats, LocalDate takesOffice, int statutesVersion) {}

    /**
     * @param acceptancesCloseAt until when the elected answer; null before they are asked
     * @param ballotRound number of the vote that was prepared last; 0 before the first
     * @param atMeeting whether that vote is taken at a meeting
     */
    public record Progress(
            @Nullable Instant nominationsCloseAt,
            int nominationRounds,
            @Nullable Instant acclamationAt,
            boolean writtenVoteAsked,
            @Nullable Instant acceptancesCloseAt,
            int ballotRound,
            boolean atMeeting) {}

    /** @param electedUntil the year of the assembly at which the elected are up for election again; null before they are announced */
    record Course(
            ElectionStatus status,
            String reason,
            @Nullable String protocolId,
            String startedBy,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable Integer electedUntil) {}

    String businessKey() {
        return clusterId + "/" + ID + number;
    }

    /** Of a vote of this election; never that of another, also not in a database that began anew, since keys are destroyed by it. */
    String ballotId(int round) {
        return ID + number + "-" + round + "-" + Long.toString(course.openedAt().toEpochMilli(), RADIX);
    }

    /** As tasks and mails call it: {@code Valg af koordinator}, {@code Valg til bestyrelsen, 2 pladser}. */
    String label() {
        return switch (matter.post()) {
            case BOARD -> "Valg til bestyrelsen, " + (matter.seats() == 1 ? "1 plads" : matter.seats() + " pladser");
            case COORDINATOR, CHAIR, TREASURER, AUDITOR, SECRETARY, SUCCESSOR, MEMBER ->
                "Valg af " + (matter.seats() == 1 ? "" : matter.seats() + " × ") + post();
        };
    }

    /** In the middle of a sentence. */
    String post() {
        return matter.post().danish().toLowerCase(Locale.forLanguageTag("da"));
    }

    boolean is(ElectionStatus status) {
        return course.status() == status;
    }
}
