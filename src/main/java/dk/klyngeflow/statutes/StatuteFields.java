package dk.klyngeflow.statutes;

import static dk.klyngeflow.statutes.Statutes.Share.HALF;
import static dk.klyngeflow.statutes.Statutes.Share.NONE;
import static dk.klyngeflow.statutes.Statutes.Share.THIRD;
import static dk.klyngeflow.statutes.Statutes.Share.THREE_QUARTERS;
import static dk.klyngeflow.statutes.Statutes.Share.TWO_THIRDS;

import dk.klyngeflow.statutes.StatuteField.Option;
import dk.klyngeflow.statutes.Statutes.Assembly;
import dk.klyngeflow.statutes.Statutes.Elections;
import dk.klyngeflow.statutes.Statutes.Notices;
import dk.klyngeflow.statutes.Statutes.Share;
import dk.klyngeflow.statutes.Statutes.Terms;
import dk.klyngeflow.statutes.Statutes.Years;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that statutes settle here, in the order of the page. No law says what the figures are: the defaults are to be fitted to one's own. */
final class StatuteFields {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
    private static final Option[] YEARS = {
        new Option("EVEN", "Lige år"), new Option("ODD", "Ulige år"), new Option("ANY", "Uden fast år")
    };

    /** A heading and what stands below it. */
    record Group(String heading, List<StatuteField> fields) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    "Indkaldelse og forslag",
                    List.of(
                            StatuteField.number(
                                    "notice_days",
                                    "Varsel for ordinær generalforsamling",
                                    "dage",
                                    14,
                                    1,
                                    60,
                                    "Så mange dage før skal alle have indkaldelsen. Ofte 8, 14, 21 eller 28 dage."),
                            StatuteField.number(
                                    "extraordinary_notice_days",
                                    "Varsel for ekstraordinær generalforsamling",
                                    "dage",
                                    14,
                                    1,
                                    60,
                                    "Kan være kortere end det ordinære."),
                            StatuteField.flag(
                                    "sending_day_counts",
                                    "Tæller dagen, indkaldelsen sendes, med i varslet?",
                                    false,
                                    "Siger vedtægterne intet, så vælg nej: så er ingen kaldt for sent ind. Generalforsamlingens egen dag tæller aldrig med.",
                                    "Ja, den tæller med",
                                    "Nej, kun hele dage imellem"),
                            StatuteField.number(
                                    "proposal_days",
                                    "Forslag skal være inde før",
                                    "dage",
                                    14,
                                    1,
                                    60,
                                    "Så mange dage før generalforsamlingen skal medlemmernes forslag være modtaget. Ofte 7, 8, 12 eller 14 dage."),
                            StatuteField.number(
                                    "latest_month",
                                    "Ordinær generalforsamling holdes inden udgangen af måned",
                                    "",
                                    3,
                                    1,
                                    12,
                                    "3 er marts."),
                            StatuteField.number(
                                    "demand_percent",
                                    "Så mange medlemmer kan kræve en ekstraordinær generalforsamling",
                                    "%",
                                    10,
                                    1,
                                    100,
                                    "Bestyrelsen kan altid. Rundes op: 10 % af 29 medlemmer er 3."))),
            new Group(
                    "Beslutninger på generalforsamlingen",
                    List.of(
                            StatuteField.share(
                                    "quorum",
                                    "Så mange skal være til stede",
                                    NONE,
                                    "Ellers er generalforsamlingen ikke beslutningsdygtig.",
                                    NONE,
                                    THIRD,
                                    HALF,
                                    TWO_THIRDS),
                            StatuteField.share(
                                    "statutes_quorum",
                                    "Så mange skal være til stede, når vedtægterne ændres",
                                    HALF,
                                    "Kommer der færre, holdes en generalforsamling mere, som beslutter uanset fremmøde.",
                                    NONE,
                                    THIRD,
                                    HALF,
                                    TWO_THIRDS),
                            StatuteField.number(
                                    "second_from_weeks",
                                    "Den anden generalforsamling tidligst efter",
                                    "uger",
                                    4,
                                    1,
                                    26,
                                    "Når der kom for få til den første."),
                            StatuteField.number(
                                    "second_until_weeks",
                                    "Den anden generalforsamling senest efter",
                                    "uger",
                                    6,
                                    1,
                                    26,
                                    "Når der kom for få til den første."),
                            StatuteField.choice(
                                    "counted_of",
                                    "Flertal regnes af",
                                    "VOTES_CAST",
                                    "Almindelige beslutninger tages med almindeligt flertal. Blanke stemmer er ikke afgivne stemmer.",
                                    new Option("VOTES_CAST", "De afgivne stemmer"),
                                    new Option("PRESENT", "Alle fremmødte")),
                            StatuteField.share(
                                    "statutes_majority",
                                    "Flertal for at ændre vedtægterne",
                                    TWO_THIRDS,
                                    "Rundes op: to tredjedele af 20 er 14, af 19 er 13.",
                                    HALF,
                                    TWO_THIRDS,
                                    THREE_QUARTERS),
                            StatuteField.number(
                                    "proxies",
                                    "Fuldmagter, ét medlem kan have med",
                                    "",
                                    0,
                                    0,
                                    2,
                                    "0: der kan ikke stemmes ved fuldmagt. En fuldmagt er skriftlig og skal vælges."),
                            StatuteField.flag(
                                    "digital_assembly",
                                    "Må generalforsamlingen holdes digitalt?",
                                    false,
                                    "Kun når vedtægterne siger det.",
                                    "Ja",
                                    "Nej"))),
            new Group(
                    "Valg",
                    List.of(
                            StatuteField.choice(
                                    "election_rule",
                                    "Valgt er den, der får",
                                    "RELATIVE",
                                    "Mere end halvdelen regnes af de gyldige stemmer; blanke og ugyldige tæller ikke: af 19 gyldige kræves 10.",
                                    new Option("RELATIVE", "Flest stemmer"),
                                    new Option("ABSOLUTE", "Mere end halvdelen af de gyldige stemmer")),
                            StatuteField.choice(
                                    "second_round",
                                    "Får ingen mere end halvdelen, stemmes der igen",
                                    "BOUND",
                                    "Gælder kun, når der kræves mere end halvdelen.",
                                    new Option("BOUND", "Mellem de to, der fik flest"),
                                    new Option("FREE", "Frit mellem alle")),
                            StatuteField.choice(
                                    "three_way",
                                    "Står to lige på andenpladsen i et bundet valg",
                                    "LOT",
                                    "Fx 8, 6 og 6 stemmer.",
                                    new Option("LOT", "Trækkes der lod om, hvem der går videre"),
                                    new Option("ROUND_OF_THREE", "Går alle tre videre")),
                            StatuteField.choice(
                                    "ballot_kind",
                                    "Der stemmes",
                                    "ON_DEMAND",
                                    "Når flere stiller op.",
                                    new Option(
                                            "ON_DEMAND", "Ved håndsoprækning; skriftligt, når ét medlem beder om det"),
                                    new Option("SECRET", "Altid skriftligt og hemmeligt")),
                            StatuteField.flag(
                                    "hands_allowed",
                                    "Må valg på et møde afgøres ved håndsoprækning?",
                                    true,
                                    "Ellers stemmes der på papir.",
                                    "Ja",
                                    "Nej, kun på papir"),
                            StatuteField.flag(
                                    "digital_ballot",
                                    "Må der stemmes hemmeligt ved link på mail?",
                                    false,
                                    "Kun når vedtægterne siger det. Ellers holdes valg med flere kandidater på et møde, og på en generalforsamling stemmes der ved håndsoprækning eller på papir.",
                                    "Ja",
                                    "Nej"),
                            StatuteField.choice(
                                    "substitutes",
                                    "Siger den valgte nej, eller går hun af i utide",
                                    "NEXT_MOST_VOTES",
                                    "Bestyrelsen får det altid som en opgave; ingen bliver valgt i stilhed.",
                                    new Option("NEXT_MOST_VOTES", "Tilbydes posten den, der fik næstflest stemmer"),
                                    new Option("NONE", "Holdes et nyt valg")),
                            StatuteField.choice(
                                    "tie",
                                    "Står det stadig lige efter omvalg",
                                    "LOT",
                                    "To, som ikke selv stiller op, trækker lodden. Ingens stemme tæller dobbelt.",
                                    new Option("LOT", "Trækkes der lod")))),
            new Group(
                    "Perioder, tegning og ophør",
                    List.of(
                            StatuteField.number("term_years", "Man vælges for", "år", 2, 1, 4, "Gælder alle poster."),
                            StatuteField.choice(
                                    "chair_in",
                                    "Formand og sekretær er på valg i",
                                    "EVEN",
                                    "Så hele bestyrelsen ikke skiftes på én gang.",
                                    YEARS),
                            StatuteField.choice(
                                    "treasurer_in",
                                    "Kasserer og næstformand er på valg i",
                                    "ODD",
                                    "Det modsatte af formanden.",
                                    YEARS),
                            StatuteField.choice(
                                    "vacancy",
                                    "Den, der træder til i utide, sidder",
                                    "REST_OF_TERM",
                                    "Så de faste år holder.",
                                    new Option("REST_OF_TERM", "Resten af perioden"),
                                    new Option("FULL_TERM", "En hel periode")),
                            StatuteField.choice(
                                    "signers",
                                    "Foreningen tegnes af",
                                    "CHAIR_AND_TREASURER",
                                    "Hvem der underskriver for foreningen.",
                                    new Option("CHAIR_AND_TREASURER", "Formand og kasserer sammen"),
                                    new Option("CHAIR", "Formanden alene"),
                                    new Option("WHOLE_BOARD", "Hele bestyrelsen")),
                            StatuteField.share(
                                    "dissolution_majority",
                                    "Flertal for at opløse foreningen",
                                    TWO_THIRDS,
                                    "På to generalforsamlinger efter hinanden.",
                                    HALF,
                                    TWO_THIRDS,
                                    THREE_QUARTERS))));

    private StatuteFields() {}

    static List<StatuteField> all() {
        return GROUPS.stream().flatMap(group -> group.fields().stream()).toList();
    }

    /** What applies in a cluster that has not written its own. */
    static Statutes standard() {
        return of(0, ALWAYS, all().stream().collect(Collectors.toMap(StatuteField::name, StatuteField::standard)));
    }

    /** @param values one of every field, each of which its field takes */
    static Statutes of(int version, LocalDate from, Map<String, String> values) {
        Typed typed = new Typed(values);
        return new Statutes(
                version,
                from,
                new Notices(
                        typed.number("notice_days"),
                        typed.number("extraordinary_notice_days"),
                        typed.flag("sending_day_counts"),
                        typed.number("proposal_days"),
                        typed.number("latest_month"),
                        typed.number("demand_percent")),
                new Assembly(
                        typed.one("quorum", Share.class),
                        typed.one("statutes_quorum", Share.class),
                        typed.number("second_from_weeks"),
                        typed.number("second_until_weeks"),
                        typed.one("counted_of", Statutes.CountedOf.class),
                        typed.one("statutes_majority", Share.class),
                        typed.number("proxies"),
                        typed.flag("digital_assembly")),
                new Elections(
                        typed.one("election_rule", Statutes.ElectionRule.class),
                        typed.one("second_round", Statutes.SecondRound.class),
                        typed.one("three_way", Statutes.ThreeWay.class),
                        typed.one("ballot_kind", Statutes.BallotKind.class),
                        typed.flag("hands_allowed"),
                        typed.flag("digital_ballot"),
                        typed.one("substitutes", Statutes.Substitutes.class),
                        typed.one("tie", Statutes.Tie.class)),
                new Terms(
                        typed.number("term_years"),
                        typed.one("chair_in", Years.class),
                        typed.one("treasurer_in", Years.class),
                        typed.one("vacancy", Statutes.Vacancy.class),
                        typed.one("signers", Statutes.Signers.class),
                        typed.one("dissolution_majority", Share.class)));
    }

    private record Typed(Map<String, String> values) {

        String text(String name) {
            return values.getOrDefault(name, "");
        }

        int number(String name) {
            return Integer.parseInt(text(name));
        }

        boolean flag(String name) {
            return Boolean.parseBoolean(text(name));
        }

        <E extends Enum<E>> E one(String name, Class<E> type) {
            return Enum.valueOf(type, text(name));
        }
    }

    /** What does not fit together, in Danish; the statutes can be written all the same, since they are the association's own. */
    static List<String> contradictions(Statutes statutes) {
        List<String> found = new ArrayList<>();
        Notices notices = statutes.notices();
        if (notices.noticeDays() <= notices.proposalDays()) {
            found.add(
                    "Forslag skal være inde " + notices.proposalDays() + " dage før, men indkaldelsen kommer kun "
                            + notices.noticeDays()
                            + " dage før: et medlem hører om generalforsamlingen, når det er for sent at stille forslag. Meld datoen ud i god tid før indkaldelsen, eller ret en af fristerne.");
        }
        if (statutes.assembly().secondUntilWeeks() < statutes.assembly().secondFromWeeks()) {
            found.add("Den anden generalforsamling skal holdes senest efter "
                    + statutes.assembly().secondUntilWeeks() + " uger, men tidligst efter "
                    + statutes.assembly().secondFromWeeks() + ".");
        }
        if (statutes.assembly().secondUntilWeeks() * 7 <= notices.extraordinaryNoticeDays()) {
            found.add("Varslet er så langt, at den anden generalforsamling ikke kan nå at blive indkaldt i tide.");
        }
        Elections elections = statutes.elections();
        if (elections.ballotKind() == Statutes.BallotKind.ON_DEMAND && !elections.handsAllowed()) {
            found.add("Der stemmes ved håndsoprækning, men håndsoprækning er ikke tilladt ved valg.");
        }
        if (statutes.assembly().digitalAssembly() && !elections.digitalBallot()) {
            found.add(
                    "Generalforsamlingen må holdes digitalt, men der må ikke stemmes ved link: så kan der ikke stemmes skriftligt på en digital generalforsamling.");
        }
        Terms terms = statutes.terms();
        if (terms.termYears() % 2 == 1 && (terms.chairIn() != Years.ANY || terms.treasurerIn() != Years.ANY)) {
            found.add("Man vælges for " + terms.termYears()
                    + " år, så en post kan ikke altid være på valg i lige eller altid i ulige år.");
        }
        if (terms.chairIn() == terms.treasurerIn() && terms.chairIn() != Years.ANY) {
            found.add("Formand og kasserer er på valg i samme år, så hele ledelsen kan skifte på én gang.");
        }
        return found;
    }
}
