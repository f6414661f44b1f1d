package dk.klyngeflow.accounts;

import static dk.klyngeflow.accounts.Account.Kind.ASSET;
import static dk.klyngeflow.accounts.Account.Kind.EQUITY;
import static dk.klyngeflow.accounts.Account.Kind.EXPENSE;
import static dk.klyngeflow.accounts.Account.Kind.INCOME;
import static dk.klyngeflow.accounts.Account.Kind.LIABILITY;

import dk.klyngeflow.accounts.Account.Kind;
import java.util.List;
import java.util.Set;

/**
 * The chart every cluster begins with. The guidance texts are drafts for the cluster to make its own: no official rule on what a cluster's
 * money may be used for is known to us, and none of the texts states one.
 */
final class StandardChart {

    record Entry(String number, Kind kind, String name, String guidance) {}

    static final List<Entry> ENTRIES = List.of(
            new Entry("1100", INCOME, "Klyngemidler (takst pr. patient)", ""),
            new Entry("1200", INCOME, "Tilskud og samarbejdsmidler", ""),
            new Entry("1300", INCOME, "Deltagerbetaling", ""),
            new Entry("1800", INCOME, "Renteindtægter", ""),
            new Entry("1900", INCOME, "Andre indtægter", ""),
            new Entry(
                    "2100",
                    EXPENSE,
                    "Mødelokaler",
                    "Leje af lokale og udstyr til klyngens egne møder. Skriv mødets dato på bilaget."),
            new Entry(
                    "2200",
                    EXPENSE,
                    "Forplejning",
                    "Mad og drikke til klyngens møder for dem, der deltager. Vedlæg deltagerlisten. Beløbsgrænse pr. person: ikke fastsat –"
                            + " klyngen kan skrive sin egen her."),
            new Entry(
                    "2300",
                    EXPENSE,
                    "Oplægsholdere og facilitatorer",
                    "Honorar og rejse til oplægsholdere udefra. Aftal beløbet skriftligt før mødet."),
            new Entry("2400", EXPENSE, "Materialer og tryk", "Materialer, der bruges i klyngens møder og opfølgning."),
            new Entry(
                    "3100",
                    EXPENSE,
                    "Honorar til klyngekoordinator",
                    "Koordinatorens tid efter den takst, klyngen har vedtaget. Kun bestyrelsen godkender."),
            new Entry(
                    "3200",
                    EXPENSE,
                    "Honorar til bestyrelse og arbejdsgrupper",
                    "Tid brugt for klyngen af bestyrelse og udpegede medlemmer. Skriv hvad, hvornår og hvor mange timer."),
            new Entry(
                    "3300",
                    EXPENSE,
                    "Honorar til medlemmer",
                    "Medlemmers tid, når klyngen har vedtaget at betale for den. Henvis til beslutningen."),
            new Entry("3400", EXPENSE, "Sekretærbistand", "Købt administrativ hjælp efter aftale."),
            new Entry(
                    "3500",
                    EXPENSE,
                    "Kørsel og transport",
                    "Transport til klyngens møder efter den takst, klyngen har vedtaget. Skriv fra, til og formål."),
            new Entry(
                    "4100",
                    EXPENSE,
                    "Datapakker og databehandling",
                    "Køb og bearbejdning af data til klyngens møder. Aldrig oplysninger om enkelte patienter."),
            new Entry(
                    "4200",
                    EXPENSE,
                    "Kurser og netværk",
                    "Kurser og netværk, som koordinator eller medlemmer deltager i på klyngens vegne."),
            new Entry("4300", EXPENSE, "It, hjemmeside og licenser", "Systemer, som klyngen bruger fælles."),
            new Entry("4400", EXPENSE, "Kontor, porto og gebyrer", "Små kontorudgifter og bankgebyrer."),
            new Entry("4450", EXPENSE, "Renteudgifter", "Renter til banken."),
            new Entry(
                    "4500",
                    EXPENSE,
                    "Revision og regnskab",
                    "Hjælp til regnskab og revision, som generalforsamlingen har vedtaget."),
            new Entry("4600", EXPENSE, "Generalforsamling", "Udgifter til den årlige generalforsamling."),
            new Entry(
                    "4900",
                    EXPENSE,
                    "Andre udgifter",
                    "Kun det, der ikke hører hjemme på en anden konto. Spørg bestyrelsen først, hvis du er i tvivl."),
            new Entry("5600", ASSET, "Tilgodehavender", ""),
            new Entry("5700", ASSET, "Forudbetalte udgifter (periodeafgrænsning)", ""),
            new Entry("5800", ASSET, "Bank", ""),
            new Entry("5810", ASSET, "PLO-konto", ""),
            new Entry("5820", ASSET, "Mellemregning PLO", ""),
            new Entry("6700", LIABILITY, "Skyldige udgifter (periodeafgrænsning)", ""),
            new Entry("6800", LIABILITY, "Kreditorer", ""),
            new Entry("6900", LIABILITY, "Anden gæld", ""),
            new Entry("7100", EQUITY, "Egenkapital primo", ""),
            new Entry("7200", EQUITY, "Overført resultat", ""));

    /** What the coordinator is paid is nothing for her to approve. */
    static final Set<String> BOARD_ONLY = Set.of("3100");

    private StandardChart() {}
}
