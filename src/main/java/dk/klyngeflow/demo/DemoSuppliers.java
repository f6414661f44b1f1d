package dk.klyngeflow.demo;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.ContactSettings;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom Nordklyngen asks for rooms, food and talks; none of them exists. */
@Component
public class DemoSuppliers {

    private final Suppliers suppliers;
    private final ClusterSettings settings;
    private final CopenhagenTime time;

    DemoSuppliers(Suppliers suppliers, ClusterSettings settings, CopenhagenTime time) {
        this.suppliers = suppliers;
        this.settings = settings;
        this.time = time;
    }

    /** Fills the directory of a cluster: three venues, one of them an own room, two caterers and three speakers; and says whom they can call. */
    public void tell(String clusterId) {
        settings.set(clusterId, ContactSettings.PHONE, "97 00 00 42", time.today(), "sekretaer");
        add(
                clusterId,
                BookingKind.ROOM,
                "Havnesalen",
                "Bente Kragh",
                "udlejning@havnesalen.example",
                "Havnegade 14",
                "Ca. 2.500 kr. for en aften",
                "Projektor og lærred findes. Nøglen hentes i kiosken.",
                40,
                false);
        add(
                clusterId,
                BookingKind.ROOM,
                "Mødestuen i Lægehuset Havnen",
                "",
                "",
                "Havnegade 2, 1. sal",
                "",
                "Klyngens egen, uden betaling. Skal forlades senest kl. 22.",
                24,
                true);
        add(
                clusterId,
                BookingKind.ROOM,
                "Østergab Kro",
                "Poul Høst",
                "selskaber@oestergabkro.example",
                "Kirkevej 9",
                "Lokalet er gratis, når der spises",
                "",
                80,
                false);
        add(
                clusterId,
                BookingKind.CATERING,
                "Strandkøkkenet Catering ApS",
                "Lise Bay",
                "bestilling@strandkoekkenet.example",
                "Strandvejen 31",
                "185 kr. pr. person",
                "Bringer ud. Vil have antallet tre dage før.",
                null,
                false);
        add(
                clusterId,
                BookingKind.CATERING,
                "Bagerste Bageri",
                "",
                "post@bagerstebageri.example",
                "Torvet 3",
                "Sandwich 95 kr.",
                "",
                60,
                false);
        speaker(
                clusterId,
                "Agnete Mørk",
                "klinisk farmaceut",
                "agnete.moerk@foredrag.example",
                "Polyfarmaci hos ældre");
        speaker(clusterId, "Jens Udby", "lungelæge", "jens.udby@foredrag.example", "KOL og astma i almen praksis");
        speaker(
                clusterId,
                "Sidsel Toft",
                "geriater",
                "sidsel.toft@foredrag.example",
                "Skrøbelige ældre og hjemmebesøg");
    }

    private void speaker(String clusterId, String name, String what, String mail, String topics) {
        add(
                clusterId,
                BookingKind.SPEAKER,
                name,
                "",
                mail,
                "",
                "Honorar efter aftale",
                what + ": " + topics,
                null,
                false);
    }

    private void add(
            String clusterId,
            BookingKind kind,
            String name,
            String contact,
            String mail,
            String address,
            String price,
            String note,
            @Nullable Integer capacity,
            boolean own) {
        String cvr = name.startsWith("Strandkøkkenet") ? "99776609" : "";
        suppliers.add(
                clusterId,
                new Suppliers.Entry(
                        kind, name, contact, mail, "96 00 00 00", cvr, address, price, note, capacity, own, true));
    }
}
