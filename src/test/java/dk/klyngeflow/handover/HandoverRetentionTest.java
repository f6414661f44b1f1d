package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.NightWatch;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What coordinators wrote to one another, and when they were away, is gone a year after; that the post moved, and its paper, stay. */
@KlyngeflowTest
class HandoverRetentionTest {

    @Autowired
    CoordinatorStory story;

    @Autowired
    CoordinatorLeaves leaves;

    @Autowired
    LeaveRetention ofLeaves;

    @Autowired
    HandoverRetention ofHandovers;

    @Autowired
    NightWatch night;

    @Autowired
    TestClock clock;

    @Test
    void aYearAfterAHandoverItsWordsAreGoneAndItsPaperIsThere() {
        story.aCluster();
        story.aHandoverIsAgreed("medlem", 2);
        story.answers(
                "medlem",
                "takeOverPost",
                Map.of("items", story.rows("takeOverPost", "NOT_NEEDED", "Hun er på kursus hos min bror")));
        story.handsOver("Husk, at kommunen er lovet svar i marts.");
        story.daysPass(2);
        night.forget(ofHandovers);
        assertThat(story.handover().note()).contains("kommunen");
        assertThat(story.items()).anyMatch(item -> item.remark().contains("min bror"));

        clock.advance(Duration.ofDays(367));
        night.forget(ofHandovers);

        assertThat(story.handover().note()).isEmpty();
        assertThat(story.items()).isNotEmpty().allMatch(item -> item.remark().isEmpty());
        assertThat(story.handover().documentId()).isNotNull();
    }

    @Test
    void aLeaveIsForgottenAYearAfterItsEndAndItsNumberIsNotGivenAgain() {
        story.aCluster();
        story.aLeaveIsArranged("formand", 5, 35);
        CoordinatorLeave leave = Objects.requireNonNull(story.leave());
        String cluster = leave.clusterId();
        String former = leave.leaveId();
        String key = leave.businessKey();
        story.theLeaveEnds(0);
        night.forget(ofLeaves);
        assertThat(leaves.find(cluster, former)).isPresent();

        clock.advance(Duration.ofDays(367));
        night.forget(ofLeaves);

        assertThat(leaves.find(cluster, former)).isEmpty();
        story.aLeaveIsArranged("formand", 5, 35);
        assertThat(Objects.requireNonNull(story.leave()).businessKey()).isNotEqualTo(key);
    }
}
