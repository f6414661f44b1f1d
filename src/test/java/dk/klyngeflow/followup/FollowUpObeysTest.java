package dk.klyngeflow.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.founding.LocalModelStory;
import dk.klyngeflow.members.ClusterSettings;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After how many meetings without a word somebody is called follows the local model. */
@KlyngeflowTest
class FollowUpObeysTest {

    @Autowired
    LocalModelStory model;

    @Autowired
    ClusterSettings settings;

    @Test
    void countsAsOftenAsIsAgreed_fromTheNextMeetingOn() {
        model.aCluster();
        LocalDate began = CopenhagenTime.dayOf(model.now());
        model.agreesOn(Map.of("absence", "0"));
        assertThat(settings.get(model.cluster(), AfterMeetingSettings.SILENT_MEETINGS))
                .isZero();
        assertThat(settings.forCaseOf(model.cluster(), AfterMeetingSettings.SILENT_MEETINGS, began))
                .as("of a meeting that had begun before")
                .isEqualTo(2);
    }
}
