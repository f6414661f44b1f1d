package dk.klyngeflow.handover;

import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.LentTasks.Lent;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.CaseFacts;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a member writes what she proposes to a task; she can go on until its owner has done it. */
@Component
class TaskHelpLink implements LinkPage {

    private static final String FIELD = "proposal";
    private static final String UPLOAD = "documentId";
    private static final int LONGEST = 3_500;
    private static final DateTimeFormatter DAY = DanishTime.WEEKDAY;

    private final MemberHelp help;
    private final People people;
    private final ObjectProvider<CaseFacts> facts;
    private final Documents documents;

    TaskHelpLink(MemberHelp help, People people, ObjectProvider<CaseFacts> facts, Documents documents) {
        this.documents = documents;
        this.help = help;
        this.people = people;
        this.facts = facts;
    }

    @Override
    public String purpose() {
        return MemberHelp.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return help.find(held.clusterId(), held.subject())
                .filter(asked -> asked.helper().equals(held.holder()))
                .map(asked -> help.taskOf(asked).map(task -> open(asked, task)).orElseGet(() -> over(asked)));
    }

    private Shown open(TaskHelp asked, Lent task) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Text(
                        people.nameOf(asked.askedBy())
                                + " beder om din hjælp til en opgave i klyngen. Skriv, hvad du foreslår: det er ikke dig, der afgør det."));
        if (!asked.question().isEmpty()) {
            blocks.add(new Block.Note(asked.question()));
        }
        Optional<CaseFacts.Told> told = told(asked.clusterId(), task.caseKey());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Opgave", withoutCluster(task.title()));
        told.ifPresent(more -> lines.putAll(more.facts()));
        if (task.due() != null) {
            lines.put("Skal være løst", DAY.format(CopenhagenTime.dayOf(task.due())));
        }
        blocks.add(new Block.Facts(lines));
        told.ifPresent(more -> more.texts().forEach(text -> blocks.add(new Block.Text(text))));
        blocks.add(new Block.Field(
                FIELD,
                "Dit forslag",
                Block.Field.Kind.AREA,
                asked.answer() == null ? "" : asked.answer(),
                true,
                LONGEST));
        blocks.add(new Block.Upload(UPLOAD, "En fil, hvis det hjælper"));
        return new Shown(
                "Kan du hjælpe?", blocks, asked.answer() == null ? "Send forslaget" : "Send det rettede forslag");
    }

    private static Shown over(TaskHelp asked) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(
                asked.answer() == null
                        ? asked.endedAt() == null
                                ? "Opgaven er løst i mellemtiden, så der er ikke brug for dit svar længere. Tak, fordi du ville hjælpe."
                                : "Spørgsmålet er taget tilbage, så der er ikke brug for dit svar længere. Tak, fordi du ville hjælpe."
                        : "Opgaven er løst. Tak for hjælpen."));
        if (asked.answer() != null) {
            blocks.add(new Block.Text("Du skrev: " + asked.answer()));
        }
        return new Shown("Tak", blocks, null);
    }

    /** A called process has its caller's key and a part of its own: nordklyngen/2027-01/dato. */
    private Optional<CaseFacts.Told> told(String clusterId, String caseKey) {
        return facts.stream()
                .flatMap(each -> each.of(clusterId, caseKey).stream())
                .findFirst();
    }

    /** The page says elsewhere which cluster it is. */
    private static String withoutCluster(String title) {
        int end = title.indexOf(" · ");
        return end < 0 ? title : title.substring(end + 3);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        FormFields fields =
                FormFields.of(Map.of(FIELD, String.join("\n", sent.getOrDefault(FIELD, List.of()))), Set.of(FIELD));
        String text = fields.requiredParagraphs(FIELD, "Dit forslag");
        fields.refuseIfWrong();
        List<String> files = sent.getOrDefault(UPLOAD, List.of());
        help.answer(held.clusterId(), held.subject(), text, files.isEmpty() ? null : files.get(0));
        List<String> lines = new ArrayList<>();
        lines.add("Dit forslag ligger nu på opgaven, og den, der spurgte, får besked.");
        lines.add("Du kan rette det på det samme link, indtil opgaven er løst.");
        files.stream()
                .flatMap(file -> documents.warningOfCprNumber(held.clusterId(), file).stream())
                .forEach(lines::add);
        return new Done("Tak for hjælpen", lines);
    }
}
