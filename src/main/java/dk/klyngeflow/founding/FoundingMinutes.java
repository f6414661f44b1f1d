package dk.klyngeflow.founding;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.foundings.Adoption;
import dk.klyngeflow.foundings.DraftStatutes;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingRecord;
import dk.klyngeflow.foundings.FoundingRecords;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Adoption adoption;
    private final FoundingTimes times;
    private final DraftStatutes drafts;

    FoundingMinutes(
            Foundings foundings,
            FoundingRecords records,
            Clusters clusters,
            People people,
            Documents documents,
            PdfMaker pdfs,
            FounderMails mails,
            Adoption adoption,
            FoundingTimes times,
            DraftStatutes drafts) {
        this.foundings = foundings;
        this.records = records;
        this.clusters = clusters;
        this.people = people;
        this.documents = documents;
        this.pdfs = pdfs;
        this.mails = mails;
        this.adoption = adoption;
        this.times = times;
        this.drafts = drafts;
    }

    /** @return until when the formalities may take */
    Instant file(String clusterId) {
        Founding founding = foundings.get(clusterId);
        FoundingRecord record = records.get(clusterId);
        Document kept = documents.store(
                clusterId,
                "referat-stiftende-generalforsamling.pdf",
                pdfs.pdf("founding-minutes", paper(founding, record)),
                "system");
        documents.keepForAccountingYear(
                clusterId, kept.id(), CopenhagenTime.dayOf(record.recordedAt()).getYear());
        records.filed(clusterId, kept.id());
        adoption.adopt(clusterId, CopenhagenTime.dayOf(record.recordedAt()), founding.founderId());
        mails.tell(
                founding,
                "minutes",
                "Referat af det stiftende møde",
                "Klyngen er stiftet. Referatet og vedtægterne er vedhæftet. Når det praktiske er klaret, åbner klyngen, og du får besked.",
                List.of(kept.id(), drafts.adopted(clusterId)));
        Instant until = times.end(clusterId, ClusterFoundingSettings.FORMALITIES_DAYS);
        foundings.formalitiesUntil(clusterId, until);
        return until;
    }

    private Map<String, Object> paper(Founding founding, FoundingRecord record) {
        FoundingRecord.Elected elected = record.elected();
        Map<String, Object> paper = new HashMap<>();
        paper.put("cluster", clusters.get(founding.clusterId()).name());
        paper.put("when", founding.when());
        paper.put("place", founding.place());
        paper.put(
                "came",
                FoundingRecord.ids(record.came()).stream()
                        .map(people::nameOf)
                        .sorted()
                        .toList());
        paper.put("record", record);
        paper.put("assemblyChair", names(record.chairs().assemblyChair()));
        paper.put("minutesKeeper", names(record.chairs().minutesKeeper()));
        paper.put(
                "coordinator",
                record.votes().isBallotWanted()
                        ? "Vælges ved et valg, når klyngen er åben; " + names(elected.chair()) + " er det så længe"
                        : names(elected.coordinator()));
        paper.put("chair", names(elected.chair()));
        paper.put("treasurer", names(elected.treasurer()));
        paper.put("board", names(elected.board()));
        paper.put("auditor", names(elected.auditor()));
        paper.put("how", elected.howElected().danish());
        paper.put("tellers", names(elected.tellers()));
        paper.put("minutes", record.minutes().lines().toList());
        paper.put("amendments", record.votes().amendments().lines().toList());
        paper.put("changes", adoption.amendments(founding));
        paper.put(
                "arithmetic",
                adoption.arithmetic(
                        founding.clusterId(),
                        record.votes().votesFor(),
                        record.votes().votesAgainst(),
                        FoundingRecord.ids(record.came()).size()));
        paper.put("recordedOn", DanishTime.DAY.format(CopenhagenTime.dayOf(record.recordedAt())));
        return paper;
    }

    private String names(String several) {
        return FoundingRecord.ids(several).stream().map(people::nameOf).collect(Collectors.joining(", "));
    }
}
