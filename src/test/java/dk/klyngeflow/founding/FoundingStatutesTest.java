package dk.klyngeflow.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Adoption;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The statutes of a cluster to be: drafted field by field, amended at the assembly, adopted by the majority they name. */
@KlyngeflowTest
class FoundingStatutesTest {

    @Autowired
    FoundingStory story;

    @Autowired
    StatutesVersions versions;

    @Autowired
    Adoption adoption;

    @AfterEach
    void noIncidentIsOpen() {
        story.noIncidentIsOpen();
    }

    @Test
    void theFounderDraftsThemFieldByField_eachExplained_untilTheyAreSentOut() {
        story.isUnderWay();
        story.fivePracticesJoin();
        assertThat(story.mails("founding-founder", story.person(0))).anyMatch(mail -> mail.contains("felt for felt"));
        assertThat(story.statutesBlocks().toString())
                .contains("Varsel for ordinær generalforsamling (dage)", "Ofte 8, 14, 21 eller 28 dage.");

        assertThatThrownBy(() -> story.statutes("notice_days", "99"))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("skriv et helt tal fra 1 til 60");
        assertThat(versions.all(story.cluster())).isEmpty();
        assertThat(story.statutes("notice_days", "21", "statutes_majority", "THREE_QUARTERS")
                        .toString())
                .contains("14 dage → 21 dage", "To tredjedele → Tre fjerdedele");

        Statutes draft = versions.today(story.cluster());
        assertThat(draft.notices().noticeDays()).isEqualTo(21);
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        assertThat(story.page("founding-statutes").show(story.heldByFounder())).isEmpty();
        assertThat(story.page("founding-statutes").over(story.heldByFounder()).toString())
                .contains("sendt ud med indkaldelsen");
        assertThat(story.founding().statutesVersion()).isEqualTo(draft.version());
    }

    @Test
    void whatDoesNotFitTogetherIsPointedOut_andIsKeptOnlyWhenSheSaysSo() {
        story.isUnderWay();
        story.fivePracticesJoin();
        Map<String, String> doubts = new HashMap<>();
        assertThatThrownBy(() -> story.statutes("notice_days", "8"))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> refused.doubts().forEach(doubt -> doubts.put(doubt.key(), doubt.sentence())));
        assertThat(doubts.values()).singleElement().asString().contains("for sent at stille forslag");
        assertThat(versions.all(story.cluster())).isEmpty();
        story.statutes("notice_days", "8", FormFields.CONFIRMED, String.join("\n", doubts.keySet()));
        assertThat(versions.today(story.cluster()).notices().noticeDays()).isEqualTo(8);
        assertThat(story.statutesBlocks().toString()).contains("for sent at stille forslag");
    }

    @Test
    void theAssemblyAmendsByField_andAdoptsByTheMajorityTheyThenName() {
        story.isUnderWay();
        story.fivePracticesJoin();
        story.proposesDates();
        story.everybodyCan();
        story.convenes();
        story.theEveningComes();
        story.statutes("notice_days", "21", "statutes_majority", "THREE_QUARTERS");
        assertThat(adoption.amendments(story.founding()))
                .containsExactly(
                        "Varsel for ordinær generalforsamling: 14 dage → 21 dage",
                        "Flertal for at ændre vedtægterne: To tredjedele → Tre fjerdedele");
        assertThat(String.valueOf(story.founderSees().orElseThrow())).contains("14 dage → 21 dage");

        Map<String, List<String>> form = new HashMap<>(story.evening());
        story.statutes("notice_days", "21", "statutes_majority", "HALF");
        form.put("for", List.of("3"));
        form.put("imod", List.of("3"));
        // as many against as for adopt nothing
        assertThatThrownBy(() -> story.records(form))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("mere end halvdelen af de afgivne stemmer: af 6 er det 4, og 3 stemte for");
        story.statutes("notice_days", "21", "statutes_majority", "THREE_QUARTERS");
        form.put("for", List.of("4"));
        form.put("imod", List.of("2"));
        // three quarters of 6 are 5
        assertThatThrownBy(() -> story.records(form))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("mindst tre fjerdedele af de afgivne stemmer: af 6 er det 5, og 4 stemte for");
        form.put("for", List.of("5"));
        form.put("imod", List.of("1"));
        story.records(form);
        assertThat(story.stage()).isEqualTo(FoundingStage.FORMALITIES);
        assertThat(versions.today(story.cluster()).notices().noticeDays()).isEqualTo(21);
        assertThat(story.page("founding-statutes").show(story.heldByFounder())).isEmpty();
    }
}
