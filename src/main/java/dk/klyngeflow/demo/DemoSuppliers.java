package dk.klyngeflow.demo;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.ContactSettings;
import dk.klyngeflow.bookings.Suppliers.Reach;
import dk.klyngeflow.bookings.Suppliers.Terms;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterSettings;
import org.springframework.stereotype.Component;

/** Whom Nordklyngen asks for rooms, food and talks; none of them exists. */
@Component
public class DemoSuppliers {

    private static final String PHONE = "96 00 00 00";

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
                new Reach("Bente Kragh", "udlejning@havnesalen.example", PHONE, "", "Havnegade 14"),
                new Terms("Ca. 2.500 kr. for en aften", "Projektor og lærred findes. Nøglen hentes i kiosken.", 40),
                false);
        add(
                clusterId,
                BookingKind.ROOM,
                "Mødestuen i Lægehuset Havnen",
                new Reach("", "", PHONE, "", "Havnegade 2, 1. sal"),
                new Terms("", "Klyngens egen, uden betaling. Skal forlades senest kl. 22.", 24),
                true);
        add(
                clusterId,
                BookingKind.ROOM,
                "Østergab Kro",
                new Reach("Poul Høst", "selskaber@oestergabkro.example", PHONE, "", "Kirkevej 9"),
                new Terms("Lokalet er gratis, når der spises", "", 80),
                false);
        add(
                clusterId,
                BookingKind.CATERING,
                "Strandkøkkenet Catering ApS",
                new Reach("Lise Bay", "bestilling@strandkoekkenet.example", PHONE, "99776609", "Strandvejen 31"),
                new Terms("185 kr. pr. person", "Bringer ud. Vil have antallet tre dage før.", null),
                false);
        add(
                clusterId,
                BookingKind.CATERING,
                "Bagerste Bageri",
                new Reach("", "post@bagerstebageri.example", PHONE, "", "Torvet 3"),
                new Terms("Sandwich 95 kr.", "", 60),
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
                new Reach("", mail, PHONE, "", ""),
                new Terms("Honorar efter aftale", what + ": " + topics, null),
                false);
    }

    private void add(String clusterId, BookingKind kind, String name, Reach reach, Terms terms, boolean own) {
        suppliers.add(clusterId, new Suppliers.Entry(kind, name, reach, terms, own, true));
    }
}
