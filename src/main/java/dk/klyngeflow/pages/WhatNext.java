package dk.klyngeflow.pages;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says in one sentence what happens next and when one hears of it, once a task has been completed or a case started. Each stage has one
 * and reckons the sentence from the case as it is.
 */
public interface WhatNext {

    /**
     * What has been done.
     *
     * @param key id of the user task or, for a start form, of the process
     * @param known the variables of the case, with what was answered
     */
    record Done(String key, String clusterId, String businessKey, Map<String, Object> known) {

        /** The answer or state of that name as text; empty when there is none. */
        public String text(String name) {
            return known.get(name) == null ? "" : String.valueOf(known.get(name));
        }

        public boolean is(String name) {
            return Boolean.TRUE.equals(known.get(name));
        }

        /** As in {@code , senest mandag den 12. januar}; empty when there is no such moment. */
        public String until(String name) {
            try {
                return text(name).isEmpty() ? "" : ", senest " + CopenhagenTime.dayInWords(Instant.parse(text(name)));
            } catch (DateTimeParseException notAMoment) {
                return "";
            }
        }
    }

    /** The tasks and start forms of which it speaks. */
    Set<String> keys();

    /** Those of them about which an auditor, who reads along with everything else, reads nothing. */
    default Set<String> closedToAuditors() {
        return Set.of();
    }

    /** @return empty when the case is gone, so that nothing true can be said */
    Optional<String> after(Done done);
}
