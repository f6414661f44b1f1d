package dk.klyngeflow.demo;

import dk.klyngeflow.pages.StartPageCards;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom to log in as in the demo, and what to try. */
@Component
@Profile("demo")
class DemoCards implements StartPageCards {

    @Override
    public List<Card> cards() {
        return List.of(
                Card.person(
                        "Sekretær",
                        "Signe Vestrup kontrollerer og konterer, hvad der kommer ind.",
                        "sekretaer",
                        "sekretaer",
                        List.of(
                                "Kontrollér faktura 20417 i Opgaver.",
                                "Hent en prøvefaktura nederst her, og send den ind med „Start ny sag“.")),
                Card.person(
                        "Koordinator",
                        "Karen Holmgård er læge og har fem minutter mellem to patienter.",
                        "koordinator",
                        "koordinator",
                        List.of(
                                "Begynd et klyngemøde med „Start ny sag“.",
                                "Se under Møder, hvem der kommer til „Diabetes og nyrer“.",
                                "Se under Valg, hvem der stiller op til bestyrelsen, og stil selv op fra mailen i Postkassen.",
                                "Godkend regningen fra Mødested Fyrtårnet.")),
                Card.person(
                        "Formand",
                        "Frederik Lundsby godkender de større beløb for bestyrelsen.",
                        "formand",
                        "formand",
                        List.of("Se kurset til 18.000,00 kr., som venter på bestyrelsen.")),
                Card.person(
                        "Kasserer",
                        "Kirsten Ahlmark betaler i banken og bekræfter.",
                        "kasserer",
                        "kasserer",
                        List.of("Hent betalingsfilen, og bekræft betalingen.", "Se regnskab og budget.")),
                Card.person(
                        "Revisor",
                        "Rikke Damsbo ser efter, at alt er i orden.",
                        "revisor",
                        "revisor",
                        List.of("Hent bilagslisten som PDF eller Excel.")),
                Card.person(
                        "Medlem",
                        "Mads Enevold er læge i klyngen og har lagt penge ud.",
                        "medlem",
                        "medlem",
                        List.of(
                                "Bed om at få et udlæg betalt.",
                                "Stil op til bestyrelsen, eller foreslå en kollega, fra mailen i Postkassen; spol frem, og stem.")),
                Card.person(
                        "Administrator",
                        "Følger alle klynger i Cockpit og retter, hvad der er gået i stå.",
                        "admin",
                        "admin",
                        List.of("Se i Cockpit, hvor fakturaerne står.", "Ret grænserne for godkendelse.")),
                Card.page(
                        "Postkassen",
                        "Al post, som demoen sender, ender her. Åbn en mail, og svar som medlem eller som sted.",
                        "/postkasse",
                        "Åbn postkassen"),
                Card.page(
                        "Spol frem",
                        "Flyt tiden en dag, en uge, et år eller til den næste begivenhed, og se påmindelser og frister.",
                        "/spol-frem",
                        "Spol tiden frem"),
                Card.page(
                        "En prøvefaktura",
                        "En e-faktura med nyt nummer hver gang. Send den ind som sekretær.",
                        "/demo/faktura.xml",
                        "Hent faktura.xml"),
                Card.page(
                        "En regning som PDF",
                        "Den skal tastes ind fra skærmen, for den kan ikke læses af en maskine.",
                        "/demo/regning.pdf",
                        "Hent regning.pdf"));
    }
}
