package dk.klyngeflow.localmodel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a cluster agrees on, in the order in which it is asked. Who reads each answer is told by the {@link Obeys} of the rooms. */
public enum Question {
    MEETINGS(
            "Hvor mange møder skal vi holde om året?",
            "Møder om året",
            false,
            o("2", "2 møder"),
            o("3", "3 møder"),
            o("4", "4 møder"),
            o("5", "5 møder"),
            o("6", "6 møder")),
    WEEKDAYS(
            "Hvilke ugedage passer dig?",
            "Ugedage",
            true,
            o("mandag", "Mandag"),
            o("tirsdag", "Tirsdag"),
            o("onsdag", "Onsdag"),
            o("torsdag", "Torsdag"),
            o("fredag", "Fredag")),
    HOUR(
            "Hvornår på dagen?",
            "Klokkeslæt",
            false,
            o("08.00", "Kl. 8.00, før klinikken åbner"),
            o("12.30", "Kl. 12.30, over frokosten"),
            o("16.30", "Kl. 16.30, efter klinikken"),
            o("19.00", "Kl. 19.00, om aftenen")),
    PREPARATION(
            "Hvor meget skal vi forberede os?",
            "Forberedelse",
            false,
            o("NONE", "Ikke noget: vi tager det på mødet"),
            o("SHORT", "Højst en halv time: vi læser dagsorden og bilag"),
            o("OWN_DATA", "Vi ser vores egne tal igennem før mødet")),
    TOGETHER(
            "Skal møderne lægges sammen med andre møder?",
            "Sammen med andre møder",
            false,
            o("ALONE", "Nej, for sig selv"),
            o("TOGETHER", "Ja, gerne i forlængelse af andre møder, for eksempel i PLO-K")),
    AGENDA(
            "Hvad skal vi altid gøre på møderne?",
            "Vaner på møderne",
            true,
            o("OWN_FIRST", "Koordinatoren viser sine egne tal først"),
            o("GROUPS", "Vi taler sammen i små grupper"),
            o("ROUND", "Alle kommer til orde i en runde")),
    FACILITATOR(
            "Hvem leder mødet?",
            "Mødeleder",
            false,
            o("COORDINATOR", "Koordinatoren"),
            o("BOARD", "Et medlem af bestyrelsen"),
            o("IN_TURN", "Det går på skift mellem medlemmerne"),
            o("OUTSIDE", "En udefra, for eksempel en konsulent fra regionen")),
    QUORUM(
            "Hvor mange skal komme, før mødet holdes?",
            "Holdes, når så mange kommer",
            false,
            o("0", "Det holdes, uanset hvor mange der kommer"),
            o("33", "En tredjedel af de indkaldte"),
            o("50", "Halvdelen af de indkaldte"),
            o("67", "To tredjedele af de indkaldte")),
    ABSENCE(
            "Hvornår skal koordinatoren ringe til den, der hverken kommer eller melder afbud?",
            "Fravær uden afbud",
            false,
            o("1", "Koordinatoren ringer efter ét møde"),
            o("2", "Koordinatoren ringer efter to møder i træk"),
            o("3", "Koordinatoren ringer efter tre møder i træk"),
            o("0", "Koordinatoren ringer ikke")),
    DATA(
            "Hvordan ser vi hinandens tal?",
            "Åbne eller lukkede data",
            false,
            o("CLOSED", "Lukket: hver praksis ser sine egne tal og en fordeling uden navne"),
            o("OPEN", "Åbent: hver praksis vises med navn")),
    MONEY(
            "Hvem bestemmer over pengene?",
            "Penge",
            false,
            o("500000-2500000", "Koordinatoren til 5.000 kr, bestyrelsen til 25.000 kr, medlemmerne, når det er mere"),
            o(
                    "1000000-5000000",
                    "Koordinatoren til 10.000 kr, bestyrelsen til 50.000 kr, medlemmerne, når det er mere"),
            o(
                    "2500000-10000000",
                    "Koordinatoren til 25.000 kr, bestyrelsen til 100.000 kr, medlemmerne, når det er mere")),
    PLANNING(
            "Hvem skal planlægge møderne og vælge dato?",
            "Planlægger møderne",
            false,
            o("COORDINATOR", "Koordinatoren"),
            o("SECRETARY", "Sekretæren"),
            o("BOARD", "Et medlem af bestyrelsen")),
    DATA_WORK(
            "Hvem skal skaffe data?",
            "Skaffer data",
            false,
            o("SECRETARY", "Sekretæren"),
            o("BOARD", "Et medlem af bestyrelsen")),
    INVOICES(
            "Hvem skal kontrollere regningerne?",
            "Kontrollerer regninger",
            false,
            o("SECRETARY", "Sekretæren"),
            o("BOARD", "Et medlem af bestyrelsen"));

    /** @param value as it is kept */
    public record Option(String value, String label) {}

    private final String asked;
    private final String label;
    private final boolean many;
    private final List<Option> options;

    Question(String asked, String label, boolean many, Option... options) {
        this.asked = asked;
        this.label = label;
        this.many = many;
        this.options = List.of(options);
    }

    private static Option o(String value, String label) {
        return new Option(value, label);
    }

    /** As members are asked. */
    public String asked() {
        return asked;
    }

    /** As it stands before the answer in the model. */
    public String label() {
        return label;
    }

    /** True when several answers may be given. */
    public boolean many() {
        return many;
    }

    public List<Option> options() {
        return options;
    }

    /** Under which name it is asked in forms: {@code dataWork}. */
    public String field() {
        String[] words = name().toLowerCase(java.util.Locale.ROOT).split("_", -1);
        return words.length == 1
                ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }

    public Optional<Option> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    static Optional<Question> of(String name) {
        return Arrays.stream(values())
                .filter(question -> question.name().equals(name))
                .findFirst();
    }
}
