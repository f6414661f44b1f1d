package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.polls.DateTally;
import dk.klyngeflow.polls.PollResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Dates and place of the founding assembly. */
@Component
class DatesScreen implements FounderScreen {

    private static final String DAY = "dag";
    private static final String HOUR = "klokken";
    private static final String PLACE = "sted";
    private static final String DATE = "dato";
    private static final String ANEW = "nye";
    private static final String CALL_OFF = "aflys";
    private static final int DAYS = 4;
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_DAYS_AHEAD = 366;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?");

    private final FoundingAssembly assembly;
    private final Foundings foundings;
    private final ClusterFounding process;
    private final CopenhagenTime time;

    DatesScreen(FoundingAssembly assembly, Foundings foundings, ClusterFounding process, CopenhagenTime time) {
        this.assembly = assembly;
        this.foundings = foundings;
        this.process = process;
        this.time = time;
    }

    @Override
    public Set<FoundingStage> stages() {
        return Set.of(FoundingStage.DATES, FoundingStage.POLLING, FoundingStage.CONVENE, FoundingStage.CONVENED);
    }

    @Override
    public Page show(Founding founding) {
        return switch (founding.stage()) {
            case DATES -> dates(founding);
            case CONVENE -> convene(founding);
            case CONVENED -> convened(founding);
            default -> polling(founding);
        };
    }

    private static Page dates(Founding founding) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                "Foreslå op til fire dage for den stiftende generalforsamling. Alle, der er med, bliver spurgt, hvornår de kan,"
                        + " og du vælger bagefter."));
        for (int day = 1; day <= DAYS; day++) {
            blocks.add(new Block.Field(DAY + day, "Dag " + day, Block.Field.Kind.DAY, "", day == 1, 20));
        }
        blocks.add(new Block.Field(HOUR, "Klokken, fx 16.30", Block.Field.Kind.TEXT, "", true, 5));
        blocks.add(new Block.Field(
                PLACE, "Sted, hvis du kender det", Block.Field.Kind.TEXT, founding.place(), false, LONGEST_PLACE));
        return new Page("Hvornår kan mødet holdes?", blocks, "Spørg alle");
    }

    private Page polling(Founding founding) {
        return new Page(
                "Vi spørger, hvornår de kan",
                List.of(new Block.Text("Du får en mail, når alle har svaret, eller fristen er gået."), tally(founding)),
                "Send");
    }

    private Block tally(Founding founding) {
        return new Block.Table(
                "Svar om datoer",
                List.of("Dato", "Ja", "Hvis nødvendigt", "Nej", "Mangler"),
                assembly.result(founding).dates().stream()
                        .map(date -> List.of(
                                CopenhagenTime.inWords(date.startsAt()),
                                String.valueOf(date.yes()),
                                String.valueOf(date.ifNeedBe()),
                                String.valueOf(date.no()),
                                String.valueOf(date.silent())))
                        .toList());
    }

    private Page convene(Founding founding) {
        List<Block.Choice.Option> options = new ArrayList<>();
        PollResult result = assembly.result(founding);
        for (DateTally date : result.dates()) {
            options.add(new Block.Choice.Option(
                    String.valueOf(date.option()),
                    CopenhagenTime.inWords(date.startsAt()),
                    date.yes() + " ja, " + date.ifNeedBe() + " hvis nødvendigt, " + date.no() + " nej, " + date.silent()
                            + " har ikke svaret"));
        }
        options.add(new Block.Choice.Option(ANEW, "Ingen af dem", "Foreslå nye datoer."));
        return new Page(
                "Indkald til mødet",
                List.of(
                        new Block.Text(result.why()),
                        new Block.Choice(DATE, "Hvornår holdes mødet?", options, Set.of(), true, false),
                        new Block.Field(PLACE, "Sted", Block.Field.Kind.TEXT, founding.place(), false, LONGEST_PLACE),
                        new Block.Text(
                                "Alle, der er med, får indkaldelsen med udkastet til vedtægter som PDF og mødet til deres kalender.")),
                "Send indkaldelsen");
    }

    private static Page convened(Founding founding) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvornår", founding.when());
        facts.put("Sted", founding.place());
        return new Page(
                "Der er indkaldt",
                List.of(
                        new Block.Facts(facts),
                        new Block.Text("Når mødet begynder, får du ét skema for hele aftenen."),
                        new Block.Choice(
                                CALL_OFF,
                                "Kan det ikke holdes?",
                                List.of(new Block.Choice.Option(
                                        "ja", "Aflys, og find en ny dato", "Alle får besked med det samme.")),
                                Set.of(),
                                false,
                                true)),
                "Send");
    }

    @Override
    public Done answer(Founding founding, Map<String, List<String>> sent) {
        return switch (founding.stage()) {
            case DATES -> propose(founding, sent);
            case CONVENE -> choose(founding, sent);
            case CONVENED -> callOff(founding, sent);
            default -> throw new FormRefused("Der er ikke noget at sende, før svarene er kommet.");
        };
    }

    private Done propose(Founding founding, Map<String, List<String>> sent) {
        LocalTime at = hour(new SentAnswers(sent).first(HOUR));
        List<Instant> dates = new ArrayList<>();
        for (int number = 1; number <= DAYS; number++) {
            List<String> day = sent.getOrDefault(DAY + number, List.of());
            if (!day.isEmpty()) {
                Instant moment = CopenhagenTime.at(LocalDate.parse(day.get(0)), at);
                if (!moment.isAfter(assembly.earliest(founding))) {
                    throw new FormRefused("Dag " + number
                            + " er for tidlig: alle skal nå at svare, og indkaldelsen skal ud. Vælg en dag efter "
                            + CopenhagenTime.dayInWords(assembly.earliest(founding)) + ".");
                }
                if (moment.isAfter(CopenhagenTime.at(time.today().plusDays(MOST_DAYS_AHEAD), at))) {
                    throw new FormRefused("Dag " + number + " ligger mere end et år frem.");
                }
                dates.add(moment);
            }
        }
        List<Instant> distinct = dates.stream().distinct().sorted().toList();
        foundings.propose(founding.clusterId(), distinct, place(sent));
        process.datesProposed(founding.clusterId());
        return new Done("Vi spørger alle", "Du får en mail, når svarene er kommet.");
    }

    private static LocalTime hour(String typed) {
        Matcher matcher = TIME.matcher(typed.strip());
        int hour = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 24;
        int minute = hour < 24 && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 0;
        if (hour > 23 || minute > 59) {
            throw new FormRefused("Skriv klokkeslættet som 16.30.");
        }
        return LocalTime.of(hour, minute);
    }

    private Done choose(Founding founding, Map<String, List<String>> sent) {
        String date = new SentAnswers(sent).first(DATE);
        if (date.equals(ANEW)) {
            process.conveningDecided(founding.clusterId(), false);
            return new Done("Vi finder en ny dato", "Om et øjeblik får du en mail om at foreslå datoer.");
        }
        if (place(sent).isEmpty()) {
            throw new FormRefused("Skriv stedet, før indkaldelsen sendes.");
        }
        boolean isPast = assembly.result(founding).dates().stream()
                .anyMatch(tally -> String.valueOf(tally.option()).equals(date)
                        && !tally.startsAt().isAfter(time.now()));
        if (isPast) {
            throw new FormRefused("Den dato er gået. Vælg en anden, eller foreslå nye.");
        }
        assembly.choose(founding, Integer.parseInt(date), place(sent));
        process.conveningDecided(founding.clusterId(), true);
        return new Done("Indkaldelsen er på vej", "Alle, der er med, får den med udkastet til vedtægter.");
    }

    private static String place(Map<String, List<String>> sent) {
        return new SentAnswers(sent).first(PLACE);
    }

    private Done callOff(Founding founding, Map<String, List<String>> sent) {
        if (sent.containsKey(CALL_OFF)) {
            process.assemblyCalledOff(founding.clusterId());
            return new Done(
                    "Mødet er aflyst", "Alle får besked. Om et øjeblik får du en mail om at foreslå nye datoer.");
        }
        throw new FormRefused("Vælg noget først.");
    }
}
