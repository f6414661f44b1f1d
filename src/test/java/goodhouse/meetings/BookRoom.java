package goodhouse.meetings;

import static goodhouse.meetings.RoomBookingVariables.IS_ROOM_FREE;
import static goodhouse.meetings.RoomBookingVariables.ROOM_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Books the chosen room. */
class BookRoom implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        IS_ROOM_FREE.set(execution, !ROOM_ID.get(execution).isBlank());
    }
}
