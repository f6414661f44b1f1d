package dk.klyngeflow.contact;

import dk.klyngeflow.inbox.ReceivedLetter;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the forms show of a letter; its files are fetched one by one. */
@RestController
class LetterRoutes {

    private final ReceivedLetters letters;
    private final CurrentPerson person;

    LetterRoutes(ReceivedLetters letters, CurrentPerson person) {
        this.letters = letters;
        this.person = person;
    }

    record File(String documentId, String title) {}

    record Choice(String id, String name) {}

    /**
     * @param from name and address as the mail says them
     * @param choices the files, and all of them at once
     */
    record Shown(
            String from,
            String subject,
            String body,
            String note,
            Instant receivedAt,
            boolean hasFiles,
            List<File> files,
            List<Choice> choices) {}

    @GetMapping("/api/clusters/{cluster}/letters/{id}")
    Shown letter(@PathVariable String cluster, @PathVariable String id) {
        person.require(cluster, Role.SECRETARY, Role.COORDINATOR, Role.BOARD);
        if (!id.matches("[0-9]{1,18}")) {
            throw Refused.notFound();
        }
        return letters.find(cluster, Long.parseLong(id))
                .map(LetterRoutes::shown)
                .orElseThrow(Refused::notFound);
    }

    private static Shown shown(ReceivedLetter letter) {
        List<File> files = letter.files().stream()
                .map(file -> new File(file.id(), file.fileName()))
                .toList();
        List<Choice> choices = new ArrayList<>(files.stream()
                .map(file -> new Choice(file.documentId(), file.title()))
                .toList());
        if (files.size() > 1) {
            choices.add(new Choice(LetterAnswers.ALL, "Alle filerne, hver for sig"));
        }
        String sender = letter.sender().isEmpty() ? "ukendt afsender" : letter.sender();
        return new Shown(
                letter.senderName().isEmpty() ? sender : letter.senderName() + " (" + sender + ")",
                letter.subject().isEmpty() ? "(intet emne)" : letter.subject(),
                letter.body().isEmpty() ? "(ingen tekst)" : letter.body(),
                letter.note(),
                letter.receivedAt(),
                !files.isEmpty(),
                files,
                choices);
    }
}
