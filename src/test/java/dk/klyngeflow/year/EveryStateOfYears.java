package dk.klyngeflow.year;

import dk.klyngeflow.TestClock;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;

/** Lays a year into a cluster with something done, moved, late and left out. */
@TestComponent
public class EveryStateOfYears {

    private final ClusterYearStory story;
    private final Years years;
    private final YearsPast past;
    private final YearChanges changes;
    private final TestClock clock;

    EveryStateOfYears(ClusterYearStory story, Years years, YearsPast past, YearChanges changes, TestClock clock) {
        this.story = story;
        this.years = years;
        this.past = past;
        this.changes = changes;
        this.clock = clock;
    }

    public void areIn(String cluster) {
        story.isIn(cluster);
        int year = LocalDate.ofInstant(clock.instant(), clock.getZone()).getYear();
        years.begin(cluster, year, LocalDate.of(year, 1, 1));
        years.beginAfter(cluster, year);
        past.done(
                cluster,
                YearKind.REGISTER,
                0,
                LocalDate.of(year, 1, 31),
                LocalDate.of(year, 1, 20),
                "41.460 patienter.");
        YearItem meeting = story.items(year + 1).stream()
                .filter(item -> item.kind() == YearKind.MEETING)
                .findFirst()
                .orElseThrow();
        change(meeting, YearPlan.What.MOVED, meeting.dueOn().plusWeeks(1));
        change(story.item(year + 1, "register"), YearPlan.What.DROPPED, meeting.dueOn());
    }

    private void change(YearItem item, YearPlan.What what, LocalDate day) {
        changes.make(
                item.clusterId(),
                item.year(),
                new YearChanges.Wish(item.itemId(), what, day, "Ferie & <b>fri</b>."),
                story.person("koordinator"));
    }
}
