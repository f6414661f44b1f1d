package dk.klyngeflow.members;

import dk.klyngeflow.engine.CprNumbers;
import dk.klyngeflow.engine.CvrNumbers;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.ClusterRegister.NewPractice;
import dk.klyngeflow.payments.Iban;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a new cluster from a small table of three kinds of lines, as {@link TableFile} reads text and Excel:
 *
 * <pre>
 * klynge;id;navn;mail;region;betaling (PLO eller EGEN KONTO);CVR-nummer;IBAN
 * praksis;ydernummer;navn;patienter
 * person;bruger-id;navn;mail;poster (koordinator+medlem);ydernummer
 * </pre>
 */
final class ClusterFile {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern PERSON_ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");
    private static final Pattern LIKE_IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}");
    private static final int MOST_LINES = 2_000;
    /** As everywhere a name is written; the engine's own tables hold 255. */
    private static final int LONGEST_NAME = 100;

    private final List<String> errors = new ArrayList<>();
    private final List<NewPractice> practices = new ArrayList<>();
    private final List<NewPerson> people = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Cluster cluster;
    private int lines;

    /** What the file says; to be opened only when there are no errors. */
    record Content(
            Optional<Cluster> cluster, List<NewPractice> practices, List<NewPerson> people, List<String> errors) {}

    private ClusterFile() {}

    static Content read(byte[] bytes) {
        ClusterFile file = new ClusterFile();
        TableFile.read(bytes, MOST_LINES + 1, true, file::line).ifPresentOrElse(file.errors::add, file::whole);
        return new Content(Optional.ofNullable(file.cluster), file.practices, file.people, List.copyOf(file.errors));
    }

    private void line(int number, List<String> cells) {
        lines++;
        if (lines > MOST_LINES) {
            return;
        }
        if (cells.stream().anyMatch(cell -> cell.contains("\n"))) {
            error(number, "et anførselstegn mangler.");
            return;
        }
        if (cells.stream()
                .filter(cell -> !LIKE_IBAN.matcher(bare(cell)).matches())
                .anyMatch(CprNumbers::isLikeIn)) {
            error(number, "her står noget, der ligner et CPR-nummer. Fjern det: CPR-numre må ikke stå i filen.");
            return;
        }
        switch (cells.get(0).toLowerCase(Locale.ROOT)) {
            case "klynge" -> cluster(number, cells);
            case "praksis" -> practice(number, cells);
            case "person" -> person(number, cells);
            default -> error(number, "linjen skal begynde med klynge, praksis eller person.");
        }
    }

    private void cluster(int number, List<String> cells) {
        String mode = cell(cells, 5).toUpperCase(Locale.ROOT);
        String cvr = bare(cell(cells, 6));
        Iban iban = Iban.of(cell(cells, 7));
        check(number, cluster == null, "der må kun være én linje med klynge.");
        check(
                number,
                ID.matcher(cell(cells, 1)).matches(),
                "id skal være små bogstaver, tal og bindestreg, fx nordklyngen.");
        name(number, cell(cells, 2), "klyngens navn mangler.");
        check(number, Setting.isMail(cell(cells, 3)), "klyngens mailadresse mangler eller er forkert.");
        name(number, cell(cells, 4), "region mangler.");
        check(number, Set.of("PLO", "EGEN KONTO").contains(mode), "betaling skal være PLO eller EGEN KONTO.");
        if (!cvr.isEmpty()) {
            CvrNumbers.objectionTo(cvr).ifPresent(wrong -> error(number, wrong));
        }
        if (!iban.number().isEmpty()) {
            iban.faults().forEach(fault -> error(number, fault));
        }
        check(
                number,
                !mode.equals("EGEN KONTO") || !iban.number().isEmpty(),
                "med EGEN KONTO skal IBAN-nummeret stå i filen.");
        cluster = new Cluster(
                cell(cells, 1),
                cell(cells, 2),
                cvr.isEmpty() ? null : cvr,
                mode.equals("EGEN KONTO") ? PaymentMode.OWN_ACCOUNT : PaymentMode.PLO,
                cell(cells, 3),
                cell(cells, 4),
                iban.number().isEmpty() ? null : iban.number());
    }

    private void practice(int number, List<String> cells) {
        String patients = cell(cells, 3).replace(".", "");
        check(number, cell(cells, 1).matches("\\d{6}"), "ydernummeret skal have 6 cifre.");
        check(number, seen.add("praksis " + cell(cells, 1)), "ydernummeret står to gange.");
        name(number, cell(cells, 2), "praksis mangler navn.");
        check(number, patients.matches("\\d{0,6}"), "antal patienter skal være et tal.");
        practices.add(new NewPractice(
                cell(cells, 1), cell(cells, 2), patients.matches("\\d{1,6}") ? Integer.valueOf(patients) : null));
    }

    private void person(int number, List<String> cells) {
        String provider = cell(cells, 5);
        check(
                number,
                PERSON_ID.matcher(cell(cells, 1)).matches(),
                "bruger-id mangler eller har andre tegn end bogstaver og tal.");
        check(number, seen.add("person " + cell(cells, 1)), "bruger-id'et står to gange.");
        name(number, cell(cells, 2), "navnet mangler.");
        check(number, Setting.isMail(cell(cells, 3)), "mailadressen mangler eller er forkert.");
        List<Post> posts = new ArrayList<>();
        for (String name : cell(cells, 4).split("[+/&]")) {
            Optional<Post> post = Post.byHand().stream()
                    .filter(each -> each.danish().equalsIgnoreCase(name.strip()))
                    .findFirst();
            check(
                    number,
                    post.isPresent(),
                    "posten „" + name.strip()
                            + "“ kendes ikke. Skriv koordinator, sekretær, formand, kasserer, bestyrelsesmedlem, revisor eller medlem.");
            post.ifPresent(posts::add);
        }
        if (!provider.isEmpty()) {
            check(
                    number,
                    seen.contains("praksis " + provider),
                    "praksis med ydernummer " + provider + " står ikke tidligere i filen.");
        }
        people.add(new NewPerson(
                cell(cells, 1), cell(cells, 2), cell(cells, 3), posts, provider.isEmpty() ? null : provider, null));
    }

    private void whole() {
        if (lines > MOST_LINES) {
            errors.add(0, "Filen har over 2.000 linjer.");
            return;
        }
        if (cluster == null && practices.isEmpty() && people.isEmpty() && lines > 1) {
            errors.clear();
            errors.add(
                    "Ingen linje begynder med klynge, praksis eller person. Er det den rigtige fil? Nederst på siden står, hvordan den ser ud.");
            return;
        }
        if (cluster == null) {
            errors.add("Linjen med klynge mangler.");
        }
        long coordinators = people.stream()
                .filter(person -> person.posts().contains(Post.COORDINATOR))
                .count();
        if (coordinators != 1) {
            errors.add("Der skal være præcis én koordinator; der er " + coordinators + ".");
        }
    }

    private void name(int number, String written, String missing) {
        check(number, !written.isEmpty(), missing);
        check(
                number,
                written.length() <= LONGEST_NAME,
                "„" + written.substring(0, Math.min(written.length(), 30)) + "…“ er for langt: højst " + LONGEST_NAME
                        + " tegn.");
    }

    private void check(int number, boolean good, String otherwise) {
        if (!good) {
            error(number, otherwise);
        }
    }

    private void error(int number, String what) {
        errors.add("Linje " + number + ": " + what);
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static String bare(String number) {
        return number.replace(" ", "");
    }
}
