package dk.klyngeflow.dataorders;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.founding.LocalModelStory;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is asked for data hears whether they are shown openly, as the cluster had agreed when the meeting was wished for. */
@KlyngeflowTest
class DataOrdersObeyTest {

    @Autowired
    LocalModelStory model;

    @Autowired
    DataPrivacy privacy;

    @Autowired
    Meetings meetings;

    @Test
    void saysOpenlyWhenThatIsAgreed_andKeepsItsWordToMeetingsUnderWay() {
        model.aCluster();
        Meeting before = wanted("foer");
        model.agreesOn(Map.of("data", "OPEN"));
        Meeting after = wanted("efter");
        assertThat(privacy.inWords(after)).contains("åbent");
        assertThat(privacy.inWords(before)).contains("lukket");
    }

    private Meeting wanted(String uid) {
        LocalDate day = CopenhagenTime.dayOf(model.now()).plusDays(90);
        return meetings.add(
                model.cluster(), "", day, day.plusDays(21), 120, model.cluster() + uid, model.person("koordinator"));
    }
}
