package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Money;

/** One account of the budget as a person reads it; templates call its methods. */
record BudgetLine(BudgetLeft of) {

    public String account() {
        return of.account().label();
    }

    public String guidance() {
        return of.account().guidance();
    }

    public boolean income() {
        return of.account().kind() == Account.Kind.INCOME;
    }

    public String budget() {
        return of.hasBudget() ? Money.format(of.budget()) : "";
    }

    public String spent() {
        return Money.format(of.spent());
    }

    public String committed() {
        return of.committed() == 0 ? "" : Money.format(of.committed());
    }

    public String left() {
        return of.hasBudget() ? Money.format(of.left()) : "";
    }

    public boolean overspent() {
        return !income() && of.isOverspent();
    }

    public String percent() {
        return of.budget() > 0 ? of.percentUsed() + "\u00a0%" : "";
    }

    public long spentWidth() {
        return share(of.spent(), of.budget());
    }

    public long committedWidth() {
        return Math.min(100 - spentWidth(), share(of.committed(), of.budget()));
    }

    public String sentence() {
        if (!of.hasBudget()) {
            return (income() ? "Indtægt " : "Brugt ") + Money.kroner(of.spent()) + ", intet budget";
        }
        if (income()) {
            return Money.kroner(of.spent()) + " modtaget af " + Money.kroner(of.budget());
        }
        return of.left() >= 0
                ? Money.kroner(of.left()) + " tilbage af " + Money.kroner(of.budget())
                : Money.kroner(-of.left()) + " over budgettet på " + Money.kroner(of.budget());
    }

    private static long share(long part, long whole) {
        return whole <= 0 ? 0 : Math.max(0, Math.min(100, Math.round(100.0 * part / whole)));
    }
}
