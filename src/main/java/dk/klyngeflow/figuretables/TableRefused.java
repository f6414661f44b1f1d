package dk.klyngeflow.figuretables;

import java.util.List;

/** A table of which nothing is stored, because of what stands in it. */
public class TableRefused extends RuntimeException {

    private static final int MOST = 50;

    private final transient List<TableProblem> problems;
    private final int count;

    public TableRefused(List<TableProblem> problems) {
        super("a table was refused");
        List<TableProblem> different = problems.stream().distinct().toList();
        this.problems = different.stream().limit(MOST).toList();
        count = different.size();
    }

    public static TableRefused of(String message) {
        return new TableRefused(List.of(TableProblem.ofFile(message)));
    }

    public List<TableProblem> problems() {
        return problems;
    }

    /** One sentence for all. */
    public String inWords() {
        String more = count > MOST ? " De første " + MOST + " vises." : "";
        return count == 1
                ? problems.get(0).inWords()
                : "Filen kan ikke indlæses: der er " + count + " fejl. Intet er gemt." + more;
    }
}
