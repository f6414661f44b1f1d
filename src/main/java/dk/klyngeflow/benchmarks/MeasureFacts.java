package dk.klyngeflow.benchmarks;

import dk.klyngeflow.gatherings.MeetingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one measure of a cluster, but the figures of single practices: what its pages are made of, read in one statement.
 *
 * @param provider of the practice of whoever asks; empty for whoever is in none
 * @param practices of the cluster today, name by number
 * @param sets the newest of each period last
 * @param looks at which meetings it is looked at, the first laid first
 */
record MeasureFacts(
        String clusterId,
        Measure measure,
        Optional<String> provider,
        Map<String, String> practices,
        Answers answers,
        List<ReleasedSet> sets,
        List<Look> looks,
        List<Noted> notes) {

    MeasureFacts {
        practices = Map.copyOf(practices);
        sets = List.copyOf(sets);
        looks = List.copyOf(looks);
        notes = List.copyOf(notes);
    }

    /** @param keptBack numbers of those who have said no to data when it was ordered */
    record Answers(List<Said> said, Set<String> keptBack) {

        Answers {
            said = List.copyOf(said);
            keptBack = Set.copyOf(keptBack);
        }
    }

    /** What a practice has answered last. */
    record Said(String provider, MeasureConsents.Kind kind, boolean accepts) {}

    /** @param order the first laid is the lowest @param startsAt null until a date is found */
    record Look(String meetingId, String period, @Nullable Instant startsAt, MeetingStatus status, long order) {

        boolean isDated() {
            return startsAt != null && status != MeetingStatus.CANCELLED;
        }
    }

    /** @param due of what was agreed by it; null when nothing was */
    record Noted(
            String provider,
            FigureNotes.Kind kind,
            String note,
            @Nullable LocalDate due) {}

    /** The practices whose accept to data does not stand: they are not read, not frozen, and do not see their own. */
    Set<String> refusing() {
        Set<String> refusing = new HashSet<>(answers.keptBack());
        refusing.removeAll(saying(MeasureConsents.Kind.DATA, true));
        refusing.addAll(saying(MeasureConsents.Kind.DATA, false));
        return refusing;
    }

    Set<String> saying(MeasureConsents.Kind kind, boolean accepts) {
        return answers.said().stream()
                .filter(each -> each.kind() == kind && each.accepts() == accepts)
                .map(Said::provider)
                .collect(Collectors.toSet());
    }

    /** What one practice has said; empty when it has not. */
    Optional<Boolean> answered(String practice, MeasureConsents.Kind kind) {
        return answers.said().stream()
                .filter(each -> each.provider().equals(practice) && each.kind() == kind)
                .map(Said::accepts)
                .findFirst();
    }

    Optional<Noted> noted(String practice, FigureNotes.Kind kind) {
        return notes.stream()
                .filter(each -> each.provider().equals(practice) && each.kind() == kind)
                .findFirst();
    }

    /** By period the newest that is seen; of one that was taken down nothing. */
    Map<String, ReleasedSet> served() {
        Map<String, ReleasedSet> served = new TreeMap<>();
        sets.forEach(set -> served.put(set.period(), set));
        served.values().removeIf(ReleasedSet::isTakenDown);
        return served;
    }

    /** What was laid with it last. */
    Optional<Look> newestLook() {
        return looks.stream().reduce((one, other) -> other);
    }

    /** The newest meeting at which it is looked at, of those that have a date. */
    Optional<Look> meeting() {
        return looks.stream()
                .filter(Look::isDated)
                .max(Comparator.comparing(look -> look.startsAt() == null ? Instant.MIN : look.startsAt()));
    }
}
