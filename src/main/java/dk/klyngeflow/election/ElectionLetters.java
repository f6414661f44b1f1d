package dk.klyngeflow.election;

import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Writes what people are mailed about an election; nothing in it but its id, which the mails are written from when they are sent. */
@Component
class ElectionLetters {

    static final String NOMINATION = "election-nomination";
    static final String NOMINATION_REMINDER = "election-nomination-reminder";
    static final String CANDIDACY = "election-candidacy";
    static final String ACCLAMATION = "election-acclamation";
    static final String ACCEPTANCE = "election-acceptance";
    static final String ACCEPTANCE_REMINDER = "election-acceptance-reminder";
    static final String RESULT = "election-result";
    static final String CANCELLED = "election-cancelled";
    static final String FAILED = "election-failed";
    static final String UNMOVED = "election-unmoved";
    static final String STRUCK = "election-struck";
    static final String OVERRULED = "election-overruled";
    static final String HELP = "election-help";
    static final String GIVEN_UP = "election-post-given-up";
    static final String STRIKE_OFF = "election-strike-off";

    static final String ELECTION_ID = "electionId";
    static final String VOTER = "voter";
    static final String PERSON = "person";
    static final String POSTS = "posts";

    private final Outbox outbox;
    private final Links links;

    ElectionLetters(Outbox outbox, Links links) {
        this.outbox = outbox;
        this.links = links;
    }

    /** @param round so that the same again is sent once */
    void ask(Election election, String purpose, String link, Collection<String> people, String round) {
        UnaryOperator<String> of = links.ofAll(election.clusterId(), link, election.electionId(), people);
        outbox.enqueueAll(people.stream()
                .map(person -> mail(election, purpose, person, round).withLink(of.apply(person)))
                .toList());
    }

    void tell(Election election, String purpose, Collection<String> people, List<String> documents) {
        outbox.enqueueAll(people.stream()
                .map(person -> mail(election, purpose, person, "1").withDocuments(documents))
                .toList());
    }

    /** @param ballotId of which vote, so that the next is told of anew */
    void tellOf(Election election, String purpose, Collection<String> people, String ballotId) {
        outbox.enqueueAll(people.stream()
                .map(person -> mail(election, purpose, person, ballotId))
                .toList());
    }

    /** Somebody elected gives up other posts, for those who are to find the next. @param posts names of them, parted by commas */
    void givenUp(Election election, String person, String posts, Collection<String> people) {
        outbox.enqueueAll(people.stream()
                .map(each -> Mail.of(
                        election.clusterId(),
                        GIVEN_UP,
                        GIVEN_UP + ":" + election.businessKey() + ":" + person + ":" + each,
                        Recipient.person(each),
                        Map.of(ELECTION_ID, election.electionId(), PERSON, person, POSTS, posts),
                        election.businessKey()))
                .toList());
    }

    /** Somebody asks for a second person, once for each time she asks. */
    void strikeOff(Election election, StrikeOffWish wish, Collection<String> people) {
        outbox.enqueueAll(people.stream()
                .map(each -> Mail.of(
                        election.clusterId(),
                        STRIKE_OFF,
                        STRIKE_OFF + ":" + election.businessKey() + ":" + wish.voter() + ":"
                                + wish.askedAt().toEpochMilli() + ":" + each,
                        Recipient.person(each),
                        Map.of(ELECTION_ID, election.electionId(), VOTER, wish.voter()),
                        election.businessKey()))
                .toList());
    }

    void help(Election election, String address, String round) {
        outbox.enqueue(Mail.of(
                election.clusterId(),
                HELP,
                HELP + ":" + election.businessKey() + ":" + round,
                Recipient.address(address, ""),
                Map.of(ELECTION_ID, election.electionId()),
                election.businessKey()));
    }

    private static Mail mail(Election election, String purpose, String person, String round) {
        return Mail.of(
                election.clusterId(),
                purpose,
                purpose + ":" + election.businessKey() + ":" + person + ":" + round,
                Recipient.person(person),
                Map.of(ELECTION_ID, election.electionId()),
                election.businessKey());
    }
}
