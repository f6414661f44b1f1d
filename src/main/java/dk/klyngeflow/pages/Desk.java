package dk.klyngeflow.pages;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.TasksOfPeople;
import dk.klyngeflow.engine.TasksOfPeople.OpenTask;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What lies on somebody's desk: how much waits for her, and where she goes from here. The same bar stands on our pages and in Tasklist. */
@Component("desk")
class Desk {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final int SHOWN = 8;

    /** What people look for most comes first; whatever is not named here stands before them. */
    private static final List<String> ORDER = List.of("Årshjul", "Møder", "Emner", "Bilag", "Regnskab", "Folk");

    private final CurrentPerson person;
    private final TasksOfPeople tasks;
    private final CopenhagenTime time;
    private final ObjectProvider<BarPlaces> bars;
    private final ObjectProvider<Directory> directories;
    private final ObjectProvider<WhatNext> stages;

    Desk(
            CurrentPerson person,
            TasksOfPeople tasks,
            CopenhagenTime time,
            ObjectProvider<BarPlaces> bars,
            ObjectProvider<Directory> directories,
            ObjectProvider<WhatNext> stages) {
        this.person = person;
        this.tasks = tasks;
        this.time = time;
        this.bars = bars;
        this.directories = directories;
        this.stages = stages;
    }

    record Place(String name, String href) {}

    /** @param cluster empty when all places are of one cluster, whose name then need not be said */
    record Places(String cluster, List<Place> places) {}

    /** @param label of the way to the tasks, with how many wait */
    record Bar(String label, int open, int overdue, List<Places> places) {}

    /** @param href empty when what it is about is not for her @param due in words; empty when there is no hurry */
    record Line(String title, String href, String due, boolean isOverdue) {}

    /**
     * @param sentence how much waits, in words
     * @param lines the most urgent ones
     * @param isOfOthers true when nothing can wait for her and she sees what waits for the others instead
     */
    record Waiting(String sentence, int open, List<Line> lines, int more, boolean isOfOthers) {}

    /** Null for somebody without tasks, such as a member; also when the database does not answer, since error pages have the bar too. */
    public @Nullable Bar bar() {
        try {
            if (!person.isStaff() && !person.isAdministrator()) {
                return null;
            }
            List<OpenTask> open = tasks.of(person.requireId());
            int overdue = (int) open.stream().filter(this::isOverdue).count();
            return new Bar("Opgaver (" + open.size() + ")", open.size(), overdue, places());
        } catch (RuntimeException databaseAway) {
            return null;
        }
    }

    private List<Places> places() {
        List<BarPlaces.Place> all = bars.stream()
                .flatMap(module -> module.places().stream())
                .sorted(Comparator.comparingInt(place -> ORDER.indexOf(place.name())))
                .toList();
        Set<String> clusters = new TreeSet<>(person.clusters());
        boolean isOne = clusters.size() == 1;
        return clusters.stream()
                .map(cluster -> new Places(
                        isOne ? "" : nameOf(cluster),
                        all.stream()
                                .filter(place ->
                                        person.hasRole(cluster, place.roles().toArray(Role[]::new)))
                                .map(place -> new Place(place.name(), place.path() + cluster))
                                .toList()))
                .filter(places -> !places.places().isEmpty())
                .toList();
    }

    private String nameOf(String cluster) {
        return directories.stream()
                .flatMap(all -> all.clusterName(cluster).stream())
                .findFirst()
                .orElse(cluster);
    }

    /** What waits for her; for the auditor, for whom nothing can wait, what is open in her clusters. */
    Waiting waiting() {
        List<OpenTask> mine = tasks.of(person.requireId());
        boolean onlyLooks = mine.isEmpty() && onlyLooks();
        List<OpenTask> open = onlyLooks ? tasks.in(person.clusters()) : mine;
        long overdue = open.stream().filter(this::isOverdue).count();
        Set<String> closed = onlyLooks ? closed() : Set.of();
        List<Line> lines =
                open.stream().limit(SHOWN).map(task -> line(task, closed)).toList();
        return new Waiting(
                onlyLooks ? ofOthers(open.size(), overdue) : mine(open.size(), overdue),
                open.size(),
                lines,
                open.size() - lines.size(),
                onlyLooks);
    }

    /** True when she has no role in which anything is to be done. */
    boolean onlyLooks() {
        Set<String> clusters = person.clusters();
        return person.isStaff()
                && clusters.stream()
                        .noneMatch(cluster ->
                                person.hasRole(cluster, Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.SUCCESSOR));
    }

    private static String mine(int open, long overdue) {
        if (open == 0) {
            return "Intet venter på dig lige nu. Du får en mail, når der kommer noget.";
        }
        return (open == 1 ? "Én opgave venter på dig" : open + " opgaver venter på dig") + late(overdue) + ".";
    }

    private static String ofOthers(int open, long overdue) {
        String others = open == 0
                ? "Der er ingen åbne opgaver i klyngen"
                : open == 1 ? "Én opgave er åben hos andre" : open + " opgaver er åbne hos andre";
        return "Som revisor læser du med; intet venter på dig. " + others + late(overdue) + ".";
    }

    private static String late(long overdue) {
        return overdue == 0
                ? ""
                : overdue == 1 ? ", én af dem er over tiden" : ", " + overdue + " af dem er over tiden";
    }

    private Set<String> closed() {
        return stages.stream().flatMap(each -> each.closedToAuditors().stream()).collect(Collectors.toSet());
    }

    private Line line(OpenTask task, Set<String> closed) {
        Instant due = task.due();
        return new Line(
                task.title(),
                closed.contains(task.key()) ? "" : TASKLIST + "#/?task=" + task.id(),
                due == null ? "" : CopenhagenTime.inWords(due),
                isOverdue(task));
    }

    private boolean isOverdue(OpenTask task) {
        return task.due() != null && task.due().isBefore(time.now());
    }
}
