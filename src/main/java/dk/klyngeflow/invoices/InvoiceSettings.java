package dk.klyngeflow.invoices;

import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about its invoices. No source gives the limits: the defaults are ours and each cluster sets its own. */
@Component
class InvoiceSettings implements SettingCatalog {

    static final Setting<Long> SECRETARY_LIMIT = Setting.money(
            "invoices.secretaryLimit",
            0,
            "Sekretæren alene, til og med",
            "Bilag til og med dette beløb skal kun kontrolleres af sekretæren. 0,00 betyder, at koordinatoren altid godkender.");
    static final Setting<Long> COORDINATOR_LIMIT = Setting.money(
            "invoices.coordinatorLimit",
            10_000_00,
            "Koordinatoren, til og med",
            "Bilag over dette beløb skal også godkendes af bestyrelsen.");
    static final Setting<Long> BOARD_LIMIT = Setting.money(
            "invoices.boardLimit",
            50_000_00,
            "Bestyrelsen, til og med",
            "Bilag over dette beløb skal også besluttes af medlemmerne.");
    static final Setting<Integer> TASK_DAYS = Setting.days(
            "invoices.taskDays",
            3,
            "Dage til en opgave",
            "Så mange dage har man til at kontrollere eller godkende et bilag.");
    static final Setting<Integer> REMIND_DAYS = Setting.days(
            "invoices.remindDays",
            5,
            "Påmindelse før forfald, dage",
            "Så mange dage før betalingsfristen mindes den, der har opgaven.");
    static final Setting<Integer> ESCALATE_DAYS = Setting.days(
            "invoices.escalateDays",
            7,
            "Løft efter, dage",
            "Når ingen har handlet så længe, får koordinatoren opgaven også, og derefter bestyrelsen.");
    static final Setting<String> PLO_MAIL = Setting.mail(
            "invoices.ploMail",
            "PLO's mailadresse til bilag",
            "Hertil sendes pakken med bilag, godkendelser og kontering, når PLO betaler for klyngen.");
    static final Setting<String> OWN_IDENTIFIERS = Setting.text(
            "invoices.ownIdentifiers",
            "",
            "Klyngens andre numre",
            "EAN-numre og navne, som leverandører bruger om klyngen, adskilt af komma. Bruges til at opdage fakturaer til andre.");

    @Override
    public String heading() {
        return "Fakturaer og udlæg";
    }

    @Override
    public List<String> missing(Cluster cluster, Values values) {
        return cluster.paymentMode() == PaymentMode.PLO && values.get(PLO_MAIL).isBlank()
                ? List.of(
                        "PLO's mailadresse til bilag mangler. PLO betaler for klyngen, og uden adressen kan intet bilag godkendes og sendes. Skriv den herunder.")
                : List.of();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                SECRETARY_LIMIT,
                COORDINATOR_LIMIT,
                BOARD_LIMIT,
                TASK_DAYS,
                REMIND_DAYS,
                ESCALATE_DAYS,
                PLO_MAIL,
                OWN_IDENTIFIERS);
    }
}
