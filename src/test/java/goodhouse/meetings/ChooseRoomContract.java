package goodhouse.meetings;

import dk.klyngeflow.engine.FormContract;

class ChooseRoomContract implements FormContract {

    @Override
    public String task() {
        return "chooseRoom";
    }

    @Override
    public void check(Answer answer) {}
}
