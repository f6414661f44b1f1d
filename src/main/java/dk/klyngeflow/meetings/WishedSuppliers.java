package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.MeetingWishes;
import dk.klyngeflow.bookings.Supplier;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The fields {@code wishRoom}, {@code wishCatering}, {@code wishSpeaker} and {@code speakerDeclined} of the plan: whom to ask first, and then. */
@Component
class WishedSuppliers {

    private static final Map<BookingKind, String> FIELDS = Map.of(
            BookingKind.ROOM, "wishRoom", BookingKind.CATERING, "wishCatering", BookingKind.SPEAKER, "wishSpeaker");

    /** What happens when the speaker cannot. */
    private static final String DECLINED = "speakerDeclined";

    private static final String ASK_ME = "ASK_ME";

    private final Suppliers suppliers;
    private final MeetingWishes wishes;
    private final SpeakersOfContacts speakers;

    WishedSuppliers(Suppliers suppliers, MeetingWishes wishes, SpeakersOfContacts speakers) {
        this.suppliers = suppliers;
        this.wishes = wishes;
        this.speakers = speakers;
    }

    record Option(String id, String name, String help) {}

    /**
     * @param options of the cluster's list
     * @param chosen empty for the first of them
     * @param declined {@code ASK_ME} when the coordinator wants to be asked before another is; else empty
     */
    record Wish(List<Option> options, String chosen, String declined) {}

    /** What the form offers, by {@code room}, {@code catering} and {@code speaker}; nothing where there is nothing to choose between. */
    Map<String, Wish> offered(Meeting meeting) {
        return Arrays.stream(BookingKind.values())
                .collect(
                        Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> offered(meeting, kind)));
    }

    private Wish offered(Meeting meeting, BookingKind kind) {
        List<Supplier> list = suppliers.of(meeting.clusterId(), kind);
        List<Option> options = new ArrayList<>(list.stream()
                .map(each -> new Option(each.supplierId(), each.name(), each.priceGuide()))
                .toList());
        List<Option> more = kind == BookingKind.SPEAKER ? speakers.options(meeting.clusterId()) : List.of();
        if (options.size() < 2 && more.isEmpty()) {
            return new Wish(List.of(), "", "");
        }
        options.addAll(more);
        return new Wish(
                options,
                wishes.of(meeting, kind).orElse(""),
                kind == BookingKind.SPEAKER && wishes.isSpeakerSpecial(meeting) ? ASK_ME : "");
    }

    /** What was chosen; complains of suppliers who are not on the cluster's list any longer. */
    MeetingPlan.Form.Wishes read(FormFields fields, String clusterId) {
        Map<BookingKind, String> wished = new EnumMap<>(BookingKind.class);
        for (BookingKind kind : BookingKind.values()) {
            String chosen = fields.text(Objects.requireNonNull(FIELDS.get(kind)), kind.danish());
            if (chosen.isEmpty()) {
                continue;
            }
            Optional<Supplier> known = suppliers.of(clusterId, kind).stream()
                    .filter(supplier -> supplier.supplierId().equals(chosen))
                    .findFirst();
            if (known.isEmpty() && !(kind == BookingKind.SPEAKER && speakers.isOne(clusterId, chosen))) {
                fields.wrong(kind.danish() + ": den valgte er ikke længere på klyngens liste. Vælg igen.");
            } else {
                wished.put(kind, chosen);
            }
        }
        return new MeetingPlan.Form.Wishes(
                wished.getOrDefault(BookingKind.ROOM, ""),
                wished.getOrDefault(BookingKind.CATERING, ""),
                wished.getOrDefault(BookingKind.SPEAKER, ""),
                fields.has(DECLINED)
                        ? fields.choice(
                                DECLINED, Set.of(ASK_ME), "Vælg, hvad der skal ske, hvis oplægsholderen siger nej.")
                        : "");
    }

    void keep(Meeting meeting, MeetingPlan.Form.Wishes wished) {
        Map<BookingKind, String> chosen = new EnumMap<>(BookingKind.class);
        chosen.put(BookingKind.ROOM, wished.wishRoom());
        chosen.put(BookingKind.CATERING, wished.wishCatering());
        chosen.put(BookingKind.SPEAKER, speakers.onTheList(meeting.clusterId(), wished.wishSpeaker()));
        chosen.values().removeIf(String::isEmpty);
        wishes.set(meeting, chosen);
        wishes.speakerIsSpecial(meeting, wished.speakerDeclined().equals(ASK_ME));
    }
}
