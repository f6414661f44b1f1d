package dk.klyngeflow.founding;

import dk.klyngeflow.contactbook.ContactKind;
import dk.klyngeflow.contactbook.SharedContacts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Those of the regions' lists whom one can ask; courses and networks are nobody. */
@Component
class SupportAsContacts implements SharedContacts {

    private final SupportLists lists;

    SupportAsContacts(SupportLists lists) {
        this.lists = lists;
    }

    @Override
    public List<Shared> of(String region) {
        return lists.of(region).stream()
                .flatMap(entry -> kind(entry)
                        .map(kind ->
                                new Shared(String.valueOf(entry.supportEntryId()), kind, entry.what(), entry.how()))
                        .stream())
                .toList();
    }

    private static Optional<ContactKind> kind(SupportEntry entry) {
        return switch (entry.kind()) {
            case CONSULTANT -> Optional.of(ContactKind.QUALITY_UNIT);
            case KIAP, PLO -> Optional.of(ContactKind.OTHER);
            case COURSE, NETWORK -> Optional.empty();
        };
    }
}
