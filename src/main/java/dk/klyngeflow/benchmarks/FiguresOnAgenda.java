package dk.klyngeflow.benchmarks;

import dk.klyngeflow.gatherings.AgendaPaperNote;
import dk.klyngeflow.gatherings.Meeting;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says on the agenda where the figures are: the same sheet goes to everybody, so the own ones are behind the link of each invitation. */
@Component
class FiguresOnAgenda implements AgendaPaperNote {

    private final PlenumFigures plenum;
    private final String publicUrl;

    FiguresOnAgenda(PlenumFigures plenum, @Value("${klyngeflow.public-url}") String publicUrl) {
        this.plenum = plenum;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<String> of(Meeting meeting) {
        List<Measure> measures = plenum.measures(meeting);
        if (measures.isEmpty()) {
            return List.of();
        }
        String titles = measures.stream().map(Measure::title).collect(Collectors.joining(", "));
        return List.of("Tal til mødet: " + titles
                + ". Jeres egne ser I med linket i indkaldelsen. Klyngens, uden navne og med log-in: " + publicUrl
                + PlenumPage.path(meeting.clusterId(), meeting.meetingId()));
    }
}
