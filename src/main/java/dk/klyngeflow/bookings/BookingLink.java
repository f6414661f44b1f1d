package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.links.Block.Choice;
import dk.klyngeflow.links.Block.Facts;
import dk.klyngeflow.links.Block.Field;
import dk.klyngeflow.links.Block.Note;
import dk.klyngeflow.links.Block.Text;
import dk.klyngeflow.links.CaseNow;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.Clusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a supplier says yes or no, names a price and writes a remark, and can change her mind until the meeting begins. What she is asked
 * about is part of the answer, so that a yes to a time that no longer applies is none.
 */
@Component
class BookingLink implements LinkPage {

    static final String PURPOSE = "booking";

    private static final int LONGEST_REMARK = 1_000;
    private static final Set<String> FIELDS = Set.of("answer", "price", "remark");

    private final Bookings bookings;
    private final SupplierAnswers answers;
    private final Clusters clusters;
    private final CopenhagenTime time;

    BookingLink(Bookings bookings, SupplierAnswers answers, Clusters clusters, CopenhagenTime time) {
        this.bookings = bookings;
        this.answers = answers;
        this.clusters = clusters;
        this.time = time;
    }

    /** As links know a supplier. */
    static String holder(String supplierId) {
        return "supplier:" + supplierId;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return asked(held).map(this::shown);
    }

    private Optional<SupplierBooking> asked(Held held) {
        return bookings.find(held.clusterId(), held.subject())
                .filter(booking -> booking.supplierId() != null
                        && holder(booking.supplierId()).equals(held.holder()));
    }

    private Shown shown(SupplierBooking booking) {
        String cluster = clusters.get(booking.clusterId()).name();
        CaseNow.State now = answers.now(booking);
        if (now.isOver()) {
            return closed("Det er ikke aktuelt længere", now.over(), booking);
        }
        if (booking.status() == BookingStatus.CANCELLED) {
            return closed("Det er ikke aktuelt længere", BookingWords.notNeeded(cluster), booking);
        }
        if (now.isMovedFrom(booking.start())) {
            return closed("Det er ikke aktuelt længere", BookingTexts.movedTo(now), booking);
        }
        if (!time.now().isBefore(booking.start())) {
            return closed("Det er ikke aktuelt længere", BookingWords.begun(), booking);
        }
        if (booking.status() == BookingStatus.DECLINED && answers.isAnotherFound(booking)) {
            return closed("Tak for svaret", BookingWords.othersAsked(), booking);
        }
        return new Shown(
                BookingWords.question(booking.kind(), cluster),
                List.of(
                        new Facts(facts(booking)),
                        new Choice(
                                "answer",
                                "Kan det lade sig gøre?",
                                List.of(
                                        new Choice.Option(value("JA", booking), "Ja"),
                                        new Choice.Option(value("NEJ", booking), "Nej", "Så spørger vi en anden.")),
                                chosen(booking),
                                true,
                                false),
                        new Field(
                                "price",
                                BookingWords.price(booking.kind()),
                                Field.Kind.MONEY,
                                booking.priceOere() == null ? "" : Money.format(booking.priceOere()),
                                false,
                                20),
                        new Field(
                                "remark",
                                "Bemærkning",
                                Field.Kind.AREA,
                                booking.answeredAt() == null ? "" : booking.remark(),
                                false,
                                LONGEST_REMARK),
                        new Text("Du kan ændre svaret her, indtil mødet begynder.")),
                "Send svaret");
    }

    private static Shown closed(String title, String text, SupplierBooking booking) {
        return new Shown(title, List.of(new Note(text), new Facts(facts(booking))), null);
    }

    private static Map<String, String> facts(SupplierBooking booking) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Hvornår", BookingTexts.when(booking.start(), booking.end()));
        if (!booking.place().isEmpty()) {
            facts.put("Hvor", booking.place());
        }
        if (booking.people() != null) {
            facts.put("Antal", BookingTexts.people(booking.people()));
        }
        facts.put("Emne", booking.title());
        return facts;
    }

    /** The time that is asked about goes with the answer, as its sequence. */
    private static String value(String answer, SupplierBooking booking) {
        return answer + "-" + booking.sequence();
    }

    private static Set<String> chosen(SupplierBooking booking) {
        return switch (booking.status()) {
            case CONFIRMED -> Set.of(value("JA", booking));
            case DECLINED -> Set.of(value("NEJ", booking));
            default -> Set.of();
        };
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        SupplierBooking booking = asked(held).orElseThrow(() -> new FormRefused("Der er ikke mere at svare på."));
        FormFields fields = FormFields.of(first(sent), FIELDS);
        String answer = fields.text("answer", "Svaret");
        String remark = fields.paragraphs("remark", "Bemærkningen");
        Long price = fields.money("price", "Prisen");
        if (!answer.matches("(JA|NEJ)-\\d{1,6}")) {
            fields.wrong("Vælg ja eller nej.");
        }
        if (price != null && price < 0) {
            fields.wrong("Prisen kan ikke være under 0.");
        } else if (price != null && price > Bookings.HIGHEST_PRICE_OERE) {
            fields.wrong("Prisen kan højst være " + Money.kroner(Bookings.HIGHEST_PRICE_OERE)
                    + " Skriv den i bemærkningen, hvis den er højere.");
        }
        if (remark.length() > LONGEST_REMARK) {
            fields.wrong("Bemærkningen må højst fylde 1.000 tegn.");
        }
        fields.refuseIfWrong();
        boolean yes = answer.startsWith("JA");
        int sequence = Integer.parseInt(answer.substring(answer.indexOf('-') + 1));
        return done(booking, yes, answer(booking, sequence, yes, price, remark));
    }

    private Answered answer(SupplierBooking booking, int sequence, boolean yes, @Nullable Long price, String remark) {
        return answers.answer(booking.clusterId(), booking.bookingId(), sequence, yes, price, remark, "LINK");
    }

    private Done done(SupplierBooking booking, boolean yes, Answered answered) {
        return switch (answered) {
            case KEPT -> new Done("Tak for svaret", kept(booking, yes));
            case NOT_NEEDED -> new Done("Det er ikke aktuelt længere", notNeeded(booking));
            case OTHERS_ASKED -> new Done("Tak for svaret", BookingWords.othersAsked());
            case MOVED ->
                throw new FormRefused(
                        "Tidspunktet er ændret, siden du åbnede siden. Se det nye tidspunkt, og svar igen.");
            case OVER -> throw new FormRefused(BookingWords.begun());
        };
    }

    private String notNeeded(SupplierBooking booking) {
        CaseNow.State now = answers.now(booking);
        return now.isOver()
                ? now.over()
                : BookingWords.notNeeded(clusters.get(booking.clusterId()).name());
    }

    private static List<String> kept(SupplierBooking booking, boolean yes) {
        List<String> lines = new ArrayList<>();
        lines.add(
                yes
                        ? "Vi regner med dig: " + BookingTexts.when(booking.start(), booking.end()) + "."
                        : "Vi spørger en anden. Du skal ikke gøre mere.");
        if (yes) {
            lines.add("Bliver mødet flyttet eller aflyst, får du besked. Du kan åbne linket igen og ændre svaret.");
        }
        return lines;
    }

    private static Map<String, Object> first(Map<String, List<String>> sent) {
        Map<String, Object> values = new HashMap<>();
        sent.forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.get(0)));
        // links have read it already: what comes is in øre, and must not be taken for kroner
        values.computeIfPresent("price", (name, oere) -> Long.valueOf(oere.toString()));
        return values;
    }
}
