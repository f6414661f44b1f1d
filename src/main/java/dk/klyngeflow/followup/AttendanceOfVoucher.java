package dk.klyngeflow.followup;

import dk.klyngeflow.documents.VoucherAppendix;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the attendance list of the one meeting that a voucher is about: the secretary has written its day, topic or number. */
@Component
class AttendanceOfVoucher implements VoucherAppendix {

    private static final int SHORTEST_TOPIC = 5;

    private final Meetings meetings;
    private final WrapUps wrapUps;

    AttendanceOfVoucher(Meetings meetings, WrapUps wrapUps) {
        this.meetings = meetings;
        this.wrapUps = wrapUps;
    }

    @Override
    public List<Paper> of(String clusterId, String meeting) {
        List<Meeting> meant = meeting.isBlank()
                ? List.of()
                : meetings.all(clusterId).stream()
                        .filter(held -> isMeant(held, meeting.toLowerCase(Locale.ROOT)))
                        .toList();
        // two that fit are as good as none: a list of the wrong meeting must not go out
        return meant.size() != 1
                ? List.of()
                : wrapUps.find(clusterId, meant.get(0).meetingId())
                        .flatMap(wrapUp -> Optional.ofNullable(wrapUp.attendanceDocument()))
                        .map(document -> List.of(new Paper("Fremmødeliste", document)))
                        .orElse(List.of());
    }

    private static boolean isMeant(Meeting meeting, String said) {
        if (meeting.startsAt() == null) {
            return false;
        }
        String number = meeting.businessKey().substring(meeting.businessKey().indexOf('/') + 1);
        String date = DanishTime.DAY.format(meeting.day());
        String thatYear = date.substring(0, date.length() - 5);
        boolean isNamed = meeting.title().length() >= SHORTEST_TOPIC
                && said.contains(meeting.title().toLowerCase(Locale.ROOT));
        boolean isDated = Pattern.compile("(?<!\\d)" + Pattern.quote(thatYear) + "(?! \\d{4})")
                        .matcher(said)
                        .find()
                || Pattern.compile("(?<!\\d)" + Pattern.quote(date))
                        .matcher(said)
                        .find();
        return said.contains(number) || isNamed || isDated;
    }
}
