package dk.klyngeflow.benchmarks;

import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends each doctor of a practice the link to the own figures. */
@Component
class FigureLetters {

    private final People people;
    private final FigureReaders readers;
    private final Links links;
    private final Outbox outbox;

    FigureLetters(People people, FigureReaders readers, Links links, Outbox outbox) {
        this.people = people;
        this.readers = readers;
        this.links = links;
        this.outbox = outbox;
    }

    /** Once for each period; sending again sends nobody the same. @return how many are written to */
    @Transactional
    public int send(String clusterId, Measure measure, String period) {
        List<String> doctors = people.holding(clusterId, Post.MEMBER).stream()
                .map(Person::id)
                .filter(person -> readers.of(clusterId, person).provider().isPresent())
                .toList();
        UnaryOperator<String> link = links.ofAll(clusterId, FiguresLink.PURPOSE, measure.measureId(), doctors);
        outbox.enqueueAll(doctors.stream()
                .map(doctor -> Mail.of(
                                clusterId,
                                FiguresLink.PURPOSE,
                                FiguresLink.PURPOSE + ":" + measure.measureId() + ":" + period + ":" + doctor,
                                Recipient.person(doctor),
                                Map.of(FiguresMail.MEASURE, measure.measureId()),
                                clusterId + "/tal")
                        .withLink(link.apply(doctor)))
                .toList());
        return doctors.size();
    }
}
