package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Daytime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
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
    private static final String PLACE_MAIL = "stedmail";
    private static final String PHONED = "ringet";
    private static final String YES = "ja";
    private static final int LONGEST_MAIL = 254;
    private static final String CALL_OFF = "aflys";
    private static final int DAYS = 4;
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_DAYS_AHEAD = 366;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?");

    private final FoundingAssembly assembly;
    private final Foundings foundings;
    private final ClusterFounding process;
    private final CopenhagenTime time;
    private final FoundingPlace place;

    DatesScreen(
            FoundingAssembly assembly,
            Foundings foundings,
            ClusterFounding process,
            CopenhagenTime time,
            FoundingPlace place) {
        this.place = place;
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
                List.of(
                        new Block.Text("Du får en mail, når alle har svaret, senest "
                                + CopenhagenTime.inWords(
                                        assembly.result(founding).poll().stand().closesAt())
                                + "."),
                        tally(founding)),
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
                        placeMail(),
                        new Block.Text(
                                "Alle, der er med, får indkaldelsen med udkastet til vedtægter som PDF og mødet til deres kalender.")),
                "Send indkaldelsen");
    }

    private static Block placeMail() {
        return new Block.Field(
                PLACE_MAIL,
                "Stedets mailadresse, hvis vi skal spørge dem",
                Block.Field.Kind.MAIL,
                "",
                false,
                LONGEST_MAIL);
    }

    private Page convened(Founding founding) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvornår", founding.when());
        facts.put("Sted", founding.place());
        String stands = place.stands(founding);
        if (!stands.isEmpty()) {
            facts.put("Stedet", stands);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts));
        blocks.add(new Block.Text("Når mødet begynder, får du ét skema for hele aftenen."));
        if (place.isSilent(founding)) {
            blocks.add(new Block.Choice(
                    PHONED,
                    "Har du ringet til stedet?",
                    List.of(
                            new Block.Choice.Option(YES, "De siger ja"),
                            new Block.Choice.Option("nej", "De siger nej")),
                    Set.of(),
                    false,
                    false));
        }
        blocks.add(new Block.Field(
                PLACE,
                "Et andet sted, hvis mødet skal flyttes derhen",
                Block.Field.Kind.TEXT,
                "",
                false,
                LONGEST_PLACE));
        blocks.add(placeMail());
        blocks.add(new Block.Choice(
                CALL_OFF,
                "Kan det ikke holdes?",
                List.of(new Block.Choice.Option("ja", "Aflys, og find en ny dato", "Alle får besked med det samme.")),
                Set.of(),
                false,
                true));
        return new Page("Der er indkaldt", blocks, "Send");
    }

    @Override
    public Done answer(Founding founding, Map<String, List<String>> sent) {
        return switch (founding.stage()) {
            case DATES -> propose(founding, sent);
            case CONVENE -> choose(founding, sent);
            case CONVENED -> change(founding, sent);
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
        FormFields fields = new SentAnswers(sent).confirmed();
        distinct.stream()
                .map(CopenhagenTime::dayOf)
                .filter(WorkingDays::isHoliday)
                .forEach(day -> fields.doubt(
                        "FREE_DAY",
                        "Bemærk: " + DanishTime.WEEKDAY_WITHOUT_YEAR.format(day)
                                + " er en helligdag eller en dag, hvor alt har lukket."));
        fields.refuseIfWrong();
        foundings.propose(founding.clusterId(), distinct, place(sent));
        process.datesProposed(founding.clusterId());
        return new Done(
                "Vi spørger alle",
                "Du får en mail, når alle har svaret, senest "
                        + CopenhagenTime.inWords(assembly.datesCloseAt(founding.clusterId())) + ".");
    }

    private static LocalTime hour(String typed) {
        Matcher matcher = TIME.matcher(typed.strip());
        int hour = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 24;
        int minute = hour < 24 && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 0;
        if (hour > 23 || minute > 59) {
            throw new FormRefused("Skriv klokkeslættet som 16.30.");
        }
        LocalTime start = LocalTime.of(hour, minute);
        Daytime.objectionTo(start).ifPresent(night -> {
            throw new FormRefused(night);
        });
        return start;
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
        Founding convened = assembly.choose(founding, Integer.parseInt(date), place(sent));
        askIfWanted(convened, sent);
        process.conveningDecided(founding.clusterId(), true);
        return new Done("Indkaldelsen er på vej", "Alle, der er med, får den med udkastet til vedtægter.");
    }

    private static String place(Map<String, List<String>> sent) {
        return new SentAnswers(sent).first(PLACE);
    }

    private void askIfWanted(Founding founding, Map<String, List<String>> sent) {
        String mail = new SentAnswers(sent).first(PLACE_MAIL);
        if (!mail.isEmpty()) {
            place.ask(founding, founding.place(), mail);
        }
    }

    private Done change(Founding founding, Map<String, List<String>> sent) {
        SentAnswers form = new SentAnswers(sent);
        if (!form.first(CALL_OFF).isEmpty()) {
            return callOff(founding, sent);
        }
        String elsewhere = place(sent);
        if (!elsewhere.isEmpty() && !elsewhere.equalsIgnoreCase(founding.place())) {
            place.release(founding, "Mødet holdes et andet sted.");
            askIfWanted(assembly.moveTo(founding, elsewhere), sent);
            return new Done("Stedet er ændret", "Alle, der er indkaldt, får besked, og kalenderen følger med.");
        }
        if (!form.first(PLACE_MAIL).isEmpty()) {
            askIfWanted(founding, sent);
            return new Done("Stedet er spurgt", "Du får en mail, når de svarer.");
        }
        if (!form.first(PHONED).isEmpty()) {
            place.phoned(founding, form.first(PHONED).equals(YES));
            return new Done("Tak, det er noteret", "Siger de nej, så åbn din side igen, og skriv et andet sted.");
        }
        throw new FormRefused("Vælg noget først.");
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
