package dk.klyngeflow.bookings;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom suppliers can call, and what they are asked for. No source gives the words: each cluster sets its own. */
@Component
class ContactSettings implements SettingCatalog {

    static final Setting<String> NAME = Setting.text(
            "bookings.contactName",
            "",
            "Kontaktperson for steder og leverandører",
            "Navnet under forespørgsler. Tomt: koordinatoren.");
    static final Setting<String> PHONE = Setting.text(
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
            "Et let måltid med vand og kaffe. Skriv gerne et forslag til menu med prisen pr. person. Det endelige antal og særlige hensyn får I efter svarfristen.",
            "Det beder vi om: forplejning",
            "Menu, budget og levering; står i forespørgslen, under tid og antal.");
    static final Setting<String> SPEAKER = Setting.text(
            "bookings.wantedSpeaker",
            "Et oplæg på omkring 45 minutter med tid til spørgsmål. Skriv gerne honorar, og hvad du skal bruge af udstyr.",
            "Det beder vi om: oplæg",
            "Taletid, honorar og udstyr; står i forespørgslen, under tid og antal.");

    @Override
    public String heading() {
        return "Forespørgsler til steder, leverandører og oplægsholdere";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(NAME, PHONE, ROOM, CATERING, SPEAKER);
    }

    static Setting<String> wanted(BookingKind kind) {
        return switch (kind) {
            case ROOM -> ROOM;
            case CATERING -> CATERING;
            case SPEAKER -> SPEAKER;
        };
    }
}
