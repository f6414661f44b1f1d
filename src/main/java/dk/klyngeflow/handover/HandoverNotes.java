package dk.klyngeflow.handover;

import dk.klyngeflow.accounts.Budgets;
import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.contactbook.Contact;
import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.TasksOfPeople;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The note from one coordinator to the next: what the system knows and what the parting one has written. Filed, and mailed to the new one only. */
@Component
class HandoverNotes {

    private static final int MONTHS_AHEAD = 15;

    private final Handovers handovers;
    private final Checklists checklists;
    private final Clusters clusters;
    private final People people;
    private final TasksOfPeople tasks;
    private final Meetings meetings;
    private final ActionItems promises;
    private final Budgets budgets;
    private final AgreedThings agreed;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final Outbox outbox;
    private final CopenhagenTime time;
    private final Contacts book;

    HandoverNotes(
            Handovers handovers,
            Checklists checklists,
            Clusters clusters,
            People people,
            TasksOfPeople tasks,
            Meetings meetings,
            ActionItems promises,
            Budgets budgets,
            AgreedThings agreed,
            Documents documents,
            PdfMaker pdfs,
            Outbox outbox,
            CopenhagenTime time,
            Contacts book) {
        this.handovers = handovers;
        this.checklists = checklists;
        this.clusters = clusters;
        this.people = people;
        this.tasks = tasks;
        this.meetings = meetings;
        this.promises = promises;
        this.budgets = budgets;
        this.agreed = agreed;
        this.documents = documents;
        this.pdfs = pdfs;
        this.outbox = outbox;
        this.time = time;
        this.book = book;
    }

    /** The note as it would be sent now. */
    byte[] pdf(Handover handover) {
        String clusterId = handover.clusterId();
        Map<String, Object> note = new HashMap<>();
        note.put("cluster", clusters.get(clusterId));
        note.put("parting", people.nameOf(handover.parting()));
        note.put("successor", people.nameOf(handover.successor()));
        note.put("day", handover.dayInWords());
        note.put("note", lines(handover.note()));
        note.put("cases", cases(handover));
        note.put("dates", dates(handover));
        note.put("contacts", contacts(clusterId));
        note.put("book", book.of(clusterId).stream().map(Contact::line).toList());
        note.put("budget", budget(clusterId));
        note.put(
                "promises",
                promises.open(clusterId).stream().map(ActionItem::line).toList());
        note.put("model", agreed.model(clusterId));
        note.put("statutes", agreed.statutes(clusterId));
        note.put("suppliers", agreed.suppliers(clusterId));
        note.put("items", checklists.items(handover));
        return pdfs.pdf("handover-note", note);
    }

    /** Files it and mails it to the successor; once for each time the parting one confirms. */
    void write(String clusterId, String handoverId) {
        Handover handover = handovers.get(clusterId, handoverId);
        Document kept = documents.store(
                clusterId, "overdragelse-" + handover.day() + ".pdf", pdf(handover), handover.parting());
        documents.keepForAccountingYear(clusterId, kept.id(), handover.day().getYear());
        handovers.filed(handover, kept.id());
        outbox.enqueue(Mail.of(
                        clusterId,
                        "handover-note",
                        "handover-note:" + handover.businessKey() + ":" + handover.successor() + ":" + kept.id(),
                        Recipient.person(handover.successor()),
                        Map.of("handoverId", handoverId, "day", handover.label()),
                        handover.businessKey())
                .withDocuments(List.of(kept.id())));
    }

    /** Names of people stand in no title; what belongs to this handover itself is on its list. */
    private List<String> cases(Handover handover) {
        return tasks.ofCluster(handover.clusterId()).stream()
                .map(waiting -> waiting.task())
                .filter(task -> !task.title().contains(label(handover)))
                .map(task -> withoutCluster(task.title()) + until(task.due()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String label(Handover handover) {
        return " · overdragelse " + handover.label();
    }

    private static String withoutCluster(String title) {
        int end = title.indexOf(" · ");
        return end < 0 ? title : title.substring(end + 3);
    }

    private static String until(@Nullable Instant due) {
        return due == null ? "" : " (senest " + DanishTime.DAY.format(CopenhagenTime.dayOf(due)) + ")";
    }

    private List<String> dates(Handover handover) {
        List<String> dates = new ArrayList<>();
        meetings
                .between(
                        handover.clusterId(),
                        time.now(),
                        CopenhagenTime.at(time.today().plusMonths(MONTHS_AHEAD), LocalTime.MIDNIGHT))
                .stream()
                .filter(meeting -> meeting.startsAt() != null && meeting.cancelReason() == null)
                .map(HandoverNotes::line)
                .forEach(dates::add);
        LocalDate january = LocalDate.of(time.today().getYear(), 1, 31);
        LocalDate next = january.isBefore(time.today()) ? january.plusYears(1) : january;
        dates.add(DanishTime.WEEKDAY.format(next)
                + ": fortegnelsen over praksis skal være rigtig, for den afgør årets beløb");
        return dates;
    }

    private static String line(Meeting meeting) {
        return meeting.when() + ": " + meeting.title() + (meeting.place().isEmpty() ? "" : ", " + meeting.place());
    }

    /** Who does what here, with where each can be written to. */
    private List<String> contacts(String clusterId) {
        List<String> contacts = new ArrayList<>();
        for (Post post :
                List.of(Post.COORDINATOR, Post.SECRETARY, Post.CHAIR, Post.TREASURER, Post.BOARD, Post.AUDITOR)) {
            people.holding(clusterId, post)
                    .forEach(person -> contacts.add(post.danish() + ": " + person.name() + ", "
                            + person.mail().toLowerCase(Locale.ROOT)));
        }
        return contacts;
    }

    private List<String> budget(String clusterId) {
        return budgets.year(clusterId, time.today().getYear()).stream()
                .filter(left -> left.hasBudget() || left.spent() != 0)
                .map(left -> left.label())
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
