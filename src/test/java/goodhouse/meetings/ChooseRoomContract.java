package goodhouse.meetings;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;

class ChooseRoomContract implements FormContract<ChooseRoomContract.Form> {

    record Form(String roomId) {}

    @Override
    public String task() {
        return "chooseRoom";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.required("roomId", "Lokalet"));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        return Map.of("roomId", form.roomId());
    }
}
