package dk.klyngeflow.handover;

import dk.klyngeflow.bookings.Supplier;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelVersion;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cluster has agreed among its members and with those it buys from, as the next coordinator reads it. */
@Component
class AgreedThings {

    private static final Locale DANISH = Locale.forLanguageTag("da-DK");

    private final LocalModels models;
    private final StatutesVersions statutes;
    private final Suppliers suppliers;

    AgreedThings(LocalModels models, StatutesVersions statutes, Suppliers suppliers) {
        this.models = models;
        this.statutes = statutes;
        this.suppliers = suppliers;
    }

    /** Line by line, with what was agreed beside it; empty without a model. */
    List<String> model(String clusterId) {
        return models.inForce(clusterId).map(AgreedThings::lines).orElse(List.of());
    }

    private static List<String> lines(ModelVersion version) {
        Stream<String> head = Stream.of("Version " + version.version() + ", vedtaget den "
                + DanishTime.DAY.format(version.adoptedOn()) + ", gælder fra den "
                + DanishTime.DAY.format(version.effectiveFrom()));
        Stream<String> answers = version.choices().lines().stream().map(line -> line.label() + ": " + line.answer());
        Stream<String> note = version.note().lines().map(String::strip).filter(line -> !line.isEmpty());
        return Stream.of(head, answers, note).flatMap(lines -> lines).toList();
    }

    String statutes(String clusterId) {
        Statutes today = statutes.today(clusterId);
        return today.version() == 0
                ? "Klyngen har ikke skrevet sine vedtægter ind endnu; indtil da regnes der med standarden."
                : "Version " + today.version() + ", gælder fra den " + DanishTime.DAY.format(today.fromDay())
                        + ". Den ordinære generalforsamling holdes inden udgangen af "
                        + Month.of(today.notices().latestMonth()).getDisplayName(TextStyle.FULL, DANISH) + ".";
    }

    /** Whoever is asked when something is to be ordered. */
    List<String> suppliers(String clusterId) {
        return suppliers.of(clusterId).stream()
                .filter(Supplier::active)
                .map(AgreedThings::line)
                .toList();
    }

    private static String line(Supplier supplier) {
        String what = Stream.of(
                        supplier.name(),
                        supplier.contact(),
                        supplier.mail(),
                        supplier.phone(),
                        supplier.address(),
                        supplier.priceGuide())
                .filter(each -> !each.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        return supplier.kind().danish() + ": " + what;
    }
}
