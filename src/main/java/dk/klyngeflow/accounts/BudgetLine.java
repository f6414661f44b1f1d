package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Money;

/** One account of the budget as a person reads it. */
record BudgetLine(
        String account,
        boolean income,
        String budget,
        String spent,
        String committed,
        String left,
        boolean overspent,
        String percent,
        long spentWidth,
        long committedWidth,
        String sentence,
        String guidance) {

    static BudgetLine of(BudgetLeft left) {
        boolean income = left.account().kind() == Account.Kind.INCOME;
        long spentWidth = share(left.spent(), left.budget());
        return new BudgetLine(
                left.account().label(),
                income,
                left.hasBudget() ? Money.format(left.budget()) : "",
                Money.format(left.spent()),
                left.committed() == 0 ? "" : Money.format(left.committed()),
                left.hasBudget() ? Money.format(left.left()) : "",
                !income && left.isOverspent(),
                left.budget() > 0 ? left.percentUsed() + "\u00a0%" : "",
                spentWidth,
                Math.min(100 - spentWidth, share(left.committed(), left.budget())),
                sentence(left, income),
                left.account().guidance());
    }

    private static String sentence(BudgetLeft left, boolean income) {
        if (!left.hasBudget()) {
            return (income ? "Indtægt " : "Brugt ") + Money.kroner(left.spent()) + ", intet budget";
        }
        if (income) {
            return Money.kroner(left.spent()) + " modtaget af " + Money.kroner(left.budget());
        }
        return left.left() >= 0
                ? Money.kroner(left.left()) + " tilbage af " + Money.kroner(left.budget())
                : Money.kroner(-left.left()) + " over budgettet på " + Money.kroner(left.budget());
    }

    private static long share(long part, long whole) {
        return whole <= 0 ? 0 : Math.max(0, Math.min(100, Math.round(100.0 * part / whole)));
    }
}
