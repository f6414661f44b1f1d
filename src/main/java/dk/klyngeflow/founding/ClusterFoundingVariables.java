package dk.klyngeflow.founding;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process {@code cluster-founding} knows. */
final class ClusterFoundingVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<Boolean> IS_ENOUGH = Variable.flag("isEnough");
    static final Variable<Boolean> IS_DATE_CHOSEN = Variable.flag("isDateChosen");
    static final Variable<Boolean> IS_FOUNDED = Variable.flag("isFounded");

    /** Every week from the first on, as ISO 8601 writes what is repeated. */
    static final Variable<String> FOUNDER_REMINDERS = Variable.text("founderReminders");

    static final Variable<Instant> GATHER_UNTIL = Variable.moment("gatherUntil");
    static final Variable<Instant> JOIN_REMINDER_AT = Variable.moment("joinReminderAt");
    static final Variable<Instant> JOINING_CLOSES_AT = Variable.moment("joiningClosesAt");
    static final Variable<Instant> ASSEMBLY_UNTIL = Variable.moment("assemblyUntil");
    static final Variable<Instant> DATES_REMINDER_AT = Variable.moment("datesReminderAt");
    static final Variable<Instant> DATES_CLOSE_AT = Variable.moment("datesCloseAt");
    static final Variable<Instant> ASSEMBLY_AT = Variable.moment("assemblyAt");
    static final Variable<String> PLACE_REMINDERS = Variable.text("placeReminders");
    static final Variable<Instant> FORMALITIES_UNTIL = Variable.moment("formalitiesUntil");

    private ClusterFoundingVariables() {}
}
