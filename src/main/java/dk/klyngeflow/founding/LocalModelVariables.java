package dk.klyngeflow.founding;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;
import java.time.LocalDate;

/** What {@code local-model} knows. */
final class LocalModelVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");

    /** What the titles of its tasks end with. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    /** Which of the cluster's rounds it is. */
    static final Variable<Long> ROUND_NO = Variable.number("roundNo");

    static final Variable<Instant> FIRST_REMINDER_AT = Variable.moment("firstReminderAt");
    static final Variable<Instant> LAST_REMINDER_AT = Variable.moment("lastReminderAt");
    static final Variable<Instant> QUESTIONNAIRE_CLOSES_AT = Variable.moment("questionnaireClosesAt");
    static final Variable<Instant> COMMENTS_CLOSE_AT = Variable.moment("commentsCloseAt");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");
    static final Variable<Boolean> IS_MODEL_ADOPTED = Variable.flag("isModelAdopted");

    /** The day that the adopted model applies from. */
    static final Variable<LocalDate> EFFECTIVE_FROM = Variable.day("effectiveFrom");

    /** The person who has adopted it. */
    static final Variable<String> ADOPTED_BY = Variable.text("adoptedBy");

    static final Variable<Instant> MODEL_EFFECTIVE_AT = Variable.moment("modelEffectiveAt");

    private LocalModelVariables() {}
}
