package goodhouse.meetings;

import dk.klyngeflow.engine.Variable;

/** What {@code room-booking} knows. */
final class RoomBookingVariables {

    static final Variable<Long> HEADCOUNT = Variable.number("headcount");
    static final Variable<String> ROOM_SIZE = Variable.text("roomSize");
    static final Variable<String> ROOM_ID = Variable.text("roomId");
    static final Variable<Boolean> IS_ROOM_FREE = Variable.flag("isRoomFree");
    static final Variable<String> CHOICE_DUE = Variable.text("choiceDue");

    private RoomBookingVariables() {}
}
