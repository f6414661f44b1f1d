package badhouse.meetings;

public record MeetingHeld(String meetingId) {}
