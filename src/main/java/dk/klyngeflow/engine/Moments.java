package dk.klyngeflow.engine;

/** The earlier and the later of two moments or days. */
public final class Moments {

    private Moments() {}

    public static <T extends Comparable<? super T>> T earlier(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    public static <T extends Comparable<? super T>> T later(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
