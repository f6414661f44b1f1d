package dk.klyngeflow.dataorders;

import dk.klyngeflow.documents.KeptBack;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPaper;
import dk.klyngeflow.gatherings.MeetingSection;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The data that do not go to members, and why; only for those who arrange the meeting. */
@Component
@Order(6)
class KeptBackSection implements MeetingSection {

    private final DataOrders orders;
    private final KeptBack keptBack;
    private final CurrentPerson person;

    KeptBackSection(DataOrders orders, KeptBack keptBack, CurrentPerson person) {
        this.orders = orders;
        this.keptBack = keptBack;
        this.person = person;
    }

    @Override
    public List<Section> of(Meeting meeting) {
        if (!person.hasRole(meeting.clusterId(), Role.COORDINATOR, Role.SECRETARY)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        List<MeetingPaper> files = new ArrayList<>();
        for (DataOrders.DataFile file : orders.files(meeting.clusterId(), meeting.meetingId())) {
            keptBack.why(meeting.clusterId(), file.documentId()).ifPresent(reason -> {
                lines.add(file.title() + ": " + reason);
                files.add(new MeetingPaper(file.documentId(), file.title()));
            });
        }
        boolean isSecretary = person.hasRole(meeting.clusterId(), Role.SECRETARY);
        return lines.isEmpty()
                ? List.of()
                : List.of(new Section(
                        "Data, der bliver hos sekretæren",
                        lines,
                        List.of(),
                        List.of(),
                        isSecretary ? files : List.of()));
    }
}
