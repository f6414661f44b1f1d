package dk.klyngeflow.actions;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has promised at a meeting.
 *
 * @param number within the meeting, from 1
 * @param ownerIsGone true when she has left the cluster since
 * @param note what she says of it
 * @param reminded how often since she last answered
 */
public record ActionItem(
        String clusterId,
        String itemId,
        String meetingId,
        @Column(value = "title", isJoined = true) String meetingTitle,
        int number,
        @Column("owner") String ownerId,
        @Column(value = "name", isJoined = true) String ownerName,
        @Column(value = "gone", isJoined = true) boolean ownerIsGone,
        String text,
        LocalDate dueDay,
        ItemState state,
        String note,
        int reminded,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt) {

    private static final DateTimeFormatter DAY = DanishTime.DAY;

    /** What is agreed, before it is kept. */
    public record New(String text, String ownerId, LocalDate dueDay) {}

    /** Its state, in Danish. */
    public String said() {
        return state.danish();
    }

    public boolean isSettled() {
        return state == ItemState.DONE;
    }

    /** As in {@code 1. december 2026}. Public, as the next: templates call it. */
    public String due() {
        return DAY.format(dueDay);
    }

    /** For a list that people read: {@code Skriv til kommunen (Karen Holmgård, 1. december 2026)}, and what she says of it. */
    public String line() {
        String line = "%s (%s, %s)".formatted(text, ownerName, due());
        if (state == ItemState.OPEN) {
            return line;
        }
        String said = state.danish().toLowerCase(Locale.ROOT);
        return line + ": " + (note.isBlank() ? said : said + ", " + note);
    }
}
