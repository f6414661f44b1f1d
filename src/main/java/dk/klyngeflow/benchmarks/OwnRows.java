package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.figuretables.MeasurePeriod;
import dk.klyngeflow.links.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A practice brings its own row: asked for in the words of the measure, and checked against it. */
@Component
class OwnRows {

    private static final String NUMERATOR = "talt";
    private static final String DENOMINATOR = "af";
    private static final int DIGITS = 7;

    private final MeasureImport imports;

    OwnRows(MeasureImport imports) {
        this.imports = imports;
    }

    /** @param seen as the practice sees it, which says what is known of it */
    List<Block> questions(String provider, Figures.Seen seen) {
        List<Block> blocks = new ArrayList<>();
        Measure measure = seen.facts().measure();
        asked(provider, seen).flatMap(each -> MeasurePeriod.of(each.period())).ifPresent(period -> {
            PracticeRow known = row(provider, period, seen);
            blocks.add(new Block.Note("Indtast jeres tal for " + period.inWords()
                    + ". De vises kun sammen med de andres og uden navn. Skriv ingen CPR-numre."));
            blocks.add(field(NUMERATOR, measure.words().numerator(), known.numerator()));
            blocks.add(field(DENOMINATOR, "Ud af: " + measure.words().denominator(), known.denominator()));
        });
        return blocks;
    }

    private static Block field(String name, String label, @Nullable Long known) {
        return new Block.Field(
                name,
                label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
                Block.Field.Kind.NUMBER,
                known == null ? "" : String.valueOf(known),
                false,
                DIGITS);
    }

    /** Nothing happens when both are left out. */
    void answer(String provider, Figures.Seen seen, Map<String, List<String>> sent, String by) {
        Measure measure = seen.facts().measure();
        String numerator = String.join("", sent.getOrDefault(NUMERATOR, List.of()));
        String denominator = String.join("", sent.getOrDefault(DENOMINATOR, List.of()));
        Optional<MeasureFacts.Look> asked = asked(provider, seen);
        if (asked.isEmpty() || numerator.isEmpty() && denominator.isEmpty()) {
            return;
        }
        long num = count(numerator, measure.words().numerator());
        long den = count(denominator, measure.words().denominator());
        if (den == 0) {
            throw new FormRefused("„" + measure.words().denominator() + "“ skal være mindst 1.");
        }
        if (!measure.isRate() && num > den) {
            throw new FormRefused("„" + measure.words().numerator() + "“ kan ikke være flere end „"
                    + measure.words().denominator() + "“.");
        }
        MeasurePeriod period = MeasurePeriod.of(asked.get().period()).orElseThrow();
        PracticeRow row = new PracticeRow(provider, num, den, false);
        PracticeRow known = row(provider, period, seen);
        if (!row.equals(known)) {
            imports.type(
                    seen.facts().clusterId(), measure, period, row, asked.get().meetingId(), by);
        }
    }

    private static long count(String typed, String of) {
        String bare = typed.replaceAll("[.\\s]", "");
        if (!bare.matches("\\d{1," + DIGITS + "}")) {
            throw new FormRefused("Skriv et helt tal: „" + of + "“.");
        }
        return Long.parseLong(bare);
    }

    /** The newest period that was asked for, when the practice may type it: no file has its row, and it has not said no to data. */
    private static Optional<MeasureFacts.Look> asked(String provider, Figures.Seen seen) {
        return seen.facts()
                .newestLook()
                .filter(look -> !seen.facts().refusing().contains(provider))
                .filter(look -> MeasurePeriod.of(look.period())
                        .filter(period -> row(provider, period, seen).denominator() == null
                                || seen.typed().contains(look.period()))
                        .isPresent());
    }

    private static PracticeRow row(String provider, MeasurePeriod period, Figures.Seen seen) {
        return seen.views().stream()
                .filter(view -> view.period().equals(period))
                .flatMap(view -> view.own().stream())
                .findFirst()
                .map(own -> new PracticeRow(
                        provider, own.numerator(), own.denominator(), own.state() == RowState.HIDDEN_AT_SOURCE))
                .orElseGet(() -> new PracticeRow(provider, null, null, false));
    }
}
