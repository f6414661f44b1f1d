package dk.klyngeflow.mail;

/**
 * An invitation that goes with a mail, as calendar programs take it (iMIP, RFC 6047).
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 * @param text the whole iCalendar object
 */
public record CalendarPart(String method, String text) {}
