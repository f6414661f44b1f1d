package dk.klyngeflow.engine;

import java.util.List;

/** Lists as a Dane writes them. */
public final class InWords {

    private InWords() {}

    /** "formand, kasserer og revisor"; empty of nothing. */
    public static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " og " + names.get(last);
    }
}
