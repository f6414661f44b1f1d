package dk.klyngeflow.meetings;

import dk.klyngeflow.benchmarks.FigureFiles;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The file is put right where it comes from, or imported by hand; or it is left as it is. */
@Component
class PutFigureFileRightContract implements FormContract<PutFigureFileRightContract.Form> {

    private static final String LEAVE = "LEAVE";

    private final FigureFiles files;

    PutFigureFileRightContract(FigureFiles files) {
        this.files = files;
    }

    record Form(String decision) {}

    @Override
    public String task() {
        return "putFigureFileRight";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        return new Form(fields.choice("decision", Set.of("RIGHT", LEAVE), "Vælg, hvad der er gjort ved filen."));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        // seen to either way: it stands on the page no longer
        files.seenTo(answer.clusterId(), FigureFileVariables.FILE_ID.in(answer.known()), answer.personId());
        return Map.of(FigureFileVariables.IS_LEFT.name(), form.decision().equals(LEAVE));
    }
}
