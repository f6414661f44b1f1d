package dk.klyngeflow.founding;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The minutes of the founding assembly, written from the record of the evening. */
@Component
class FoundingMinutes {

    private final Foundings foundings;
    private final FoundingRecords records;
    private final Clusters clusters;
    private final People people;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final FounderMails mails;
    private final FoundingTimes times;

    FoundingMinutes(
            Foundings foundings,
            FoundingRecords records,
            Clusters clusters,
            People people,
            Documents documents,
            PdfMaker pdfs,
            FounderMails mails,
            FoundingTimes times) {
        this.foundings = foundings;
        this.records = records;
        this.clusters = clusters;
        this.people = people;
        this.documents = documents;
        this.pdfs = pdfs;
        this.mails = mails;
        this.times = times;
    }

    /** @return until when the formalities may take */
    Instant file(String clusterId) {
        Founding founding = foundings.get(clusterId);
        FoundingRecord record = records.get(clusterId);
        Document kept = documents.store(
                clusterId, "referat-stiftende-generalforsamling.pdf", pdfs.pdf("founding-minutes", paper(founding, record)), "system");
        documents.keepForAccountingYear(
                clusterId, kept.id(), CopenhagenTime.dayOf(record.recordedAt()).getYear());
        records.filed(clusterId, kept.id());
        mails.tell(
                founding,
                "minutes",
                "Referat af det stiftende møde",
                "Klyngen er stiftet. Referatet er vedhæftet. Når det praktiske er klaret, åbner klyngen, og du får besked.",
                List.of(kept.id()));
        return times.end(clusterId, FoundingSettings.FORMALITIES_DAYS);
    }

    /** What the template shows. */
    record Paper(
            String cluster,
            String when,
            String place,
            List<String> came,
            FoundingRecord record,
            String assemblyChair,
            String minutesKeeper,
            String coordinator,
            String chair,
            String treasurer,
            String board,
            String auditor,
            String how,
            String tellers,
            List<String> minutes,
            List<String> amendments,
            String recordedOn) {}

    private Paper paper(Founding founding, FoundingRecord record) {
        FoundingRecord.Elected elected = record.elected();
        PaperNames names = several -> FoundingRecord.ids(several).stream()
                .map(people::nameOf)
                .collect(Collectors.joining(", "));
        return new Paper(
                clusters.get(founding.clusterId()).name(),
                founding.when(),
                founding.place(),
                FoundingRecord.ids(record.came()).stream().map(people::nameOf).sorted().toList(),
                record,
                names.of(record.chairs().assemblyChair()),
                names.of(record.chairs().minutesKeeper()),
                names.of(elected.coordinator()),
                names.of(elected.chair()),
                names.of(elected.treasurer()),
                names.of(elected.board()),
                names.of(elected.auditor()),
                elected.howElected().danish(),
                names.of(elected.tellers()),
                record.minutes().lines().toList(),
                record.votes().amendments().lines().toList(),
                DanishTime.DAY.format(CopenhagenTime.dayOf(record.recordedAt())));
    }

    private interface PaperNames {
        String of(String several);
    }
}
