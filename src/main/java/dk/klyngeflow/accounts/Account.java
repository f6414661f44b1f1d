package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Rows.Column;

/**
 * One account of a cluster's chart.
 *
 * @param number four digits
 * @param name in Danish
 * @param guidance the cluster's own guidance on what money may be used for, in Danish; there is no official rule. May be empty
 * @param isBoardOnly whether only the board may approve what is spent on it, such as the coordinator's own fee
 */
public record Account(
        String clusterId,
        String number,
        String name,
        Kind kind,
        String guidance,
        @Column("board_only") boolean isBoardOnly) {

    /** Which way the account normally stands. */
    public enum Kind {
        INCOME("Indtægter"),
        EXPENSE("Udgifter"),
        ASSET("Aktiver"),
        LIABILITY("Gæld"),
        EQUITY("Egenkapital");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In Danish. */
        public String title() {
            return title;
        }

        /** Whether a debit makes it grow. */
        public boolean isDebit() {
            return this == EXPENSE || this == ASSET;
        }
    }

    /** Number and name, as people choose it: "2100 Mødelokaler". */
    public String label() {
        return number + " " + name;
    }
}
