package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.members.PracticeList;
import dk.klyngeflow.members.Practices;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The list of practices, who has answered, and what to do when they are too few. */
@Component
class PracticesScreen implements FounderScreen {

    private static final String LIST = "liste";
    private static final String FILE = "fil";
    private static final String NEXT = "videre";
    private static final String CLOSE = "luk";
    private static final String PROLONG = "forlaeng";
    private static final String WRONG = "forkert";
    private static final String RIGHT = "rigtig";
    private static final int LONGEST_MAIL = 254;
    private static final int LONGEST_LIST = 4_000;

    private final FoundingPractices practices;
    private final FoundingInvitations invitations;
    private final ClusterFounding process;

    PracticesScreen(FoundingPractices practices, FoundingInvitations invitations, ClusterFounding process) {
        this.practices = practices;
        this.invitations = invitations;
        this.process = process;
    }

    @Override
    public Set<FoundingStage> stages() {
        return Set.of(FoundingStage.PRACTICES, FoundingStage.JOINING, FoundingStage.TOO_FEW);
    }

    @Override
    public Page show(Founding founding) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                switch (founding.stage()) {
                    case PRACTICES ->
                        "Skriv de praksis, der skal inviteres, eller læg et regneark. Én læge fra hver praksis får invitationen"
                                + " og svarer for praksis. Der sendes intet, før du trykker.";
                    case TOO_FEW ->
                        "Fristen er gået, og der er for få. Forlæng fristen, eventuelt med flere praksis, eller opgiv.";
                    default -> "Praksis bliver spurgt. Du kan tilføje flere, så længe fristen løber.";
                }));
        blocks.add(new Block.Facts(facts(founding)));
        blocks.add(new Block.Table(
                "Praksis på listen",
                List.of("Praksis", "Ydernummer", "Svar"),
                practices.of(founding.clusterId()).stream()
                        .map(practice -> List.of(practice.name(), practice.providerNumber(), practice.stands()))
                        .toList()));
        blocks.add(new Block.Field(
                LIST,
                "Én praksis pr. linje: ydernummer; praksis; lægens navn; lægens mail; patienter",
                Block.Field.Kind.AREA,
                "",
                false,
                LONGEST_LIST));
        blocks.add(new Block.Sheet(
                FILE, "Eller et regneark med kolonnerne ydernummer, praksis, navn, mail og evt. patienter"));
        correction(founding, blocks);
        List<Block.Choice.Option> next = next(founding);
        if (!next.isEmpty()) {
            blocks.add(new Block.Choice(NEXT, "Videre", next, Set.of(), false, true));
        }
        return new Page(
                title(founding), blocks, founding.stage() == FoundingStage.PRACTICES ? "Send invitationerne" : "Send");
    }

    private void correction(Founding founding, List<Block> blocks) {
        List<Block.Choice.Option> silent = practices.of(founding.clusterId()).stream()
                .filter(practice -> practice.isSilent() && practice.invitedAt() != null)
                .map(practice -> new Block.Choice.Option(practice.providerNumber(), practice.name()))
                .toList();
        if (!silent.isEmpty()) {
            blocks.add(new Block.Pick(WRONG, "Er en mailadresse forkert? Vælg praksis", silent, "", false));
            blocks.add(new Block.Field(
                    RIGHT, "Lægens rigtige mailadresse", Block.Field.Kind.MAIL, "", false, LONGEST_MAIL));
        }
    }

    private static String title(Founding founding) {
        return switch (founding.stage()) {
            case PRACTICES -> "Hvem skal inviteres?";
            case TOO_FEW -> "Der er for få praksis";
            default -> "Hvem er med?";
        };
    }

    private Map<String, String> facts(Founding founding) {
        FoundingInvitations.Counted counted = invitations.count(founding.clusterId());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Med indtil nu",
                counted.practices() + " praksis, " + Practices.figure(counted.patients()) + " patienter");
        if (!counted.isEnough()) {
            facts.put("Mangler", counted.lacking());
        }
        if (founding.joiningClosesAt() != null) {
            facts.put("Frist for svar", CopenhagenTime.inWords(founding.joiningClosesAt()));
        }
        return facts;
    }

    private List<Block.Choice.Option> next(Founding founding) {
        if (founding.stage() == FoundingStage.TOO_FEW) {
            return List.of(
                    new Block.Choice.Option(PROLONG, "Forlæng fristen", "De tavse spørges igen, og alle får besked."));
        }
        return founding.stage() == FoundingStage.JOINING
                        && invitations.count(founding.clusterId()).isEnough()
                ? List.of(new Block.Choice.Option(
                        CLOSE, "Der er nok: gå videre nu", "Resten kan ikke længere melde sig her."))
                : List.of();
    }

    @Override
    public Done answer(Founding founding, Map<String, List<String>> sent) {
        String cluster = founding.clusterId();
        int added = list(cluster, sent);
        SentAnswers form = new SentAnswers(sent);
        boolean isCorrected = !form.first(WRONG).isEmpty();
        if (isCorrected != !form.first(RIGHT).isEmpty()) {
            throw new FormRefused("Vælg praksis, og skriv lægens rigtige mailadresse.");
        }
        if (isCorrected) {
            invitations.correct(founding, form.first(WRONG), form.first(RIGHT));
        }
        List<String> next = sent.getOrDefault(NEXT, List.of());
        if (founding.stage() == FoundingStage.PRACTICES) {
            if (practices.of(cluster).size() < 2) {
                throw new FormRefused("Skriv mindst én praksis foruden din egen, eller læg en fil.");
            }
            process.practicesNamed(cluster);
            return new Done(
                    "Invitationerne er på vej",
                    "Du får en mail, når alle har svaret, senest "
                            + CopenhagenTime.inWords(invitations.closesAt(cluster)) + ".");
        }
        if (next.contains(PROLONG)) {
            process.prolonged(cluster);
            return new Done(
                    "Fristen er forlænget", "De, der ikke har svaret, spørges igen, og de, der er med, får besked.");
        }
        if (next.contains(CLOSE)) {
            process.repliesClosed(cluster);
            return new Done("Tilmeldingen er lukket", "Om et øjeblik får du en mail om at foreslå datoer.");
        }
        if (isCorrected) {
            return new Done("Adressen er rettet", "Invitationen er sendt igen. Det gamle link virker ikke længere.");
        }
        return new Done("Listen er gemt", added + " praksis er tilføjet.");
    }

    private int list(String clusterId, Map<String, List<String>> sent) {
        int added = 0;
        if (sent.containsKey(FILE)) {
            byte[] file = Base64.getDecoder().decode(sent.get(FILE).get(0));
            added += invitations.take(clusterId, PracticeList.ofFile(file));
        }
        if (sent.containsKey(LIST)) {
            added += invitations.take(
                    clusterId, PracticeList.ofText(sent.get(LIST).get(0)));
        }
        return added;
    }
}
