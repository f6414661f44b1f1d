package dk.klyngeflow.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.Post;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A vote by link, in a cluster whose statutes allow it, with 21 on the roll. It is Monday 7 September 2026, 8 o'clock. */
@KlyngeflowTest
class SecretBallotTest {

    private static final String CHOICE = "stemme";

    @Autowired
    ElectionStory story;

    @BeforeEach
    void aCluster() {
        story.aCluster();
        story.statutesSay("digital_ballot", "true");
        story.anElectionOf(Post.CHAIR, 1);
    }

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    /** B11. */
    @Test
    void theOneWithMostVotesIsElected_andWhileItIsOpenNothingIsToBeSeen() {
        stand("m11", "m12", "m13");
        assertThat(story.mails("ballot-open")).hasSize(21);
        List<String> voters = story.roll();
        vote(voters.subList(0, 9), "m11");
        vote(voters.subList(9, 16), "m12");
        vote(voters.subList(16, 18), "m13");
        String open = story.history();
        story.passesUntil(story.ballotCloses().minusSeconds(60));
        // the same letter to everybody, whoever has voted
        assertThat(story.mails("ballot-reminder")).hasSize(21);
        story.waitsFor();
        assertThat(voters).allSatisfy(voter -> assertThat(open).doesNotContain(voter));
        story.passesUntil(story.ballotCloses());
        story.accepts("m11");

        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
        assertThat(story.history()).doesNotContain(story.person("m12"), story.person("m13"));
        story.tookThePath("countBallot", "announceElected");
    }

    /** B18, second half. */
    @Test
    void aCandidateWithdrawsWhileItIsOpen_theVoteIsVoid_andAllVoteAnew() {
        stand("m11", "m12", "m13");
        vote(story.roll().subList(0, 9), "m11");
        story.answers("election-candidacy", "m13", "svar", "NO");

        assertThat(story.mails("ballot-void")).hasSize(21);
        assertThat(story.mails("ballot-open")).hasSize(42);
        assertThat(story.election().progress().ballotRound()).isEqualTo(2);
        vote(story.roll().subList(0, 7), "m12");
        story.passesUntil(story.ballotCloses());
        assertThat(story.stateOf("m12")).isEqualTo(Nominee.State.ELECTED);
    }

    @Test
    void ofTwoOneWithdrawsWhileItIsOpen_andTheOtherIsElectedByAcclamation() {
        stand("m11", "m12");
        story.answers("election-candidacy", "m12", "svar", "NO");

        assertThat(story.mails("ballot-void")).hasSize(21);
        assertThat(story.election().is(ElectionStatus.ACCLAMATION)).isTrue();
        story.acclamationFallsDue();
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    @Test
    void afterClosingACandidateCannotWithdraw() {
        stand("m11", "m12");
        story.closesWithoutCounting();
        assertThatThrownBy(() -> story.answers("election-candidacy", "m12", "svar", "NO"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("lukket");
    }

    /** B20. */
    @Test
    void twoVotesAreNotCounted_andTheVoteIsTakenAtTheMeeting() {
        stand("m11", "m12");
        vote(story.roll().subList(0, 2), "m11");
        story.passesUntil(story.ballotCloses());

        story.waitsFor("recordVote");
        story.theMeetingVotes(0, "m11", 9, "m12", 4);
        story.accepts("m11");
        assertThat(story.election().course().status()).isEqualTo(ElectionStatus.DONE);
    }

    @Test
    void isCancelledWhileItIsOpen() {
        stand("m11", "m12");
        vote(story.roll().subList(0, 9), "m11");
        story.isCancelled("Vi venter til generalforsamlingen.");

        assertThat(story.isOpen()).isFalse();
        assertThat(story.sees("stemme", "m13").button()).isNull();
        assertThat(story.mails("election-cancelled")).hasSizeGreaterThan(20);
    }

    private void stand(String... roles) {
        story.stands(roles);
        story.nominationsClose();
    }

    private void vote(List<String> voters, String candidate) {
        voters.forEach(voter -> story.votes(voter, CHOICE, candidate));
    }
}
