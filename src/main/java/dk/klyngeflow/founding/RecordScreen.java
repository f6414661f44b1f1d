package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Adoption;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingRecord;
import dk.klyngeflow.foundings.FoundingRecord.Chairs;
import dk.klyngeflow.foundings.FoundingRecord.Elected;
import dk.klyngeflow.foundings.FoundingRecord.How;
import dk.klyngeflow.foundings.FoundingRecord.Votes;
import dk.klyngeflow.foundings.FoundingRecords;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The one form of the evening: who came, what was adopted, who was elected. It becomes the minutes. */
@Component
class RecordScreen implements FounderScreen {

    private static final String CAME = "kom";
    private static final String LEADER = "dirigent";
    private static final String KEEPER = "referent";
    private static final String ADOPTED = "vedtaget";
    private static final String FOR = "for";
    private static final String AGAINST = "imod";
    private static final String AMENDMENTS = "aendringer";
    private static final String COORDINATOR = "koordinator";
    private static final String BALLOT = "valg";
    private static final String CHAIR = "formand";
    private static final String TREASURER = "kasserer";
    private static final String BOARD = "bestyrelse";
    private static final String AUDITOR = "revisor";
    private static final String HOW = "hvordan";
    private static final String COUNTS = "stemmetal";
    private static final String TELLER = "stemmetaeller";
    private static final String MINUTES = "referat";
    private static final int LONGEST = 4_000;
    private static final int TELLERS = 2;

    private final FoundingDoctors doctors;
    private final FoundingRecords records;
    private final Adoption adoption;
    private final ClusterFounding process;
    private final CopenhagenTime time;

    RecordScreen(
            FoundingDoctors doctors,
            FoundingRecords records,
            Adoption adoption,
            ClusterFounding process,
            CopenhagenTime time) {
        this.doctors = doctors;
        this.records = records;
        this.adoption = adoption;
        this.process = process;
        this.time = time;
    }

    @Override
    public Set<FoundingStage> stages() {
        return Set.of(FoundingStage.RECORD);
    }

    @Override
    public Page show(Founding founding) {
        List<Block.Choice.Option> people = doctors.of(founding.clusterId()).stream()
                .map(doctor -> new Block.Choice.Option(doctor.personId(), doctor.name()))
                .toList();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvornår", founding.when());
        facts.put("Sted", founding.place());
        facts.put("Vedtægterne vedtages med", adoption.inWords(founding.clusterId()));
        List<String> amendments = adoption.amendments(founding);
        facts.put(
                "Ændret på mødet, felt for felt",
                amendments.isEmpty()
                        ? "intet; ret det ved linket i mailen om ændringer"
                        : String.join("\n", amendments));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("Udfyld skemaet i løbet af aftenen, og send det, når mødet er slut."));
        blocks.add(new Block.Facts(facts));
        blocks.add(new Block.Choice(CAME, "Hvem kom?", people, Set.of(), true, true));
        blocks.add(pick(LEADER, "Dirigent", people, true));
        blocks.add(pick(KEEPER, "Referent", people, true));
        blocks.add(new Block.Choice(
                ADOPTED,
                "Blev vedtægterne vedtaget?",
                List.of(
                        new Block.Choice.Option("ja", "Ja, klyngen er stiftet"),
                        new Block.Choice.Option(
                                "nej", "Nej, vi mødes igen", "Så foreslår du nye datoer; valgene kan stå tomme.")),
                Set.of(),
                true,
                false));
        blocks.add(new Block.Field(FOR, "Stemmer for", Block.Field.Kind.NUMBER, "", true, 3));
        blocks.add(new Block.Field(AGAINST, "Stemmer imod", Block.Field.Kind.NUMBER, "", true, 3));
        blocks.add(new Block.Field(
                AMENDMENTS,
                "Andre ændringer i udkastet, fx navn og formål",
                Block.Field.Kind.AREA,
                "",
                false,
                LONGEST));
        List<Block.Choice.Option> coordinators = new ArrayList<>(people);
        coordinators.add(
                new Block.Choice.Option(BALLOT, "Vælges ved et valg, når klyngen er åben; formanden er det så længe"));
        blocks.add(pick(COORDINATOR, "Klyngekoordinator", coordinators, false));
        blocks.add(pick(CHAIR, "Formand", people, false));
        blocks.add(pick(TREASURER, "Kasserer", people, false));
        blocks.add(new Block.Choice(BOARD, "Andre i bestyrelsen", people, Set.of(), false, true));
        blocks.add(pick(AUDITOR, "Revisor", people, false));
        blocks.add(new Block.Choice(
                HOW,
                "Hvordan blev de valgt?",
                Arrays.stream(How.values())
                        .map(how -> new Block.Choice.Option(how.name(), how.danish()))
                        .toList(),
                Set.of(),
                false,
                false));
        blocks.add(new Block.Field(COUNTS, "Stemmetal ved valgene", Block.Field.Kind.AREA, "", false, LONGEST));
        blocks.add(pick(TELLER + 1, "Første stemmetæller", people, false));
        blocks.add(pick(TELLER + 2, "Anden stemmetæller", people, false));
        blocks.add(new Block.Field(MINUTES, "Det vigtigste fra mødet", Block.Field.Kind.AREA, "", false, LONGEST));
        return new Page("Aftenens skema", blocks, "Send skemaet");
    }

    private static Block pick(String name, String label, List<Block.Choice.Option> people, boolean isRequired) {
        return new Block.Pick(name, label, people, "", isRequired);
    }

    @Override
    public Done answer(Founding founding, Map<String, List<String>> sent) {
        List<String> wrong = new ArrayList<>();
        SentAnswers form = new SentAnswers(sent);
        boolean isAdopted = form.first(ADOPTED).equals("ja");
        int votesFor = Integer.parseInt(form.first(FOR));
        int votesAgainst = Integer.parseInt(form.first(AGAINST));
        Set<String> came = new LinkedHashSet<>(form.all(CAME));
        if (votesFor + votesAgainst > came.size()) {
            wrong.add("Der er " + (votesFor + votesAgainst) + " stemmer, men kun " + came.size() + " kom.");
        }
        boolean isMajority = adoption.isReached(founding.clusterId(), votesFor, votesAgainst, came.size());
        if (isAdopted && !isMajority) {
            wrong.add("Med " + votesFor + " for og " + votesAgainst + " imod er vedtægterne ikke vedtaget. "
                    + adoption.arithmetic(founding.clusterId(), votesFor, votesAgainst, came.size()));
        }
        if (!isAdopted && isMajority) {
            wrong.add(
                    "Med " + votesFor + " for og " + votesAgainst + " imod er vedtægterne vedtaget. Se tallene efter.");
        }
        if (isAdopted) {
            elections(form, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new FormRefused(wrong);
        }
        boolean isBallot = form.first(COORDINATOR).equals(BALLOT);
        records.write(new FoundingRecord(
                founding.clusterId(),
                String.join(" ", came),
                new Chairs(form.first(LEADER), form.first(KEEPER)),
                new Votes(votesFor, votesAgainst, isAdopted, form.first(AMENDMENTS), isBallot),
                new Elected(
                        isBallot ? form.first(CHAIR) : form.first(COORDINATOR),
                        form.first(CHAIR),
                        form.first(TREASURER),
                        String.join(" ", form.all(BOARD)),
                        form.first(AUDITOR),
                        form.first(HOW).isEmpty() ? How.ACCLAMATION : How.valueOf(form.first(HOW)),
                        form.first(COUNTS),
                        tellers(form)),
                form.first(MINUTES),
                null,
                time.now()));
        process.assemblyRecorded(founding.clusterId(), isAdopted);
        return isAdopted
                ? new Done(
                        "Tillykke, klyngen er stiftet", "Referatet sendes til alle. Du får tre mails om det praktiske.")
                : new Done("Skemaet er gemt", "Om et øjeblik får du en mail om at foreslå nye datoer.");
    }

    private static void elections(SentAnswers form, List<String> wrong) {
        for (Map.Entry<String, String> post : Map.of(
                        COORDINATOR, "Vælg koordinatoren.",
                        CHAIR, "Vælg formanden.",
                        TREASURER, "Vælg kassereren.",
                        AUDITOR, "Vælg revisoren.")
                .entrySet()) {
            if (form.first(post.getKey()).isEmpty()) {
                wrong.add(post.getValue());
            }
        }
        String auditor = form.first(AUDITOR);
        boolean isBoard = form.first(CHAIR).equals(auditor)
                || form.first(TREASURER).equals(auditor)
                || form.all(BOARD).contains(auditor);
        if (!auditor.isEmpty() && isBoard) {
            wrong.add("Revisoren kan ikke være formand, kasserer eller i bestyrelsen.");
        }
        if (form.first(HOW).isEmpty()) {
            wrong.add("Vælg, hvordan de blev valgt.");
        } else if (How.valueOf(form.first(HOW)) != How.ACCLAMATION) {
            if (FoundingRecord.ids(tellers(form)).size() < TELLERS) {
                wrong.add("Når der er stemt, skal to forskellige stemmetællere stå i skemaet.");
            }
            if (form.first(COUNTS).isEmpty()) {
                wrong.add("Skriv stemmetallene, som stemmetællerne har talt dem.");
            }
        }
    }

    private static String tellers(SentAnswers form) {
        Set<String> tellers = new LinkedHashSet<>(Arrays.asList(form.first(TELLER + 1), form.first(TELLER + 2)));
        tellers.remove("");
        return String.join(" ", tellers);
    }
}
