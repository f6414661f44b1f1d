package dk.klyngeflow.benchmarks;

import dk.klyngeflow.gatherings.Meeting;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was measured at a meeting, as definitions that another cluster can take over: words, and nobody's figures. */
@Component
public class MeasureDefinitions {

    private final PlenumFigures plenum;
    private final Measures measures;
    private final PlenumQuestions questions;

    MeasureDefinitions(PlenumFigures plenum, Measures measures, PlenumQuestions questions) {
        this.plenum = plenum;
        this.measures = measures;
        this.questions = questions;
    }

    public List<Measure> of(Meeting meeting) {
        return plenum.measures(meeting);
    }

    /** What was asked when the meeting looked at its figures; nothing when it had none. */
    public List<String> questions(Meeting meeting) {
        return of(meeting).isEmpty() ? List.of() : questions.of(meeting);
    }

    /** The cluster has it from now on, unless it has one of that name already. */
    public void adopt(String clusterId, Measure measure, String by) {
        measures.adopt(clusterId, measure, by);
    }

    /** As in {@code Opioider: høj dosis. Tæller recepter på høje doser af recepter på opioider; lavere er bedre}. */
    public static String inWords(Measure measure) {
        Measure.Words words = measure.words();
        return measure.title() + ". Tæller " + words.numerator() + " af " + words.denominator()
                + (measure.isRate() ? ", pr. 1.000" : ", i procent") + "; "
                + measure.direction().inWords() + "."
                + (words.source().isBlank() ? "" : " Kilde: " + words.source() + ".");
    }
}
