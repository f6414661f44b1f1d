package dk.klyngeflow.contact;

import dk.klyngeflow.engine.CaseMatter;
import dk.klyngeflow.inbox.ReceivedLetter;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts what a mail is about into the title of its task, so that nobody must open it to see whether it hurries. */
@Component
class LetterMatter implements CaseMatter {

    private final ReceivedLetters letters;
    private final People people;

    LetterMatter(ReceivedLetters letters, People people) {
        this.letters = letters;
        this.people = people;
    }

    @Override
    public String process() {
        return IncomingMail.KEY;
    }

    @Override
    public String of(String clusterId, String businessKey) {
        return letters.find(clusterId, IncomingMail.letterId(businessKey))
                .map(letter -> SubjectMatter.of(letter.subject(), names(letter)))
                .orElse("");
    }

    private List<String> names(ReceivedLetter letter) {
        List<String> names = new ArrayList<>(List.of(letter.senderName()));
        for (Post post : Post.values()) {
            people.holding(letter.clusterId(), post).forEach(person -> names.add(person.name()));
        }
        return names;
    }
}
