package dk.klyngeflow.members;

import dk.klyngeflow.security.Role;
import java.util.Arrays;
import java.util.Optional;

/** The duties that a model may name, and who has each of them until the coordinator moves it. */
public enum Duty {
    CHECK_INVOICE("checkInvoice", "Kontrollere og kontere fakturaer", Role.SECRETARY, false),
    APPROVE_AS_COORDINATOR("approveAsCoordinator", "Godkende fakturaer for koordinatoren", Role.COORDINATOR, false),
    APPROVE_AS_BOARD("approveAsBoard", "Godkende fakturaer for bestyrelsen", Role.BOARD, false),
    RECORD_MEMBERS_DECISION("recordMembersDecision", "Notere medlemmernes beslutning", Role.COORDINATOR, false),
    CONFIRM_PAYMENT("confirmPayment", "Betale og bekræfte betalinger", Role.BOARD, true),
    SETTLE_CREDIT("settleCredit", "Få penge tilbage fra leverandører", Role.SECRETARY, false),
    AWAIT_ANSWER("awaitAnswer", "Følge op på spørgsmål til afsendere", Role.SECRETARY, false),
    RESOLVE_FAILED_MAIL("resolveFailedMail", "Rette mails, der ikke kunne leveres", Role.SECRETARY, false),
    LOOK_AT_FILE("lookAtFile", "Se på filer, der ikke kunne læses", Role.SECRETARY, false),
    PLAN_MEETING("planMeeting", "Vælge emne og planlægge møder", Role.COORDINATOR, false),
    CONFIRM_DATE("confirmDate", "Vælge mødets dato", Role.COORDINATOR, false),
    APPROVE_AGENDA("approveAgenda", "Godkende dagsordenen", Role.COORDINATOR, false),
    DECIDE_ON_MEETING("decideOnMeeting", "Afgøre, om et møde med få tilmeldte holdes", Role.COORDINATOR, false),
    RECORD_MEETING("recordMeeting", "Registrere fremmøde og aftaler", Role.COORDINATOR, false),
    APPROVE_MINUTES("approveMinutes", "Godkende referatet", Role.COORDINATOR, false),
    CARE_FOR_SILENT("careForSilent", "Ringe til medlemmer, der ikke svarer eller kommer", Role.COORDINATOR, false),
    RE_MEASURE("reMeasure", "Måle på emnet igen", Role.COORDINATOR, false),
    PHONE_SUPPLIER("phoneSupplier", "Ringe til steder og oplægsholdere", Role.SECRETARY, false),
    ORDER_DATA("orderData", "Bestille datapakken", Role.SECRETARY, false),
    DECIDE_ON_DATA("decideOnData", "Afgøre, om et møde holdes uden data", Role.COORDINATOR, false),
    CHOOSE_SPEAKER("chooseSpeaker", "Vælge en anden oplægsholder", Role.COORDINATOR, false),
    RECEIVE_DATA("receiveData", "Lægge data ved mødet", Role.SECRETARY, false),
    READ_MAIL("readMail", "Læse mails til klyngen", Role.SECRETARY, false),
    ANSWER_MAIL("answerMail", "Svare på mails, der er givet videre", Role.COORDINATOR, false),
    HAND_OVER_DUTIES("handOverDuties", "Overdrage opgaver", Role.COORDINATOR, false);

    private final String id;
    private final String danish;
    private final Role role;
    private final boolean treasurerFirst;

    Duty(String id, String danish, Role role, boolean treasurerFirst) {
        this.id = id;
        this.danish = danish;
        this.role = role;
        this.treasurerFirst = treasurerFirst;
    }

    public static Optional<Duty> of(String id) {
        return Arrays.stream(values()).filter(duty -> duty.id.equals(id)).findFirst();
    }

    /** As the models write it in a user task's property {@code duty}. */
    public String id() {
        return id;
    }

    public String danish() {
        return danish;
    }

    /** Who has it by default. */
    public Role role() {
        return role;
    }

    /** True when of the board the treasurer alone is asked, if there is one. */
    boolean treasurerFirst() {
        return treasurerFirst;
    }

    /** A coordinator cannot give away the power to give away. */
    public boolean canBeMoved() {
        return this != HAND_OVER_DUTIES;
    }
}
