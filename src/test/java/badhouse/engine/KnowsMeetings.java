package badhouse.engine;

import badhouse.meetings.MeetingHeld;

class KnowsMeetings {

    String told(MeetingHeld event) {
        return event.meetingId();
    }
}
