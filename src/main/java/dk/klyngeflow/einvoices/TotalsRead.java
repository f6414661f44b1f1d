package dk.klyngeflow.einvoices;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import org.jspecify.annotations.Nullable;

/** The sums as the document states them; one that it leaves out is computed from the others. Whether they agree is for {@link Arithmetic}. */
final class TotalsRead {

    /** Ten billion; more does not fit a ledger and is no invoice to a quality cluster. */
    private static final BigDecimal LARGEST = new BigDecimal("10000000000");

    private TotalsRead() {}

    /** Of the document, or of its amount to pay when the document forgets to say. */
    static String currency(UblDocument d) {
        MonetaryTotalType t = d.sums().totals();
        String stated = Texts.compact(d.heading().currency());
        String ofAmount = t == null || t.getPayableAmount() == null
                ? ""
                : Texts.compact(t.getPayableAmount().getCurrencyID());
        String currency = stated.isEmpty() ? ofAmount : stated;
        return currency.matches("[A-Z]{3}") ? currency : "DKK";
    }

    static Totals read(UblDocument d, Format format, String currency) throws NotReadable {
        MonetaryTotalType t = d.sums().totals();
        if (t == null || (t.getPayableAmountValue() == null && t.getTaxInclusiveAmountValue() == null)) {
            throw new NotReadable("Filen er en e-faktura, men der står ikke noget beløb, der skal betales."
                    + " Bed leverandøren sende en ny.");
        }
        List<VatLine> taxes = vatBreakdown(d, currency);
        BigDecimal vat = taxes.stream().anyMatch(VatLine::isVat)
                ? taxes.stream().filter(VatLine::isVat).map(VatLine::tax).reduce(ZERO, BigDecimal::add)
                : statedTax(d, currency);
        BigDecimal otherTaxes =
                taxes.stream().filter(l -> !l.isVat()).map(VatLine::tax).reduce(ZERO, BigDecimal::add);
        BigDecimal lineTotal = or(
                t.getLineExtensionAmountValue(),
                d.lines().stream()
                        .map(UblDocument.Line::net)
                        .filter(Objects::nonNull)
                        .reduce(ZERO, BigDecimal::add));
        BigDecimal allowances =
                or(t.getAllowanceTotalAmountValue(), sum(d.sums().allowanceCharges(), c -> !isCharge(c)));
        BigDecimal charges = or(t.getChargeTotalAmountValue(), sum(d.sums().allowanceCharges(), TotalsRead::isCharge));
        BigDecimal net = lineTotal.subtract(allowances).add(charges);
        BigDecimal taxExclusive = format == Format.OIOUBL_2 ? net : or(t.getTaxExclusiveAmountValue(), net);
        BigDecimal prepaid = or(t.getPrepaidAmountValue(), ZERO);
        BigDecimal rounding = or(t.getPayableRoundingAmountValue(), ZERO);
        BigDecimal taxInclusive =
                or(t.getTaxInclusiveAmountValue(), taxExclusive.add(vat).add(otherTaxes));
        BigDecimal payable =
                or(t.getPayableAmountValue(), taxInclusive.subtract(prepaid).add(rounding));
        if (payable.abs().compareTo(LARGEST) > 0) {
            throw new NotReadable(
                    "Beløbet på fakturaen er for stort til at være rigtigt. Bed leverandøren sende en ny.");
        }
        return new Totals(
                new Totals.Net(lineTotal, allowances, charges, taxExclusive),
                new Totals.Taxes(vat, otherTaxes, taxCurrency(d, currency), vatInTaxCurrency(d, currency)),
                taxInclusive,
                prepaid,
                rounding,
                payable);
    }

    /** The tax totals in the currency of the document: a second one may state the VAT in another. */
    static List<VatLine> vatBreakdown(UblDocument d, String currency) {
        return d.sums().taxTotals().stream()
                .filter(inCurrency(currency))
                .flatMap(t -> t.getTaxSubtotal().stream())
                .filter(s -> s.getTaxAmountValue() != null)
                .map(TotalsRead::vatLine)
                .toList();
    }

    /** What the tax totals say as sums, all taxes together. */
    static BigDecimal statedTax(UblDocument d, String currency) {
        return d.sums().taxTotals().stream()
                .filter(inCurrency(currency))
                .map(TaxTotalType::getTaxAmountValue)
                .filter(Objects::nonNull)
                .reduce(ZERO, BigDecimal::add);
    }

    static boolean isCharge(AllowanceChargeType c) {
        return c.getChargeIndicator() != null && c.getChargeIndicator().isValue();
    }

    static BigDecimal sum(List<AllowanceChargeType> all, Predicate<AllowanceChargeType> which) {
        return all.stream()
                .filter(which)
                .map(AllowanceChargeType::getAmountValue)
                .filter(Objects::nonNull)
                .reduce(ZERO, BigDecimal::add);
    }

    private static VatLine vatLine(TaxSubtotalType s) {
        TaxCategoryType category = s.getTaxCategory();
        List<String> reasons = new ArrayList<>();
        if (category != null) {
            category.getTaxExemptionReason().forEach(r -> reasons.add(Texts.of(r.getValue())));
        }
        return new VatLine(
                VatCategories.code(category),
                category == null || category.getPercentValue() == null
                        ? s.getPercentValue()
                        : category.getPercentValue(),
                or(s.getTaxableAmountValue(), ZERO),
                or(s.getTaxAmountValue(), ZERO),
                VatCategories.isVat(category),
                category == null || category.getTaxScheme() == null
                        ? ""
                        : Texts.first(
                                category.getTaxScheme().getNameValue(),
                                category.getTaxScheme().getIDValue()),
                String.join(" ", reasons));
    }

    private static @Nullable String taxCurrency(UblDocument d, String currency) {
        String tax = Texts.compact(d.heading().taxCurrency());
        return tax.isEmpty() || tax.equals(currency) ? null : tax;
    }

    /** EN 16931 has a second total, OIOUBL 2 an amount on each subtotal. */
    private static @Nullable BigDecimal vatInTaxCurrency(UblDocument d, String currency) {
        String tax = taxCurrency(d, currency);
        if (tax == null) {
            return null;
        }
        return Stream.concat(
                        d.sums().taxTotals().stream()
                                .filter(t -> t.getTaxAmount() != null
                                        && tax.equals(
                                                Texts.compact(t.getTaxAmount().getCurrencyID())))
                                .map(TaxTotalType::getTaxAmountValue),
                        d.sums().taxTotals().stream()
                                .flatMap(t -> t.getTaxSubtotal().stream())
                                .map(TaxSubtotalType::getTransactionCurrencyTaxAmountValue))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Predicate<TaxTotalType> inCurrency(String currency) {
        return t -> {
            if (t.getTaxAmount() == null) {
                return true;
            }
            String of = Texts.compact(t.getTaxAmount().getCurrencyID());
            return of.isEmpty() || of.equals(currency);
        };
    }

    private static BigDecimal or(@Nullable BigDecimal stated, BigDecimal computed) {
        return stated == null ? computed : stated;
    }
}
