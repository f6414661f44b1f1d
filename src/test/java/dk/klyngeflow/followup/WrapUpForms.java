package dk.klyngeflow.followup;

import dk.klyngeflow.gatherings.Meeting;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;

/** The two forms after a meeting, as they are prefilled, with nothing agreed. */
@TestComponent
public class WrapUpForms {

    private final WrapUpViews views;

    WrapUpForms(WrapUpViews views) {
        this.views = views;
    }

    WrapUpViews.View of(Meeting meeting) {
        return views.of(meeting);
    }

    public Map<String, Object> recording(Meeting meeting) {
        WrapUpViews.Attendance prefilled = of(meeting).attendance();
        Map<String, Object> sent = new HashMap<>();
        sent.put(
                "attended",
                String.join(
                        ",",
                        prefilled.people().stream()
                                .filter(WrapUpViews.Guest::came)
                                .map(WrapUpViews.Guest::id)
                                .toList()));
        sent.put("noteTaker", Objects.requireNonNullElse(prefilled.noteTaker(), ""));
        sent.put("items", "[]");
        return sent;
    }

    public Map<String, Object> approval(Meeting meeting) {
        WrapUpViews.Noted prefilled = of(meeting).noted();
        Map<String, Object> sent = new HashMap<>();
        sent.put("keyPoints", prefilled.keyPoints());
        sent.put("keyPointsSeen", Objects.toString(prefilled.keyPointsAt(), ""));
        sent.put("items", "[]");
        return sent;
    }
}
