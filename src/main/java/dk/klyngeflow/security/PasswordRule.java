package dk.klyngeflow.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** What a password must be like, on every door: our own pages, and those of the engine, which asks the same rule. */
final class PasswordRule implements PasswordPolicy {

    /** What the engine says when a password does not fit. */
    static final String ENGINES_WORDS = "Password does not match policy";

    private static final int LONGEST = 200;

    private final int shortest;

    PasswordRule(int shortest) {
        this.shortest = shortest;
    }

    /** What is wrong with it, in Danish; empty when it will do. */
    Optional<String> objectionTo(String password, String personId) {
        if (!isLongEnough(password)) {
            return Optional.of("Adgangskoden skal have mindst " + shortest + " tegn.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("Adgangskoden må højst have " + LONGEST + " tegn.");
        }
        if (tellsTheName(password, personId)) {
            return Optional.of("Adgangskoden må ikke indeholde brugernavnet.");
        }
        return Optional.empty();
    }

    /** All of it in one sentence, for doors that do not say what was wrong. */
    String inWords() {
        return "Adgangskoden skal have mindst " + shortest + " og højst " + LONGEST
                + " tegn og må ikke indeholde brugernavnet.";
    }

    private boolean isLongEnough(String password) {
        return password.length() >= shortest && !password.isBlank();
    }

    /** A name that would be long enough as a password is as good as any other text. */
    private boolean tellsTheName(String password, String personId) {
        return !personId.isEmpty()
                && shortest > personId.length()
                && password.toLowerCase(Locale.ROOT).contains(personId.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                rule(
                        "PASSWORD_POLICY_LENGTH",
                        Map.of("minLength", String.valueOf(shortest)),
                        (password, user) -> isLongEnough(password) && password.length() <= LONGEST),
                rule(
                        "PASSWORD_POLICY_USER_DATA",
                        Map.of(),
                        (password, user) ->
                                user == null || user.getId() == null || !tellsTheName(password, user.getId())));
    }

    private interface Check {
        boolean isFine(String password, @Nullable User user);
    }

    /** @param placeholder what Camunda's pages know the rule by */
    private static PasswordPolicyRule rule(String placeholder, Map<String, String> parameters, Check check) {
        return new PasswordPolicyRule() {
            @Override
            public String getPlaceholder() {
                return placeholder;
            }

            @Override
            public Map<String, String> getParameters() {
                return parameters;
            }

            @Override
            public boolean execute(String password) {
                return check.isFine(password, null);
            }

            @Override
            public boolean execute(String password, User user) {
                return check.isFine(password, user);
            }
        };
    }
}
