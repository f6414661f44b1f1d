package dk.klyngeflow.pages;

import java.util.List;

/** What one module can count for each year, from its own tables: one statement for a cluster, and one for all of them. */
public interface YearlyFigures {

    /** Each figure of a cluster for each year of which there is something to say. */
    List<Yearly> of(String clusterId);

    /** The same of every cluster from that year on. What is counted of people is left out: that stays inside their cluster. */
    List<Yearly> across(int fromYear);

    /** Of all clusters together ({@link Yearly#ALL}) from that year on; empty when that says nothing. */
    List<Yearly> together(int fromYear);

    /**
     * One figure of one year.
     *
     * @param value a number, øre, tenths of days, or of {@code outOf} so many
     * @param outOf how many it was reckoned from
     */
    record Yearly(String clusterId, KeyFigure figure, int year, long value, long outOf) {

        public static final String ALL = "";

        public Yearly {
            if (clusterId.equals(ALL) && figure.staysInside()) {
                throw new IllegalStateException(figure + " is for the cluster alone");
            }
        }
    }

    /** What is counted. */
    enum KeyFigure {
        MEETINGS_HELD("Møder holdt", Unit.NUMBER, false),
        DAYS_TO_INVITATION("Fra datoer til indkaldelse", Unit.DAYS, false),
        DATE_ANSWERS("Svar om datoer", Unit.SHARE, true),
        REPLIES("Svar på indkaldelser", Unit.SHARE, true),
        ATTENDANCE("Fremmøde", Unit.SHARE, true),
        INVOICES_PAID("Regninger betalt", Unit.NUMBER, false),
        DAYS_TO_PAID("Fra regning til betaling", Unit.DAYS, false),
        INCOME("Indtægter", Unit.MONEY, false),
        EXPENSES("Udgifter", Unit.MONEY, false),
        BUDGET("Budget for udgifter", Unit.MONEY, false);

        private final String danish;
        private final Unit unit;
        private final boolean staysInside;

        KeyFigure(String danish, Unit unit, boolean staysInside) {
            this.danish = danish;
            this.unit = unit;
            this.staysInside = staysInside;
        }

        public String danish() {
            return danish;
        }

        public Unit unit() {
            return unit;
        }

        /** Of people: never laid beside those of another cluster. */
        public boolean staysInside() {
            return staysInside;
        }
    }

    enum Unit {
        NUMBER("antal"),
        /** The middle one of all, in tenths. */
        DAYS("dage, medianen"),
        SHARE("procent"),
        MONEY("kr.");

        private final String danish;

        Unit(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }
}
