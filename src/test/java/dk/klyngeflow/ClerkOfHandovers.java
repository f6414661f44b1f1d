package dk.klyngeflow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** One coordinator hands over to another, with everybody's part of the list; then the day comes. */
final class ClerkOfHandovers extends ClerkOfLife {

    static final int MEMBERS = 6;

    private record Part(String who, String task, String owner) {}

    private static final List<Part> PARTS = List.of(
            new Part("-m1", "handOverPost", "PARTING"),
            new Part("-m6", "takeOverPost", "SUCCESSOR"),
            new Part("-m1", "helpAsSecretary", "SECRETARY"),
            new Part("-m2", "helpAsBoard", "BOARD"));

    private final Set<String> done = new HashSet<>();

    ClerkOfHandovers(LifeTown town, int port, Journal journal, String name, AtomicBoolean noMore) {
        super(town, port, journal, name, noMore);
    }

    @Override
    void begin(String next) {
        done.clear();
        town.open(next, MEMBERS);
        town.begins(
                "coordinator-handover",
                next,
                Map.of(
                        "successor",
                        next + "-m6",
                        "handoverDay",
                        town.today().plusDays(1).toString(),
                        "startedBy",
                        next + "-m1"));
    }

    @Override
    boolean goesOn(String current) {
        String key = town.one("select business_key from klyngeflow.handover where cluster_id = :cluster", current);
        if (key == null) {
            return false;
        }
        for (Part part : PARTS) {
            if (!done.contains(part.task()) && isOpen(current, part.task())) {
                String rows = YearStory.json(town
                        .column(
                                "select number::text from klyngeflow.handover_item where cluster_id = :cluster and owner = '"
                                        + part.owner() + "' order by number",
                                current)
                        .stream()
                        .map(number -> Map.of("number", number, "state", "DONE", "remark", ""))
                        .toList());
                boolean isTaken = desk.complete(
                        current + part.who(),
                        key,
                        part.task(),
                        part.task().equals("handOverPost")
                                ? Map.of("items", rows, "note", "Husk nøglen")
                                : Map.of("items", rows));
                if (isTaken) {
                    journal.acknowledged(part.task(), current, part.who());
                    done.add(part.task());
                }
                return isTaken;
            }
        }
        boolean isReady = town.column("select task_def_key_ from act_ru_task where tenant_id_ = :cluster", current)
                        .isEmpty()
                && town.one(
                                "select 'ja' from klyngeflow.handover where cluster_id = :cluster and parted_at is not null and taken_at is not null",
                                current)
                        != null;
        return isReady && !done.contains("day") && town.timeComes(current, "dayArrived") && done.add("day");
    }

    private boolean isOpen(String current, String task) {
        return town.column("select task_def_key_ from act_ru_task where tenant_id_ = :cluster", current)
                .contains(task);
    }

    @Override
    boolean isOver(String current) {
        return !town.isOpen(current, "coordinator-handover");
    }
}
