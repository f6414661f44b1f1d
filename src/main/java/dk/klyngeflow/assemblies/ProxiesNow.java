package dk.klyngeflow.assemblies;

import dk.klyngeflow.ballots.VoteRight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who votes for whom at one moment, and whether one more proxy may be given. No member has two votes of her own, none is passed on, and
 * nobody holds more than the statutes say.
 *
 * @param most that one member may hold
 * @param present ids of those on the roll who are in the room
 * @param holders of the valid proxies, by principal
 */
record ProxiesNow(int most, Set<String> roll, Set<String> present, Map<String, String> holders) {

    /** Why one may not be given. */
    enum Refusal {
        NONE_ALLOWED,
        NOT_ANOTHER_VOTER,
        IS_HERE,
        HOLDS_HERSELF,
        HOLDER_GAVE,
        HOLDER_HAS_ENOUGH
    }

    ProxiesNow {
        roll = Set.copyOf(roll);
        present = Set.copyOf(present);
        holders = Map.copyOf(holders);
    }

    static ProxiesNow of(int most, List<Voter> roll, List<Proxy> valid) {
        return new ProxiesNow(
                most,
                roll.stream().map(Voter::personId).collect(Collectors.toSet()),
                roll.stream().filter(Voter::isPresent).map(Voter::personId).collect(Collectors.toSet()),
                valid.stream().collect(Collectors.toMap(Proxy::principal, Proxy::holder)));
    }

    /** @return empty when it may be given, also in the place of the one she gave before */
    Optional<Refusal> refusal(String principal, String holder) {
        if (most == 0) {
            return Optional.of(Refusal.NONE_ALLOWED);
        }
        if (principal.equals(holder) || !roll.contains(principal) || !roll.contains(holder)) {
            return Optional.of(Refusal.NOT_ANOTHER_VOTER);
        }
        if (present.contains(principal)) {
            return Optional.of(Refusal.IS_HERE);
        }
        if (holders.containsValue(principal)) {
            return Optional.of(Refusal.HOLDS_HERSELF);
        }
        if (holders.containsKey(holder)) {
            return Optional.of(Refusal.HOLDER_GAVE);
        }
        return heldByOthers(principal, holder) >= most ? Optional.of(Refusal.HOLDER_HAS_ENOUGH) : Optional.empty();
    }

    /** Hers is not counted: it would be given in its own place. */
    private long heldByOthers(String principal, String holder) {
        return holders.entrySet().stream()
                .filter(proxy ->
                        proxy.getValue().equals(holder) && !proxy.getKey().equals(principal))
                .count();
    }

    Attendance attendance() {
        return new Attendance(roll.size(), present.size(), rights().size() - present.size());
    }

    /** Every vote that can be given now, and who gives it. A proxy counts while its holder is in the room and its principal is not. */
    List<VoteRight> rights() {
        return Stream.concat(
                        present.stream().map(VoteRight::own),
                        holders.entrySet().stream()
                                .filter(proxy ->
                                        present.contains(proxy.getValue()) && !present.contains(proxy.getKey()))
                                .map(proxy -> new VoteRight(proxy.getKey(), proxy.getValue())))
                .toList();
    }
}
