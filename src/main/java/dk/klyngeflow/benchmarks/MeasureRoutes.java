package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.CellText;
import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.figuretables.TableProblem;
import dk.klyngeflow.figuretables.TableReading.Asked;
import dk.klyngeflow.figuretables.TableRefused;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Figures of practices for programs: a table is looked at or taken, and a measure answers with what whoever asks may see. */
@RestController
@RequestMapping("/api/clusters/{cluster}/measures")
class MeasureRoutes {

    static final Role[] KEEPERS = {Role.SECRETARY, Role.COORDINATOR};
    private static final int UNPROCESSABLE = 422;

    private final MeasureImport imports;
    private final Figures figures;
    private final FigureReaders readers;
    private final CurrentPerson person;

    MeasureRoutes(MeasureImport imports, Figures figures, FigureReaders readers, CurrentPerson person) {
        this.imports = imports;
        this.figures = figures;
        this.readers = readers;
        this.person = person;
    }

    /** @param dots in percent; of a rate for each thousand */
    record Released(
            List<BigDecimal> dots,
            BigDecimal q1,
            BigDecimal median,
            BigDecimal q3,
            @Nullable BigDecimal clusterPercent,
            int practices,
            int notShown) {

        static Released of(Spread spread) {
            Long rate = spread.rate();
            return new Released(
                    spread.dots().stream().map(spread::shown).toList(),
                    spread.shown(spread.q1()),
                    spread.shown(spread.median()),
                    spread.shown(spread.q3()),
                    rate == null ? null : spread.shown(rate),
                    spread.practices(),
                    spread.notShown());
        }
    }

    record NamedRow(
            String provider,
            String name,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable Long percent,
            boolean hidden) {}

    record Answer(
            @Nullable Released released,
            @Nullable OwnFigure own,
            @Nullable List<NamedRow> table) {}

    /** Why nothing is stored. */
    record Wrong(int status, String message, List<TableProblem> problems) {}

    /** Looks at a table, or takes it when {@code commit} says so. */
    @PostMapping
    ResponseEntity<Object> table(
            @PathVariable String cluster,
            @RequestPart("file") MultipartFile file,
            @RequestParam Map<String, String> sent) {
        requireKeeper(person, cluster);
        Asked asked = asked(sent);
        try {
            byte[] content = file.getBytes();
            return "true".equals(sent.get("commit"))
                    ? ResponseEntity.status(201)
                            .body(imports.commit(
                                    cluster, content, asked, sent.getOrDefault("meeting", ""), person.requireId()))
                    : ResponseEntity.ok(imports.preview(cluster, content, asked));
        } catch (TableRefused refused) {
            return ResponseEntity.status(UNPROCESSABLE)
                    .body(new Wrong(UNPROCESSABLE, refused.inWords(), refused.problems()));
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be read", e);
        }
    }

    static Asked asked(Map<String, String> sent) {
        return new Asked(
                CellText.plain(sent.getOrDefault("measure", "")),
                CellText.plain(sent.getOrDefault("period", "")),
                sent.getOrDefault("sheet", "").strip(),
                sent.getOrDefault("share", "").strip());
    }

    /** Only who works with the cluster's data; an administrator of the platform does not. */
    static void requireKeeper(CurrentPerson person, String cluster) {
        person.require(cluster, KEEPERS);
        if (!person.hasRole(cluster, KEEPERS)) {
            throw Refused.forbidden();
        }
    }

    @GetMapping("/{measure}/{period}")
    Answer figures(@PathVariable String cluster, @PathVariable String measure, @PathVariable String period) {
        person.require(cluster, Role.MEMBER, Role.COORDINATOR, Role.SECRETARY, Role.BOARD);
        MeasureFacts found = figures.facts(cluster, measure, readers.nowId()).orElseThrow(Refused::notFound);
        MeasurePeriod of = MeasurePeriod.of(period).orElseThrow(Refused::notFound);
        Figures.View view =
                figures.seen(found, readers.now(cluster, found.provider())).of(of);
        return new Answer(
                view.released().map(Released::of).orElse(null),
                view.own().orElse(null),
                view.table().isEmpty() ? null : named(view));
    }

    private static List<NamedRow> named(Figures.View view) {
        return view.table().stream()
                .map(line -> new NamedRow(
                        line.provider(),
                        view.names().getOrDefault(line.provider(), line.provider()),
                        line.numerator(),
                        line.denominator(),
                        line.percent(),
                        line.isHidden()))
                .sorted(Comparator.comparing(NamedRow::name).thenComparing(NamedRow::provider))
                .toList();
    }
}
