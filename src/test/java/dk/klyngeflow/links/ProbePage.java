package dk.klyngeflow.links;

import dk.klyngeflow.engine.FormRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A question that exists in tests only: can you come, and what do you eat. */
@Component
class ProbePage implements LinkPage {

    static final String PURPOSE = "probe";

    /** A matter of which there is nothing to show any more. */
    static final String OVER = "over";

    /** A matter that has been closed for answers. */
    static final String CLOSED = "closed";

    /** A matter whose page tries to write when it is looked at. */
    static final String WRITES = "writes";

    final Map<Held, Map<String, List<String>>> answers = new ConcurrentHashMap<>();
    final List<Held> shown = new ArrayList<>();
    private final JdbcClient jdbc;
    private @Nullable String documentId;

    ProbePage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void offer(String document) {
        documentId = document;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        if (held.subject().equals(OVER)) {
            return Optional.empty();
        }
        if (held.subject().equals(WRITES)) {
            jdbc.sql("update klyngeflow.link set version = 99 where cluster_id = :cluster")
                    .param("cluster", held.clusterId())
                    .update();
        }
        Map<String, List<String>> before = answers.getOrDefault(held, Map.of());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvornår", "Torsdag den 14. januar 2027 kl. 17-20");
        facts.put("Hvor", "Mødested Fyrtårnet, Havnegade 1, 9990 Nordhavn");
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Text("Vi skal tale om polyfarmaci.\nDu kan ændre dit svar, indtil der lukkes."),
                new Block.Facts(facts),
                choice("14", "Torsdag den 14. januar kl. 17", before, "yes", "Ja", "maybe", "Måske", "no", "Nej"),
                choice(
                        "food",
                        "Hvad vil du spise?",
                        before,
                        "all",
                        "Alt, som det kommer fra køkkenet",
                        "green",
                        "Vegetarisk"),
                new Block.Field(
                        "remark",
                        "Andet, vi skal vide",
                        Block.Field.Kind.AREA,
                        String.join("", before.getOrDefault("remark", List.of())),
                        false,
                        200),
                new Block.Upload("slides", "Dine slides"),
                new Block.Table("Svar indtil nu", List.of("Dato", "Ja"), List.of(List.of("14. januar", "7"))),
                new Block.Picture(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 2' width='300'>"
                                + "<rect width='7' height='2' style='fill:#0b5c66'/></svg>",
                        "7 af 10 kan")));
        if (documentId != null) {
            blocks.add(new Block.File(documentId, "Hent dagsordenen"));
        }
        return Optional.of(new Shown("Kan du komme?", blocks, held.subject().equals(CLOSED) ? null : "Send mit svar"));
    }

    private static Block choice(
            String name, String label, Map<String, List<String>> before, String... valuesAndLabels) {
        List<Block.Choice.Option> options = new ArrayList<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            options.add(new Block.Choice.Option(valuesAndLabels[i], valuesAndLabels[i + 1]));
        }
        return new Block.Choice(name, label, options, Set.copyOf(before.getOrDefault(name, List.of())), true, false);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        if (sent.getOrDefault("remark", List.of()).contains("afvis")) {
            throw new FormRefused("Køkkenet kan ikke læse det. Skriv noget andet.");
        }
        answers.put(held, sent);
        return new Done("Tak for dit svar", "Du kan ændre det, indtil der lukkes.");
    }
}
