package dk.klyngeflow.mail;

import org.springframework.boot.test.context.TestComponent;

/** What the first look at the clock in the morning does, for stories of other parts. */
@TestComponent
public class Mornings {

    private final TaskReminders reminders;

    Mornings(TaskReminders reminders) {
        this.reminders = reminders;
    }

    public void comes() {
        reminders.remindInTheMorning();
    }
}
