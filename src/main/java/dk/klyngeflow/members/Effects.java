package dk.klyngeflow.members;

import dk.klyngeflow.engine.TasksOfPeople;
import dk.klyngeflow.engine.TasksOfPeople.Waiting;
import dk.klyngeflow.members.Hangings.Hung;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a change of people does beside what it says: whose tasks go where, which links die, who is asked and who no longer. */
@Component
class Effects {

    private final TasksOfPeople tasks;
    private final Mandates mandates;
    private final Duties duties;
    private final People people;
    private final Hangings hangings;

    Effects(TasksOfPeople tasks, Mandates mandates, Duties duties, People people, Hangings hangings) {
        this.tasks = tasks;
        this.mandates = mandates;
        this.duties = duties;
        this.people = people;
        this.hangings = hangings;
    }

    /** Danish sentences on how the cluster differs when the work has been done. */
    List<String> of(String clusterId, Runnable work) {
        Map<String, Set<String>> holders = holders(clusterId);
        Map<String, String> moved = mandates.moved(clusterId);
        Map<HangsOnPeople, Set<Hung>> hanging = hangings.now(clusterId);

        work.run();

        List<String> said = new ArrayList<>(tasksGoOn(holders, holders(clusterId)));
        Map<String, String> stillMoved = mandates.moved(clusterId);
        moved.keySet().stream()
                .filter(duty -> !stillMoved.containsKey(duty))
                .sorted()
                .map(duty -> "Opgaven „" + duties.get(duty).danish() + "“ er ikke længere overdraget til "
                        + people.nameOf(String.valueOf(moved.get(duty))) + " og ligger hos "
                        + names(mandates.holders(clusterId, duty)) + ".")
                .forEach(said::add);
        Map<HangsOnPeople, Set<Hung>> now = hangings.now(clusterId);
        hanging.forEach((kind, before) -> {
            Set<Hung> after = now.getOrDefault(kind, Set.of());
            said.add(sentence(minus(before, after), kind::gone));
            said.add(sentence(minus(after, before), kind::come));
        });
        said.removeIf(String::isEmpty);
        return said;
    }

    private static String sentence(int count, IntFunction<String> words) {
        return count == 0 ? "" : words.apply(count);
    }

    private static int minus(Set<Hung> these, Set<Hung> those) {
        Set<Hung> left = new HashSet<>(these);
        left.removeAll(those);
        return left.size();
    }

    private Map<String, Set<String>> holders(String clusterId) {
        return tasks.ofCluster(clusterId).stream()
                .collect(Collectors.toMap(waiting -> waiting.task().id(), Waiting::holders));
    }

    /** As in {@code 3 åbne opgaver går til Karen Holm.}; those that others had too stay with them. */
    private List<String> tasksGoOn(Map<String, Set<String>> before, Map<String, Set<String>> after) {
        Map<String, Integer> went = new TreeMap<>();
        before.forEach((task, hands) -> {
            Set<String> next = after.getOrDefault(task, Set.of());
            if (!next.equals(hands) && !next.containsAll(hands)) {
                boolean isShared = hands.containsAll(next) && !next.isEmpty();
                went.merge((isShared ? "bliver hos " : "går til ") + names(next), 1, Integer::sum);
            } else if (!next.equals(hands)) {
                Set<String> more = new HashSet<>(next);
                more.removeAll(hands);
                went.merge("kan nu også løses af " + names(more), 1, Integer::sum);
            }
        });
        return went.entrySet().stream()
                .map(each -> (each.getValue() == 1 ? "1 åben opgave " : each.getValue() + " åbne opgaver ")
                        + each.getKey() + ".")
                .toList();
    }

    private String names(Collection<String> ids) {
        return ids.isEmpty()
                ? "administratoren"
                : people.namesOf(ids).values().stream().sorted().collect(Collectors.joining(" eller "));
    }
}
