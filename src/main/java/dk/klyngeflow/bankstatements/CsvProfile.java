package dk.klyngeflow.bankstatements;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one bank writes its file: everything is declared and nothing guessed, so that a file that looks otherwise is refused.
 *
 * @param title as people know it
 * @param dialog Danish, what to choose in the bank's own dialog
 * @param headers each the whole first line of the file
 * @param columns which column says what
 * @param isChosenOnly whether it is taken only when a person names it, since another has the same headers
 */
record CsvProfile(
        String name,
        String title,
        String dialog,
        CsvProfile.Dialect dialect,
        List<List<String>> headers,
        Map<CsvProfile.Says, String> columns,
        boolean isChosenOnly) {

    /** What a column says. */
    enum Says {
        DAY,
        VALUE_DAY,
        TEXT,
        NAME,
        AMOUNT,
        BALANCE,
        CURRENCY,
        STATUS,
        SENDER,
        RECEIVER,
        ACCOUNT
    }

    /** @param isBackslashed whether a quote within quotes is written as \" */
    record Dialect(char separator, String dates, char decimal, boolean isBackslashed) {}

    private static final Dialect DOTS = new Dialect(';', "dd.MM.uuuu", ',', false);
    private static final Dialect HYPHENS = new Dialect(';', "dd-MM-uuuu", ',', false);

    private static final Map<Says, String> PLAIN =
            Map.of(Says.DAY, "Dato", Says.TEXT, "Tekst", Says.AMOUNT, "Beløb", Says.BALANCE, "Saldo");

    static final List<CsvProfile> ALL = List.of(
            new CsvProfile(
                    "danske-bank",
                    "Danske Bank",
                    "Vælg „Eksportér bevægelser“, CSV-fil, dansk talformat",
                    new Dialect(';', "dd.MM.uuuu", ',', true),
                    headers(
                            "Dato;Tekst;Beløb;Saldo;Status;Afstemt",
                            "Dato;Kategori;Underkategori;Tekst;Beløb;Saldo;Status;Afstemt"),
                    Map.of(
                            Says.DAY, "Dato",
                            Says.TEXT, "Tekst",
                            Says.AMOUNT, "Beløb",
                            Says.BALANCE, "Saldo",
                            Says.STATUS, "Status"),
                    false),
            new CsvProfile(
                    "nordea",
                    "Nordea",
                    "Vælg „Eksportér transaktioner“ som CSV i Netbank",
                    new Dialect(';', "uuuu/MM/dd", ',', false),
                    headers("Bogføringsdato;Beløb;Afsender;Modtager;Navn;Beskrivelse;Saldo;Valuta;Afstemt"),
                    Map.of(
                            Says.DAY, "Bogføringsdato",
                            Says.TEXT, "Beskrivelse",
                            Says.NAME, "Navn",
                            Says.AMOUNT, "Beløb",
                            Says.BALANCE, "Saldo",
                            Says.CURRENCY, "Valuta",
                            Says.SENDER, "Afsender",
                            Says.RECEIVER, "Modtager"),
                    false),
            new CsvProfile(
                    "nordea-erhverv",
                    "Nordea Erhverv",
                    "Vælg „Kommasepareret fil“ under kontobevægelser",
                    HYPHENS,
                    headers("Bogført;Tekst;Rentedato;Beløb;Saldo"),
                    Map.of(
                            Says.DAY, "Bogført",
                            Says.VALUE_DAY, "Rentedato",
                            Says.TEXT, "Tekst",
                            Says.AMOUNT, "Beløb",
                            Says.BALANCE, "Saldo"),
                    false),
            new CsvProfile(
                    "sydbank",
                    "Sydbank",
                    "Vælg „Eksportér“ med semikolon og dansk talformat",
                    DOTS,
                    headers("Dato;Valør;Tekst;Beløb;Saldo;Afstemt"),
                    Map.of(
                            Says.DAY, "Dato",
                            Says.VALUE_DAY, "Valør",
                            Says.TEXT, "Tekst",
                            Says.AMOUNT, "Beløb",
                            Says.BALANCE, "Saldo"),
                    false),
            new CsvProfile(
                    "bankdata",
                    "Jyske Bank og andre på Bankdata",
                    "Vælg „Eksportér til CSV“ med alle kolonner",
                    DOTS,
                    headers("Dato;Tekst;Beløb;Saldo;Afstemt;Kontonummer;Kontonavn;Hovedkategori;Kategori;Kommentar"),
                    Map.of(
                            Says.DAY, "Dato",
                            Says.TEXT, "Tekst",
                            Says.AMOUNT, "Beløb",
                            Says.BALANCE, "Saldo",
                            Says.ACCOUNT, "Kontonummer"),
                    false),
            new CsvProfile(
                    "dato-tekst-komma",
                    "BEC, SDC, Spar Nord, Nykredit og Lån & Spar",
                    "Vælg kolonnerne Dato, Tekst, Beløb og Saldo, semikolon mellem dem, dato som dd-mm-åååå og komma før ørerne",
                    HYPHENS,
                    headers("Dato;Tekst;Beløb;Saldo"),
                    PLAIN,
                    false),
            new CsvProfile(
                    "dato-tekst-punktum",
                    "De samme kolonner med punktum før ørerne",
                    "Vælg dette format her, når banken skriver 1234.50",
                    new Dialect(';', "dd-MM-uuuu", '.', false),
                    headers("Dato;Tekst;Beløb;Saldo"),
                    PLAIN,
                    true),
            new CsvProfile(
                    "lunar",
                    "Lunar",
                    "Vælg „Kontoudtog“ som CSV",
                    new Dialect(',', "uuuu-MM-dd", '.', false),
                    headers("Date;Text;Amount;Currency"),
                    Map.of(
                            Says.DAY, "Date",
                            Says.TEXT, "Text",
                            Says.AMOUNT, "Amount",
                            Says.CURRENCY, "Currency"),
                    false),
            new CsvProfile(
                    "lunar-saldo",
                    "Lunar Erhverv",
                    "Vælg „Kontoudtog“ som CSV med saldo",
                    new Dialect(',', "uuuu-MM-dd", '.', false),
                    headers("Date;Description;Amount;Balance"),
                    Map.of(
                            Says.DAY, "Date",
                            Says.TEXT, "Description",
                            Says.AMOUNT, "Amount",
                            Says.BALANCE, "Balance"),
                    false));

    static Optional<CsvProfile> named(String name) {
        return ALL.stream().filter(profile -> profile.name.equals(name)).findFirst();
    }

    private static List<List<String>> headers(String... lines) {
        return Arrays.stream(lines).map(line -> List.of(line.split(";"))).toList();
    }
}
