package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.Assemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.calendar.CalendarEvent;
import dk.klyngeflow.calendar.CalendarFiles;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Writes what people are mailed about an assembly; nothing in it but its id, which the mails are written from when they are sent. */
@Component
class AssemblyLetters {

    static final String ANNOUNCEMENT = "assembly-announcement";
    static final String NOTICE = "assembly-notice";
    static final String LAPSED = "assembly-lapsed";
    static final String LATE = "assembly-late-proposals";
    static final String CANCELLED = "assembly-cancelled";
    static final String SIGNATURE = "assembly-signature";
    static final String SIGNATURE_REMINDER = "assembly-signature-reminder";
    static final String MINUTES = "assembly-minutes";
    static final String DEMAND = "assembly-demand";
    static final String WIND_UP = "assembly-wind-up";

    static final String ASSEMBLY_ID = "assemblyId";
    /** Of a notice: which of the lawful notices it is; the attest finds its mails by it. */
    static final String ROUND = "round";
    /** Danish: until when it is waited for. */
    static final String UNTIL = "until";

    private final Outbox outbox;
    private final Links links;
    private final People people;
    private final Clusters clusters;
    private final Meetings meetings;
    private final CalendarFiles calendar;

    AssemblyLetters(
            Outbox outbox, Links links, People people, Clusters clusters, Meetings meetings, CalendarFiles calendar) {
        this.outbox = outbox;
        this.links = links;
        this.people = people;
        this.clusters = clusters;
        this.meetings = meetings;
        this.calendar = calendar;
    }

    /** Whoever may vote, and the auditor and the secretary, who may be there. */
    Collection<Person> everybody(String clusterId) {
        Map<String, Person> all = new LinkedHashMap<>();
        for (Role role : List.of(Role.MEMBER, Role.AUDITOR, Role.SECRETARY)) {
            people.holding(clusterId, role).forEach(person -> all.putIfAbsent(person.id(), person));
        }
        return all.values();
    }

    List<String> members(String clusterId) {
        return people.holding(clusterId, Role.MEMBER).stream().map(Person::id).toList();
    }

    /** @param round so that the same again is sent once */
    void ask(CalledAssembly assembly, String purpose, String link, Collection<String> to, String round) {
        ask(assembly, purpose, link, to, round, Map.of(ASSEMBLY_ID, assembly.assemblyId()));
    }

    /** @param until it is waited for */
    void ask(CalledAssembly assembly, String purpose, String link, Collection<String> to, String round, Instant until) {
        Map<String, String> facts = Map.of(ASSEMBLY_ID, assembly.assemblyId(), UNTIL, CopenhagenTime.inWords(until));
        ask(assembly, purpose, link, to, round, facts);
    }

    private void ask(
            CalledAssembly assembly,
            String purpose,
            String link,
            Collection<String> to,
            String round,
            Map<String, String> facts) {
        UnaryOperator<String> of = links.ofAll(assembly.clusterId(), link, assembly.assemblyId(), to);
        outbox.enqueueAll(to.stream()
                .map(person -> mail(assembly, purpose, person, round, facts).withLink(of.apply(person)))
                .toList());
    }

    void tell(CalledAssembly assembly, String purpose, Collection<Person> to, List<String> documents, String round) {
        outbox.enqueueAll(to.stream()
                .map(person -> mail(assembly, purpose, person.id(), round).withDocuments(documents))
                .toList());
    }

    /** The notice, with the day for her calendar. */
    void call(CalledAssembly assembly, Collection<Person> to, String noticeId, int round, String again) {
        CalendarEvent event = event(assembly);
        List<String> members = members(assembly.clusterId());
        UnaryOperator<String> of = links.ofAll(
                assembly.clusterId(),
                Assemblies.LINK,
                assembly.assemblyId(),
                to.stream().map(Person::id).filter(members::contains).toList());
        outbox.enqueueAll(to.stream()
                .map(person -> linked(
                        person,
                        members,
                        of,
                        Mail.of(
                                        assembly.clusterId(),
                                        NOTICE,
                                        key(assembly, NOTICE, person.id(), round + again),
                                        Recipient.person(person.id()),
                                        Map.of(ASSEMBLY_ID, assembly.assemblyId(), ROUND, mark(assembly, round)),
                                        assembly.businessKey())
                                .withDocuments(List.of(noticeId))
                                .withCalendar(calendar.request(event, person.name(), person.mail()))))
                .toList());
    }

    /** Whoever may vote can give a proxy, and is registered at the door by the same link. */
    private static Mail linked(Person person, List<String> members, UnaryOperator<String> of, Mail mail) {
        return members.contains(person.id()) ? mail.withLink(of.apply(person.id())) : mail;
    }

    /** By which the mails of one notice are found in the outbox. */
    static String mark(CalledAssembly assembly, int round) {
        return assembly.assemblyId() + ":" + round;
    }

    /** Whoever has it in her calendar gets it out again. */
    void callOff(CalledAssembly assembly, Collection<Person> to, boolean isDated) {
        CalendarEvent event = isDated ? event(assembly) : null;
        outbox.enqueueAll(to.stream()
                .map(person -> {
                    Mail mail = mail(assembly, CANCELLED, person.id(), "1");
                    return event == null
                            ? mail
                            : mail.withCalendar(calendar.cancel(event, person.name(), person.mail()));
                })
                .toList());
    }

    private CalendarEvent event(CalledAssembly assembly) {
        Meeting meeting = meetings.get(assembly.clusterId(), assembly.meetingId());
        Cluster cluster = clusters.get(assembly.clusterId());
        return new CalendarEvent(
                meeting.uid(),
                meeting.calendarSequence(),
                assembly.title() + " · " + cluster.name(),
                "Dagsordenen og det, der skal behandles, er vedhæftet indkaldelsen.",
                meeting.place(),
                meeting.start(),
                meeting.end(),
                new CalendarEvent.Organizer(cluster.name(), cluster.mail()));
    }

    private static Mail mail(CalledAssembly assembly, String purpose, String person, String round) {
        return mail(assembly, purpose, person, round, Map.of(ASSEMBLY_ID, assembly.assemblyId()));
    }

    private static Mail mail(
            CalledAssembly assembly, String purpose, String person, String round, Map<String, String> facts) {
        return Mail.of(
                assembly.clusterId(),
                purpose,
                key(assembly, purpose, person, round),
                Recipient.person(person),
                facts,
                assembly.businessKey());
    }

    private static String key(CalledAssembly assembly, String purpose, String person, String round) {
        return purpose + ":" + assembly.businessKey() + ":" + person + ":" + round;
    }
}
