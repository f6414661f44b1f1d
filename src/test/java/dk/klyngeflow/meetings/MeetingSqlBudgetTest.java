package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a meeting of 29 members costs the database, phase by phase, in statements, the engine's own and every mail included. Whoever needs
 * more raises a figure here and says why.
 */
@KlyngeflowTest
class MeetingSqlBudgetTest {

    private static final int MEMBERS = 29;

    /** Asked once in ten seconds, which on a slow machine may fall anywhere. */
    private static final Pattern REMEMBERED = Pattern.compile(
            "distinct\\(A.GROUP_ID_\\)|WHERE TYPE_ = 2 AND|SELECT A.RESOURCE_ID_ FROM ACT_RU_AUTHORIZATION"
                    + "|from ACT_RE_PROCDEF (where ID_|RES where KEY_)|from ACT_RU_JOBDEF where ID_");

    /** By phase; a member's reply is 2, her page shown once more before it is kept. */
    private static final Map<String, Integer> MOST = Map.of(
            "plan", 55,
            "dates asked", 28,
            "dates answered", 99,
            "date found and told", 122,
            "agenda and invitations", 50,
            "replies", 2 * MEMBERS,
            "until it is held", 130,
            "attendance, key points, minutes", 148,
            "follow-up", 70);

    @Autowired
    MeasuredMeeting meeting;

    @Test
    void eachPhaseKeepsToItsBudget() {
        // what is read once and kept
        meeting.hold(MEMBERS, new Meter());
        Meter meter = new Meter();

        meeting.hold(MEMBERS, meter);

        assertThat(MOST).containsOnlyKeys(MeasuredMeeting.PHASES);
        SoftAssertions.assertSoftly(phases -> MeasuredMeeting.PHASES.forEach(phase -> {
            List<String> sent = meter.sent(phase).stream()
                    .filter(sql -> !REMEMBERED.matcher(sql).find())
                    .toList();
            phases.assertThat(sent.size())
                    .as(phase + ": " + sent.size() + "\n" + byText(sent))
                    .isPositive()
                    .isLessThanOrEqualTo(MOST.getOrDefault(phase, 0));
        }));
    }

    /** The most frequent first: where a loop hides. */
    private static String byText(List<String> statements) {
        return statements.stream().collect(Collectors.groupingBy(sql -> sql, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining("\n"));
    }
}
