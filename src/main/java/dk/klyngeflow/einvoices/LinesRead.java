package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import org.jspecify.annotations.Nullable;

/** Reads lines, and discounts and fees on the whole document. */
final class LinesRead {

    private LinesRead() {}

    static List<InvoiceLine> read(List<UblDocument.Line> lines) {
        return lines.stream().map(LinesRead::read).toList();
    }

    static List<AllowanceCharge> allowancesAndCharges(List<AllowanceChargeType> all) {
        return all.stream()
                .filter(a -> a.getAmountValue() != null)
                .map(a -> new AllowanceCharge(
                        TotalsRead.isCharge(a),
                        Texts.first(a.getAllowanceChargeReason().stream()
                                .map(r -> r.getValue())
                                .toArray(String[]::new)),
                        a.getAmountValue(),
                        VatCategories.code(first(a.getTaxCategory())),
                        percent(first(a.getTaxCategory()))))
                .toList();
    }

    private static InvoiceLine read(UblDocument.Line line) {
        ItemType item = line.sold().item();
        PriceType price = line.sold().price();
        TaxCategoryType tax = taxCategory(line);
        String name = item == null ? "" : Texts.of(item.getNameValue());
        String description = item == null
                ? ""
                : Texts.joined(
                        " ",
                        item.getDescription().stream().map(d -> d.getValue()).toArray(String[]::new));
        return new InvoiceLine(
                line.id(),
                new InvoiceLine.Item(
                        Texts.first(name, description),
                        description.equals(name) || name.isEmpty() ? "" : description,
                        item == null || item.getSellersItemIdentification() == null
                                ? ""
                                : Texts.of(item.getSellersItemIdentification().getIDValue()),
                        String.join(" ", InvoiceMapping.notes(line.notes()))),
                new InvoiceLine.Count(
                        line.counted().quantity(),
                        Units.danish(line.counted().unitCode()),
                        price == null ? null : price.getPriceAmountValue(),
                        price == null ? null : baseQuantity(price)),
                new InvoiceLine.Amount(
                        TotalsRead.sum(line.allowanceCharges(), c -> !TotalsRead.isCharge(c)),
                        TotalsRead.sum(line.allowanceCharges(), TotalsRead::isCharge),
                        line.net(),
                        line.freeOfCharge()),
                VatCategories.code(tax),
                percent(tax));
    }

    /** How many units the price is for; OIOUBL 2 has a second factor, from the unit of the order to that of the price. */
    private static @Nullable BigDecimal baseQuantity(PriceType price) {
        BigDecimal factor = price.getOrderableUnitFactorRateValue();
        if (factor == null || factor.signum() == 0 || factor.compareTo(BigDecimal.ONE) == 0) {
            return price.getBaseQuantityValue();
        }
        BigDecimal base = price.getBaseQuantityValue() == null ? BigDecimal.ONE : price.getBaseQuantityValue();
        return base.divide(factor, MathContext.DECIMAL64);
    }

    /** On the item in EN 16931, on the line's tax total in OIOUBL 2. */
    private static @Nullable TaxCategoryType taxCategory(UblDocument.Line line) {
        Stream<TaxCategoryType> ofItem =
                line.sold().item() == null ? Stream.empty() : line.sold().item().getClassifiedTaxCategory().stream();
        Stream<TaxCategoryType> ofLine = line.taxTotals().stream()
                .flatMap(t -> t.getTaxSubtotal().stream())
                .map(TaxSubtotalType::getTaxCategory);
        return Stream.concat(ofItem, ofLine)
                .filter(Objects::nonNull)
                .filter(VatCategories::isVat)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable TaxCategoryType first(List<TaxCategoryType> categories) {
        return categories.isEmpty() ? null : categories.get(0);
    }

    private static @Nullable BigDecimal percent(@Nullable TaxCategoryType category) {
        return category == null ? null : category.getPercentValue();
    }
}
