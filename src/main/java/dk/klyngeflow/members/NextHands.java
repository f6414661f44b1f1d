package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TasksOfPeople;
import dk.klyngeflow.engine.TasksOfPeople.OpenTask;
import dk.klyngeflow.engine.TasksOfPeople.Waiting;
import dk.klyngeflow.security.CurrentPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose hands a case is, in words for the one who reads: she herself is „dig“. */
@Component
public class NextHands {

    private static final String BETWEEN = " · ";

    private final TasksOfPeople tasks;
    private final Mandates mandates;
    private final People people;
    private final CurrentPerson reader;

    NextHands(TasksOfPeople tasks, Mandates mandates, People people, CurrentPerson reader) {
        this.tasks = tasks;
        this.mandates = mandates;
        this.people = people;
        this.reader = reader;
    }

    /** One open task: what, whose and until when. */
    public record Hand(
            String taskId,
            String what,
            String who,
            String until,
            boolean isMine,
            @Nullable Instant due) {}

    /** The open tasks of a case and of all that runs for it, the most urgent first. */
    public List<Hand> of(String clusterId, String businessKey) {
        return tasks.ofCase(clusterId, businessKey).stream().map(this::hand).toList();
    }

    private Hand hand(Waiting waiting) {
        OpenTask task = waiting.task();
        return new Hand(
                task.id(),
                what(task.title()),
                names(waiting.holders()),
                task.due() == null ? "" : CopenhagenTime.dayInWords(task.due()),
                reader.id().filter(waiting.holders()::contains).isPresent(),
                task.due());
    }

    /** As in {@code Næste skridt er „Betal og bekræft“ hos Karen Holm, senest onsdag den 2. december.}; empty when no task is open. */
    public Optional<String> next(String clusterId, String businessKey) {
        return of(clusterId, businessKey).stream()
                .findFirst()
                .map(hand -> "Næste skridt er „" + hand.what() + "“ hos " + hand.who()
                        + (hand.until().isEmpty() ? "." : ", senest " + hand.until() + "."));
    }

    /** Who has a duty: {@code dig}, {@code Anne Holm} or {@code Anne Holm eller Bo Lind}. */
    public String holding(String clusterId, String duty) {
        return names(mandates.holders(clusterId, duty));
    }

    private String names(Collection<String> ids) {
        if (reader.id().filter(ids::contains).isPresent()) {
            return ids.size() == 1 ? "dig" : "dig eller en anden";
        }
        List<String> names = new ArrayList<>(people.namesOf(ids).values());
        names.sort(String::compareTo);
        if (names.isEmpty()) {
            return "administratoren";
        }
        return names.size() > 3 ? "en af " + names.size() : names.stream().collect(Collectors.joining(" eller "));
    }

    /** A title is the cluster, the task and the case; the middle of it tells them apart here. */
    private static String what(String title) {
        String[] parts = title.split(BETWEEN, -1);
        return parts.length > 1 ? parts[1] : title;
    }
}
