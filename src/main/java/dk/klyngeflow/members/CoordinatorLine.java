package dk.klyngeflow.members;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The coordinators of a cluster one after the other, in the past and in what is agreed: each begins on the day the one before ends, and the
 * last has no end. Whatever is done to it gives another such line, or is refused in Danish.
 */
record CoordinatorLine(List<Term> terms) {

    /** @param until the first day she no longer is; null for the last */
    record Term(String personId, LocalDate from, @Nullable LocalDate until) {

        boolean isOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }

        boolean isSame(String person, LocalDate begun) {
            return personId.equals(person) && from.equals(begun);
        }

        boolean lastsLongerThan(@Nullable LocalDate day) {
            return day != null && (until == null || until.isAfter(day));
        }

        private Term until(@Nullable LocalDate day) {
            return new Term(personId, from, day);
        }
    }

    CoordinatorLine {
        terms = List.copyOf(terms);
    }

    /** True when on every day since the first there is exactly one. */
    boolean isWhole() {
        for (int i = 0; i < terms.size(); i++) {
            LocalDate until = terms.get(i).until();
            boolean isLast = i == terms.size() - 1;
            if (isLast ? until != null : !terms.get(i + 1).from().equals(until)) {
                return false;
            }
            if (until != null && !until.isAfter(terms.get(i).from())) {
                return false;
            }
        }
        return !terms.isEmpty();
    }

    Optional<Term> on(LocalDate day) {
        return terms.stream().filter(term -> term.isOn(day)).findFirst();
    }

    Optional<Term> begunOn(String personId, LocalDate day) {
        return terms.stream().filter(term -> term.isSame(personId, day)).findFirst();
    }

    /** She is coordinator from that day and until further notice; what was agreed for later is no longer. */
    CoordinatorLine handOver(String personId, LocalDate day) {
        List<Term> line = before(day);
        return new CoordinatorLine(with(line, new Term(personId, day, null)));
    }

    /** Whoever is coordinator when it begins is again when it ends. */
    CoordinatorLine standIn(String personId, LocalDate from, LocalDate until) {
        if (!until.isAfter(from)) {
            throw new FormRefused("Afløsningen skal vare mindst én dag: slutdagen skal ligge efter den første dag.");
        }
        Term absent = on(from).orElseThrow(() -> new FormRefused("Klyngen har ingen koordinator den dag."));
        if (absent.personId().equals(personId)) {
            throw new FormRefused("Afløseren er selv koordinator den dag. Vælg en anden.");
        }
        LocalDate ends = absent.until();
        if (ends != null && ends.isBefore(until)) {
            throw new FormRefused("Posten som koordinator skifter allerede den " + DanishTime.DAY.format(ends)
                    + ". Afløsningen skal slutte senest den dag.");
        }
        List<Term> line = before(from);
        with(line, new Term(personId, from, until));
        if (!until.equals(ends)) {
            with(line, new Term(absent.personId(), until, ends));
        }
        terms.stream().filter(term -> !term.from().isBefore(until)).forEach(term -> with(line, term));
        return new CoordinatorLine(line);
    }

    /**
     * The stand-in who begins on that day ends on another; on or before her first day she never was.
     *
     * @throws FormRefused when the one who was to come back would have no day left
     */
    CoordinatorLine endsOn(String standIn, LocalDate from, LocalDate until) {
        int at = begunOn(standIn, from).map(terms::indexOf).orElse(-1);
        if (at < 0 || at == terms.size() - 1) {
            throw new FormRefused("Afløsningen er ikke længere aftalt. Genindlæs siden.");
        }
        Term back = terms.get(at + 1);
        LocalDate next = back.until();
        if (next != null && !until.isBefore(next)) {
            throw new FormRefused("Posten som koordinator skifter allerede den " + DanishTime.DAY.format(next)
                    + ". Afløsningen skal slutte før den dag.");
        }
        List<Term> line = new ArrayList<>(terms.subList(0, at));
        boolean neverWas = !until.isAfter(from);
        if (!neverWas) {
            with(line, terms.get(at).until(until));
        }
        with(line, new Term(back.personId(), neverWas ? from : until, next));
        terms.subList(at + 2, terms.size()).forEach(term -> with(line, term));
        return new CoordinatorLine(line);
    }

    /** What stands until that day, its last term cut off there. */
    private List<Term> before(LocalDate day) {
        List<Term> line = new ArrayList<>();
        for (Term term : terms) {
            if (term.from().isBefore(day)) {
                line.add(term.until() != null && !term.until().isAfter(day) ? term : term.until(day));
            }
        }
        if (line.isEmpty() && !terms.isEmpty() && terms.get(0).from().isAfter(day)) {
            throw new FormRefused("Dagen ligger, før klyngen fik sin første koordinator.");
        }
        return line;
    }

    /** Somebody who goes on is one term. */
    private static List<Term> with(List<Term> line, Term term) {
        Term last = line.isEmpty() ? null : line.get(line.size() - 1);
        if (last != null && last.personId().equals(term.personId()) && Objects.equals(last.until(), term.from())) {
            line.set(line.size() - 1, last.until(term.until()));
        } else {
            line.add(term);
        }
        return line;
    }
}
