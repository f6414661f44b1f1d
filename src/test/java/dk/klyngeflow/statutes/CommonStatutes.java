package dk.klyngeflow.statutes;

import java.util.Map;

/** Statutes as every cluster begins with them, but for what a test is about. */
public final class CommonStatutes {

    private CommonStatutes() {}

    public static Statutes with(Map<String, String> other) {
        return AssemblyDatesTest.with(other);
    }
}
