/** Breaks the house rules of code, one class for each of them. */
package badhouse.invoices;
