package dk.klyngeflow.polls;

/** What somebody says to one proposed date. */
public enum DateAnswer {
    YES,
    IF_NEED_BE,
    NO
}
