package goodhouse.meetings;

import static goodhouse.meetings.RoomBookingVariables.IS_ROOM_FREE;
import static goodhouse.meetings.RoomBookingVariables.ROOM_ID;

import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link RoomBooking} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class RoomBookingSteps {

    /** Books the chosen room. */
    @Bean
    JavaDelegate bookRoom(Set<String> rooms) {
        return execution -> IS_ROOM_FREE.set(execution, rooms.contains(ROOM_ID.get(execution)));
    }
}
