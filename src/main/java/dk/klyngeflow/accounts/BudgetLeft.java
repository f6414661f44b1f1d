package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Money;

/**
 * What is left on one account this year. All amounts in øre; for an income account "spent" is what has come in.
 *
 * @param budget 0 when none has been set; see {@code hasBudget}
 * @param committed approved but not yet posted
 */
public record BudgetLeft(Account account, int year, boolean hasBudget, long budget, long spent, long committed) {

    public long left() {
        return budget - spent - committed;
    }

    public boolean isOverspent() {
        return hasBudget && left() < 0;
    }

    /** Spent and committed of the budget in whole percent, 0 when there is no budget. May be over 100. */
    public long percentUsed() {
        return budget <= 0 ? 0 : Math.max(0, Math.round(100.0 * (spent + committed) / budget));
    }

    /** As {@link #percentUsed}, never over 100: the length of a bar. */
    public long barPercent() {
        return Math.min(100, percentUsed());
    }

    /** "2100 Mødelokaler: 12.400,00 kr. tilbage af 40.000,00 kr. (69 % brugt)". */
    public String label() {
        if (!hasBudget) {
            return account.label() + ": intet budget i " + year + " (brugt " + Money.kroner(spent + committed) + ")";
        }
        return left() >= 0
                ? account.label() + ": " + Money.kroner(left()) + " tilbage af " + Money.kroner(budget) + " ("
                        + percentUsed() + "\u00a0% brugt)"
                : account.label() + ": " + Money.kroner(-left()) + " over budgettet på " + Money.kroner(budget) + " ("
                        + percentUsed() + "\u00a0% brugt)";
    }
}
