package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster talked about a topic, for others to do the same.
 *
 * @param version counts up with every change: what is published is what was looked through
 * @param showsCluster whether the others read which cluster it is from
 */
record Recipe(
        String clusterId,
        String recipeId,
        String meetingId,
        Status status,
        int version,
        Text text,
        boolean showsCluster,
        Moments moments,
        @Column(isJoined = true) Heard heard) {

    static final String ANOTHER = "En anden klynge";

    enum Status {
        DRAFT("Udkast"),
        PUBLISHED("Delt"),
        WITHDRAWN("Trukket tilbage");

        private final String danish;

        Status(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /**
     * What people read; all but the title and the agenda may be empty.
     *
     * @param agenda one line for each item, with its hour
     * @param questions for the groups, one a line
     */
    record Text(
            String title,
            String about,
            int minutes,
            String agenda,
            String questions,
            String measure,
            String agreed,
            String result) {

        public List<String> agendaLines() {
            return lines(agenda);
        }

        public List<String> questionLines() {
            return lines(questions);
        }

        public List<String> agreedLines() {
            return lines(agreed);
        }

        private static List<String> lines(String text) {
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    record Moments(
            Instant editedAt,
            @Nullable Instant publishedAt,
            @Nullable Instant withdrawnAt) {}

    /**
     * @param uses how many meetings have been begun from it
     * @param answers how many clusters have said how it went, of which {@code again} would use it again
     */
    record Heard(String clusterName, int uses, int answers, int again) {}

    public boolean isPublished() {
        return status == Status.PUBLISHED;
    }

    public String title() {
        return text.title();
    }

    public String from() {
        return showsCluster ? heard.clusterName() : ANOTHER;
    }

    /** As in {@code Brugt til 3 møder; 2 af 3 vil bruge den igen}. */
    public String used() {
        if (heard.uses() == 0) {
            return "Ikke brugt af andre endnu";
        }
        String meetings = "Brugt til " + (heard.uses() == 1 ? "1 møde" : heard.uses() + " møder");
        return heard.answers() == 0
                ? meetings
                : meetings + "; " + heard.again() + " af " + heard.answers() + " vil bruge den igen";
    }

    public String publishedOn() {
        Instant at = moments.publishedAt();
        return at == null ? "" : DanishTime.DAY.format(CopenhagenTime.dayOf(at));
    }
}
