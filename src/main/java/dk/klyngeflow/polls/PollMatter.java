package dk.klyngeflow.polls;

/**
 * What a poll is about, and what its date must do.
 *
 * @param title as members know it
 * @param text what else they should know; may be empty
 * @param minutes how long it lasts
 * @param minimum so many must be able to come, or a date is no use
 */
public record PollMatter(String title, String text, int minutes, int minimum) {}
