package dk.klyngeflow.bookings;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom suppliers can call, and what they are asked for. No source gives the words: each cluster sets its own. */
@Component
public class ContactSettings implements SettingCatalog {

    static final Setting<String> NAME = Setting.text(
            "bookings.contactName",
            "",
            "Kontaktperson for steder og leverandører",
            "Navnet under forespørgsler. Tomt: koordinatoren.");
    public static final Setting<String> PHONE = Setting.text(
            "bookings.contactPhone",
            "",
            "Kontaktpersonens telefon",
            "Står under forespørgsler, så et sted kan ringe. Tomt: der står intet nummer, kun klyngens mailadresse.");
    static final Setting<String> ROOM = Setting.text(
            "bookings.wantedRoom",
            "Borde og stole til alle og en skærm eller projektor.",
            "Det beder vi om: lokale",
            "Står i forespørgslen, under tid og antal.");
    static final Setting<String> CATERING = Setting.text(
            "bookings.wantedCatering",
            "Et let måltid med vand og kaffe. Skriv gerne et forslag til menu med prisen pr. person. Det endelige antal, stedet og særlige hensyn i maden får I, når tilmeldingen er slut.",
            "Det beder vi om: forplejning",
            "Menu og levering; står i forespørgslen, under tid og antal.");
    static final Setting<Long> CATERING_BUDGET = Setting.money(
            "bookings.cateringBudget",
            0,
            "Budget til forplejning pr. person",
            "Står i forespørgslen. 0: der står intet budget.");
    static final Setting<String> SPEAKER = Setting.text(
            "bookings.wantedSpeaker",
            "Et oplæg på omkring 45 minutter med tid til spørgsmål. Skriv gerne honorar, og hvad du skal bruge af udstyr.",
            "Det beder vi om: oplæg",
            "Taletid og udstyr; står i forespørgslen, under tid og antal.");
    static final Setting<Long> SPEAKER_BUDGET = Setting.money(
            "bookings.speakerBudget",
            0,
            "Honorar til oplægsholder i alt",
            "Det, klyngen kan betale; står i forespørgslen. 0: der står intet honorar.");

    @Override
    public String heading() {
        return "Forespørgsler til steder, leverandører og oplægsholdere";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(NAME, PHONE, ROOM, CATERING, CATERING_BUDGET, SPEAKER, SPEAKER_BUDGET);
    }

    /** Of rooms no budget is named: their price depends on the place. */
    static Optional<Setting<Long>> budget(BookingKind kind) {
        return switch (kind) {
            case ROOM -> Optional.empty();
            case CATERING -> Optional.of(CATERING_BUDGET);
            case SPEAKER -> Optional.of(SPEAKER_BUDGET);
        };
    }

    static Setting<String> wanted(BookingKind kind) {
        return switch (kind) {
            case ROOM -> ROOM;
            case CATERING -> CATERING;
            case SPEAKER -> SPEAKER;
        };
    }
}
