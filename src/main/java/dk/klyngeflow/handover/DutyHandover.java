package dk.klyngeflow.handover;

/** The process {@code duty-handover}: the coordinator gives a duty to the secretary or the board, or takes it back. */
final class DutyHandover {

    static final String KEY = "duty-handover";

    private DutyHandover() {}
}
