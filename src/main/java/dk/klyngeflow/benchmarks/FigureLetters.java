package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.members.Post;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    private final CopenhagenTime time;

    FigureLetters(People people, FigureReaders readers, Links links, Outbox outbox, CopenhagenTime time) {
        this.people = people;
        this.readers = readers;
        this.links = links;
        this.outbox = outbox;
        this.time = time;
    }

    /** Once for each period; sending again sends nobody the same. @return how many are written to */
    @Transactional
    public int send(String clusterId, Measure measure, String period) {
        return send(clusterId, measure, period, provider -> true);
    }

    /** Those whose practice has no row yet, once a day. @return how many are written to */
    @Transactional
    public int remind(String clusterId, Measure measure, String period, Collection<String> missing) {
        return send(clusterId, measure, period + ":" + time.today(), missing::contains);
    }

    private int send(String clusterId, Measure measure, String round, Predicate<String> practices) {
        List<String> doctors = people.holding(clusterId, Post.MEMBER).stream()
                .map(Person::id)
                .filter(person -> readers.of(clusterId, person)
                        .provider()
                        .filter(practices)
                        .isPresent())
                .toList();
        UnaryOperator<String> link = links.ofAll(clusterId, FiguresLink.PURPOSE, measure.measureId(), doctors);
        outbox.enqueueAll(doctors.stream()
                .map(doctor -> Mail.of(
                                clusterId,
                                FiguresLink.PURPOSE,
                                FiguresLink.PURPOSE + ":" + measure.measureId() + ":" + round + ":" + doctor,
                                Recipient.person(doctor),
                                Map.of(FiguresMail.MEASURE, measure.measureId()),
                                clusterId + "/tal")
                        .withLink(link.apply(doctor)))
                .toList());
        return doctors.size();
    }
}
