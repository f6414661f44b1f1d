package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Movement;
import dk.klyngeflow.members.ClusterSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands in the ledger and not at the bank. */
@Component
class OpenItems {

    /** What a voucher's source key begins with when the rest of it is the id of its payment. */
    static final String PAYMENT = "payment:";

    private static final LocalDate EVER = LocalDate.of(2199, 12, 31);
    private static final PaymentsBehind.Payment NONE = new PaymentsBehind.Payment("", "", "");

    private final Ledger ledger;
    private final BankMatches matches;
    private final ClusterSettings settings;
    private final ObjectProvider<PaymentsBehind> payments;

    OpenItems(Ledger ledger, BankMatches matches, ClusterSettings settings, ObjectProvider<PaymentsBehind> payments) {
        this.ledger = ledger;
        this.matches = matches;
        this.settings = settings;
        this.payments = payments;
    }

    List<OpenItem> items(String clusterId, String bank) {
        return items(clusterId, bank, EVER);
    }

    /** As it stood at the end of a day: what was booked by the bank later was still on its way. */
    List<OpenItem> items(String clusterId, String bank, LocalDate until) {
        List<Movement> movements = ledger.movements(clusterId, bank).stream()
                .filter(movement -> !movement.day().isAfter(until))
                .toList();
        Map<String, Long> taken = matches.taken(clusterId, until);
        Set<String> there = movements.stream().map(Movement::voucherId).collect(Collectors.toSet());
        Map<String, PaymentsBehind.Payment> known = new HashMap<>();
        payments.orderedStream().forEach(each -> known.putAll(each.of(clusterId, movements)));
        List<OpenItem> items = new ArrayList<>();
        for (Movement movement : movements) {
            long left = movement.oere() - taken.getOrDefault(movement.voucherId(), 0L);
            String other = Objects.requireNonNullElse(
                    movement.reverses(), Objects.requireNonNullElse(movement.reversedBy(), ""));
            boolean isLifted =
                    there.contains(other) && !taken.containsKey(movement.voucherId()) && !taken.containsKey(other);
            if (left != 0 && !isLifted) {
                items.add(new OpenItem(
                        movement.voucherId(),
                        movement.label(),
                        movement.day(),
                        movement.text(),
                        left,
                        known.getOrDefault(movement.voucherId(), named(movement))));
            }
        }
        return items;
    }

    private static PaymentsBehind.Payment named(Movement movement) {
        return movement.sourceKey().startsWith(PAYMENT)
                ? new PaymentsBehind.Payment(movement.sourceKey().substring(PAYMENT.length()), "", "")
                : NONE;
    }

    long feeLimit(String clusterId) {
        return settings.get(clusterId, BankSettings.FEE_LIMIT);
    }
}
