package dk.klyngeflow.polls;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.MailContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the mail that asks says at the moment it is sent; nothing when the poll is over or she has left. */
@Component
class DatePollMail implements MailContent {

    private final PollPeople people;
    private final DatePolls polls;
    private final ObjectProvider<AskedWithDates> others;
    private final CopenhagenTime time;

    DatePollMail(PollPeople people, DatePolls polls, ObjectProvider<AskedWithDates> others, CopenhagenTime time) {
        this.people = people;
        this.polls = polls;
        this.others = others;
        this.time = time;
    }

    @Override
    public String purpose() {
        return DatePolls.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return open(clusterId, personId, model).map(view -> shown(clusterId, personId, model, view));
    }

    Optional<PollPeople.View> open(String clusterId, Optional<String> personId, Map<String, String> model) {
        return personId.flatMap(person -> people.view(clusterId, model.getOrDefault(DatePolls.POLL_ID, ""), person))
                .filter(view -> view.takesAnswersAt(time.now()));
    }

    Map<String, Object> shown(
            String clusterId, Optional<String> personId, Map<String, String> model, PollPeople.View view) {
        String caseKey =
                polls.get(clusterId, model.getOrDefault(DatePolls.POLL_ID, "")).caseKey();
        List<String> also = others.orderedStream()
                .map(other -> other.inMail(clusterId, caseKey, personId.orElse("")))
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> dates = view.options().stream()
                .map(option -> CopenhagenTime.inWords(option.startsAt()))
                .toList();
        return Map.of(
                "title", view.matter().title(),
                "text", view.matter().text(),
                "duration", PollTexts.duration(view.matter().minutes()),
                "dates", dates,
                "also", also,
                "closesAt", CopenhagenTime.inWords(view.stand().closesAt()));
    }
}
