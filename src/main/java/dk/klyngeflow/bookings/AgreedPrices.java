package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was agreed with suppliers, for those who get their invoices. */
@Component
public class AgreedPrices {

    private static final int DAYS_BEFORE_MEETING = 45;
    private static final int DAYS_AFTER_MEETING = 180;

    private final BookingRows rows;
    private final Suppliers suppliers;

    AgreedPrices(BookingRows rows, Suppliers suppliers) {
        this.rows = rows;
        this.suppliers = suppliers;
    }

    /**
     * What one supplier was promised for one meeting, room and food together.
     *
     * @param caseKey business key of the meeting
     */
    public record AgreedPrice(String caseKey, String title, LocalDate day, long oere) {}

    /**
     * What an invoice should come to: agreed with this supplier for a meeting around that day. Of several meetings the one with exactly
     * this price, else the nearest.
     */
    public Optional<AgreedPrice> expected(
            String clusterId, @Nullable String cvr, String name, String mail, long amountOere, LocalDate invoiced) {
        Instant from = CopenhagenTime.at(invoiced.minusDays(DAYS_AFTER_MEETING), LocalTime.MIDNIGHT);
        Instant to = CopenhagenTime.at(invoiced.plusDays(DAYS_BEFORE_MEETING), LocalTime.MIDNIGHT);
        List<SupplierBooking> priced = rows.priced(clusterId, from, to);
        if (priced.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Supplier> known =
                suppliers.of(clusterId).stream().collect(Collectors.toMap(Supplier::supplierId, Function.identity()));
        Map<String, AgreedPrice> byMeeting = new LinkedHashMap<>();
        priced.stream()
                .filter(booking -> isFrom(booking, known, cvr, name, mail))
                .forEach(booking -> byMeeting.merge(booking.caseKey(), agreed(booking), AgreedPrices::together));
        return byMeeting.values().stream()
                .min(Comparator.comparing((AgreedPrice price) -> price.oere() != amountOere)
                        .thenComparing(price -> Math.abs(price.day().toEpochDay() - invoiced.toEpochDay())));
    }

    private static boolean isFrom(
            SupplierBooking booking, Map<String, Supplier> known, @Nullable String cvr, String name, String mail) {
        if (booking.supplierName().equalsIgnoreCase(name.strip())) {
            return true;
        }
        Supplier supplier = booking.supplierId() == null ? null : known.get(booking.supplierId());
        return supplier != null
                && ((cvr != null && !cvr.isEmpty() && cvr.equals(supplier.cvr()))
                        || (!mail.isBlank() && mail.strip().equalsIgnoreCase(supplier.mail())));
    }

    private static AgreedPrice agreed(SupplierBooking booking) {
        long oere = booking.priceOere() == null ? 0 : booking.priceOere();
        return new AgreedPrice(booking.caseKey(), booking.title(), CopenhagenTime.dayOf(booking.start()), oere);
    }

    private static AgreedPrice together(AgreedPrice one, AgreedPrice other) {
        return new AgreedPrice(one.caseKey(), one.title(), one.day(), one.oere() + other.oere());
    }
}
