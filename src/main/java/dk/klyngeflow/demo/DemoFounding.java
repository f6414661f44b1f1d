package dk.klyngeflow.demo;

import dk.klyngeflow.founding.FoundingStarts;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Klynge Vestfjord, which is being founded: three practices are in, one has declined, three are silent; the founder's mails are in the mailbox. */
@Component
@Profile("demo")
class DemoFounding {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String OWN = "990201";

    private static final String LIST = """
            990202; Lægerne Åbrinken; Bjarke Holt; bjarke@vestfjord.example; 4210
            990203; Fjordens Lægehus; Cille Ravn; cille@vestfjord.example; 6350
            990204; Lægehuset Stationen; Ditlev Krogh; ditlev@vestfjord.example; 3900
            990205; Engvejens Læger; Elna Bisgaard; elna@vestfjord.example; 2780
            990206; Møllens Lægepraksis; Finn Thorup; finn@vestfjord.example
            990207; Lægerne Vestkajen; Gudrun Lind; gudrun@vestfjord.example; 5120""";

    private final FoundingStarts starts;
    private final Map<String, LinkPage> pages;
    private final FastForward clock;
    private final TransactionTemplate transaction;

    DemoFounding(FoundingStarts starts, List<LinkPage> pages, FastForward clock, TransactionTemplate transaction) {
        this.starts = starts;
        this.pages = pages.stream().collect(Collectors.toMap(LinkPage::purpose, page -> page));
        this.clock = clock;
        this.transaction = transaction;
    }

    void tell() {
        String cluster = starts.begin(
                "Klynge Vestfjord",
                "Region Nord",
                new FoundingStarts.OwnPractice(OWN, "Lægehuset Vestfjord", 5_040),
                "Astrid Munk",
                "astrid@vestfjord.example");
        clock.by(A_MOMENT);
        answer("founding", cluster, "", OWN, Map.of("liste", List.of(LIST)));
        clock.by(A_MOMENT);
        answer("founding-join", cluster, "990202", "990202", reply("JOINED"));
        answer("founding-join", cluster, "990203", "990203", reply("JOINED"));
        answer("founding-join", cluster, "990204", "990204", reply("DECLINED"));
    }

    private static Map<String, List<String>> reply(String reply) {
        return Map.of("svar", List.of(reply));
    }

    private void answer(
            String purpose, String cluster, String subject, String practice, Map<String, List<String>> sent) {
        Held held = new Held(cluster, subject, starts.contactOf(cluster, practice));
        transaction.execute(status -> Objects.requireNonNull(pages.get(purpose)).answer(held, sent));
    }
}
