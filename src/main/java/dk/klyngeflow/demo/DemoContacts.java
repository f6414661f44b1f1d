package dk.klyngeflow.demo;

import dk.klyngeflow.contact.InquiryCases;
import dk.klyngeflow.contact.InquiryCases.Written;
import dk.klyngeflow.contactbook.Contact.Reach;
import dk.klyngeflow.contactbook.Contact.Who;
import dk.klyngeflow.contactbook.ContactKind;
import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The health service around Nordklyngen, none of which exists, and what it has written to the cluster. */
@Component
@Profile("demo")
class DemoContacts {

    private final Contacts contacts;
    private final InquiryCases inquiries;
    private final Answers answers;
    private final CopenhagenTime time;

    DemoContacts(Contacts contacts, InquiryCases inquiries, Answers answers, CopenhagenTime time) {
        this.contacts = contacts;
        this.inquiries = inquiries;
        this.answers = answers;
        this.time = time;
    }

    void tell() {
        book();
        inquiries.arrives(
                DemoCluster.ID,
                new Written(
                        "Lone Bech",
                        "Astmaforeningen Nord",
                        "lone@astmaforeningen.example",
                        "Nyt forløb for børn med astma",
                        "Vi begynder et forløb for familier efter nytår og vil gerne fortælle jer om det, så I kan henvise. Kan vi komme på et af jeres møder, eller skal vi sende noget skriftligt?"));
        String delegated = inquiries.arrives(
                DemoCluster.ID,
                new Written(
                        "Tine Rask",
                        "Lungeafdelingen, Nordby Sygehus",
                        "tine.rask@nordby-sygehus.example",
                        "Henvisninger til spirometri",
                        "Vi får flere henvisninger, hvor spirometrien mangler. Hvordan er arbejdsgangen hos jer, og kan vi gøre noget lettere?"));
        answers.give(
                DemoCluster.ID,
                delegated,
                "handleInquiry",
                "koordinator",
                Map.of(
                        "decision", "DELEGATE",
                        "delegate", "medlem",
                        "delegateUntil", time.today().plusDays(5).toString(),
                        "question", "Du har lige set på spirometrierne. Vil du svare?"));
    }

    private void book() {
        add(
                ContactKind.DEPARTMENT,
                new Who("Tine Rask", "Overlæge", "Lungeafdelingen, Nordby Sygehus"),
                new Reach("96 00 11 01", "tine.rask@nordby-sygehus.example"),
                "Holder gerne oplæg om KOL.");
        add(
                ContactKind.DEPARTMENT,
                new Who("Visitationen", "", "Endokrinologisk afdeling, Nordby Sygehus"),
                new Reach("96 00 11 20", ""),
                "Ring mellem 9 og 11.");
        add(
                ContactKind.PRACTICE_CONSULTANT,
                new Who("Jens Abild", "Praksiskonsulent", "Nordby Sygehus"),
                new Reach("96 00 11 40", "jens.abild@nordby-sygehus.example"),
                "");
        add(
                ContactKind.QUALITY_UNIT,
                new Who("Mette Foss", "Kvalitetskonsulent", "Regionens kvalitetsenhed"),
                new Reach("96 00 20 10", "mette.foss@regionen.example"),
                "Hjælper med datapakker.");
        add(
                ContactKind.MEDICINE_CONSULTANT,
                new Who("Ida Krog", "Lægemiddelkonsulent", "Regionen"),
                new Reach("96 00 20 30", "ida.krog@regionen.example"),
                "Kommer ud til møder uden betaling.");
        add(
                ContactKind.MUNICIPALITY,
                new Who("Per Søe", "Sundhedschef", "Nordby Kommune"),
                new Reach("96 00 30 00", "per.soe@nordby-kommune.example"),
                "");
        add(
                ContactKind.SPECIALIST,
                new Who("Birgit Vang", "Speciallæge i lungemedicin", "Klinikken på Kajen"),
                new Reach("96 00 40 10", "birgit@klinikken-kajen.example"),
                "");
        add(
                ContactKind.PATIENT_ASSOCIATION,
                new Who("Lone Bech", "Formand", "Astmaforeningen Nord"),
                new Reach("", "lone@astmaforeningen.example"),
                "");
        add(
                ContactKind.RESEARCHER,
                new Who("Rasmus Thy", "Ph.d.-studerende", "Forskningsenheden for Almen Praksis"),
                new Reach("", "rasmus.thy@forskning.example"),
                "Spørger om antibiotika.");
    }

    private void add(ContactKind kind, Who who, Reach reach, String note) {
        contacts.add(DemoCluster.ID, new Contacts.Entry(kind, who, reach, note));
    }
}
