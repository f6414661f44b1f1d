package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.Person;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is to be coordinator next, and from when, as several forms ask it. */
@Component
class SuccessorFields {

    private static final int MOST_DAYS = 366;

    private final CoordinatorPosts posts;
    private final CopenhagenTime time;

    SuccessorFields(CoordinatorPosts posts, CopenhagenTime time) {
        this.posts = posts;
        this.time = time;
    }

    String successor(FormFields fields, String name, String clusterId, String question) {
        String successor = fields.text(name, "Efterfølgeren");
        List<String> eligible =
                posts.eligible(clusterId).stream().map(Person::id).toList();
        if (!eligible.contains(successor)) {
            fields.wrong(question);
        }
        return successor;
    }

    /** Today or a day to come within a year. */
    @Nullable
    LocalDate day(FormFields fields, String name, String label) {
        fields.required(name, label);
        LocalDate day = fields.dayAhead(name, label);
        if (day != null && day.isBefore(time.today())) {
            fields.wrong(label + " er gået. Vælg i dag eller en dag, der kommer.");
        }
        if (day != null && day.isAfter(time.today().plusDays(MOST_DAYS))) {
            fields.wrong(label + " ligger mere end et år fremme.");
        }
        return day;
    }
}
