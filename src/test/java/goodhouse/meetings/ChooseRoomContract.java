package goodhouse.meetings;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormRefused;
import java.util.Map;

class ChooseRoomContract implements FormContract {

    @Override
    public String task() {
        return "chooseRoom";
    }

    @Override
    public void check(Answer answer) {
        if (!answer.sent().keySet().equals(java.util.Set.of("roomId"))) {
            throw new FormRefused("Vælg et lokale.");
        }
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        return answer.sent();
    }
}
