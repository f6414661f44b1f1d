package dk.klyngeflow.bankstatements;

import dk.klyngeflow.members.Cluster;
import java.util.List;
import java.util.Locale;

/** Whether a statement is of the cluster's own account, as far as its file says. */
final class OwnAccount {

    private static final int LONGEST = 60;
    private static final String WHOLE = "[A-Z]{2}\\d{2}[A-Z0-9]{10,30}|\\d{14}";
    private static final int SMALLEST_OF_A_DANISH_ACCOUNT = 14;

    enum Verdict {
        OWN,
        FOREIGN,
        /** No account of ours is known, or the file writes it shorter than our IBAN and otherwise: nobody can tell. */
        UNTOLD
    }

    private OwnAccount() {}

    static String compact(String account) {
        String plain = account.replaceAll("[\\s\\p{Cntrl}.-]", "").toUpperCase(Locale.ROOT);
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    /** @param before how statements that were taken in write it */
    static Verdict verdict(Cluster cluster, List<String> before, String written) {
        String account = compact(written);
        String iban = cluster.iban() == null ? "" : compact(cluster.iban());
        if (account.isEmpty() || before.contains(account) || account.equals(iban)) {
            return Verdict.OWN;
        }
        String own = iban.isEmpty()
                ? before.stream()
                        .filter(each -> each.matches(WHOLE))
                        .findFirst()
                        .orElse("")
                : iban;
        if (account.matches(WHOLE)) {
            if (own.isEmpty()) {
                return Verdict.UNTOLD;
            }
            boolean isSame =
                    digits(own).endsWith(digits(account)) || digits(account).endsWith(digits(own));
            return isSame ? Verdict.OWN : Verdict.FOREIGN;
        }
        if (!own.isEmpty() && own.endsWith(account)) {
            return Verdict.OWN;
        }
        boolean isAnotherKnown = before.stream().anyMatch(each -> !each.isEmpty() && !each.matches(WHOLE));
        return isAnotherKnown ? Verdict.FOREIGN : Verdict.UNTOLD;
    }

    /** Registration number and account, which a Danish IBAN ends with. */
    private static String digits(String account) {
        return account.length() > SMALLEST_OF_A_DANISH_ACCOUNT && account.startsWith("DK")
                ? account.substring(account.length() - SMALLEST_OF_A_DANISH_ACCOUNT)
                : account;
    }
}
