package dk.klyngeflow.contact;

import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.gatherings.AgendaPoints;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom an inquiry can go to in a cluster. */
@Component
class InquiryChoices {

    private final People people;
    private final AgendaPoints points;
    private final Contacts contacts;

    InquiryChoices(People people, AgendaPoints points, Contacts contacts) {
        this.people = people;
        this.points = points;
        this.contacts = contacts;
    }

    record Choice(String id, String name) {}

    record To(List<Choice> members, List<Choice> meetings, List<Choice> contacts) {}

    String nameOf(String personId) {
        return people.nameOf(personId);
    }

    /** @param withContacts false for one who neither keeps the contact book nor has the case in hand: of it she reads and no more */
    To of(String clusterId, boolean withContacts) {
        return new To(
                people.holding(clusterId, Role.MEMBER).stream()
                        .map(member -> new Choice(member.id(), member.name()))
                        .toList(),
                points.takers(clusterId).stream()
                        .map(meeting -> new Choice(meeting.meetingId(), meeting.label()))
                        .toList(),
                withContacts
                        ? contacts.withMail(clusterId).stream()
                                .map(contact -> new Choice(contact.contactId(), contact.inWords()))
                                .toList()
                        : List.of());
    }
}
