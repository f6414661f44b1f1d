package dk.klyngeflow.founding;

import org.springframework.stereotype.Component;

/** By what majority the draft of the statutes is adopted. */
@Component
class Adoption {

    /** As the statutes' own rule for changing them has it when nothing else is written: two thirds of the votes cast. */
    boolean isReached(String clusterId, int votesFor, int votesAgainst, int came) {
        int cast = votesFor + votesAgainst;
        return votesFor > 0 && votesFor * 3 >= cast * 2;
    }

    String inWords(String clusterId) {
        return "mindst to tredjedele af de afgivne stemmer";
    }
}
