package dk.klyngeflow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Two stand, eight vote by link, some of them twice and one as it closes; whoever is elected says yes. */
final class ClerkOfElections extends ClerkOfLife {

    static final int VOTERS = 8;

    private static final Pattern RECEIPT = Pattern.compile("\\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\\b");

    private final Random random;
    private final Set<String> done = new HashSet<>();

    /** Voters whose last answer was lost on the way: nobody knows which of their votes it is. */
    private final Set<String> unsure;

    ClerkOfElections(
            LifeTown town,
            int port,
            Journal journal,
            String name,
            AtomicBoolean noMore,
            Set<String> unsure,
            long seed) {
        super(town, port, journal, name, noMore);
        this.unsure = unsure;
        random = new Random(seed);
    }

    @Override
    void begin(String next) {
        done.clear();
        town.open(next, VOTERS);
        town.begins("coordinator-election", next, Map.of());
    }

    @Override
    boolean goesOn(String current) {
        return switch (String.valueOf(
                town.one("select status from klyngeflow.election where cluster_id = :cluster", current))) {
            case "NOMINATING" -> stands(current, "-m2") || stands(current, "-m3") || nominationsClose(current);
            case "VOTING" -> votes(current);
            case "ACCEPTING" -> accepts(current);
            default -> false;
        };
    }

    private boolean stands(String current, String who) {
        return !done.contains(who)
                && answers(current, "election-nomination", current + who, "svar", "SELF", "tekst", "Gerne")
                && done.add(who);
    }

    private boolean nominationsClose(String current) {
        if (!done.containsAll(List.of("-m2", "-m3"))) {
            return false;
        }
        if (done.add("closed")) {
            town.update(
                    "update klyngeflow.election set nominations_close_at = now() - interval '1 second' where cluster_id = :cluster",
                    current);
        }
        return town.timeComes(current, "silenceNoticed") || town.timeComes(current, "nominationsClosed");
    }

    private boolean votes(String current) {
        Optional<String> next = IntStream.rangeClosed(1, VOTERS)
                .mapToObj(number -> "-m" + number)
                .filter(who -> !done.contains("voted" + who))
                .findFirst();
        if (next.isPresent()) {
            return votes(current, next.get()) && (random.nextInt(3) == 0 || done.add("voted" + next.get()));
        }
        if (done.add("evening")) {
            town.update(
                    "update klyngeflow.ballot set closes_at = now() + interval '700 milliseconds'"
                            + " where cluster_id = :cluster and state = 'OPEN'",
                    current);
        }
        if (town.timeComes(current, "ballotReminderFellDue") || town.timeComes(current, "ballotClosed")) {
            return true;
        }
        // somebody who presses as it closes
        return !done.contains("late") && !votes(current, "-m8") && done.add("late");
    }

    private boolean votes(String current, String who) {
        Optional<String> code = town.code(current, "ballot-open", current + who, "");
        if (code.isEmpty()) {
            return false;
        }
        // six against two: no second round, whoever votes twice
        boolean isFirm = !who.equals("-m7") && !who.equals("-m8");
        String choice = isFirm ? current + "-m2" : random.nextBoolean() ? "blank" : current + "-m3";
        boolean isFirst = unsure.add(current + " " + who);
        Optional<String> page = LifeTown.answers(anybody(), code.get(), "stemme", choice, "reviewed", "ja");
        if (page.isEmpty()) {
            // refused: what she had before stands
            if (isFirst) {
                unsure.remove(current + " " + who);
            }
            journal.acknowledged("CLOSED", current, who);
            return false;
        }
        Matcher receipt = RECEIPT.matcher(page.get());
        if (!receipt.find()) {
            throw new IllegalStateException("no receipt");
        }
        journal.acknowledged("VOTE", current, who + "=" + receipt.group() + "," + choice);
        unsure.remove(current + " " + who);
        return true;
    }

    private boolean accepts(String current) {
        for (String who : town.column(
                "select person_id from klyngeflow.nominee where cluster_id = :cluster and state = 'ELECTED'",
                current)) {
            return answers(current, "election-acceptance", who, "svar", "YES");
        }
        return false;
    }

    /** The post itself moves on the day that was agreed, weeks from now. */
    @Override
    boolean isOver(String current) {
        return town.one("select 'ja' from klyngeflow.handover where cluster_id = :cluster", current) != null
                || !town.isOpen(current, "coordinator-election");
    }
}
