package dk.klyngeflow.accounts;

import java.util.Optional;

/** Says which case depends on a voucher, so that nobody takes it back past the case. Implemented above, by whoever lets post. */
public interface VoucherCases {

    /**
     * @param label what the case is called, such as "F2026-0003"
     * @param path where it is shown
     * @param objection Danish, why the voucher cannot be taken back now; empty when the case comes along
     */
    record Dependent(String label, String path, Optional<String> objection) {}

    Optional<Dependent> of(Voucher voucher);

    /**
     * Takes the voucher back, and the case that depends on it with it.
     *
     * @return the reversal of this voucher
     */
    Voucher takeBack(Voucher voucher, String reason, String by);
}
