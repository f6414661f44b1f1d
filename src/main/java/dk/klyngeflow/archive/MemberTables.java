package dk.klyngeflow.archive;

import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.members.MembersOfAllTimes;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The lists of practices and of people, with their days, as they stand in an archive. */
@Component
class MemberTables {

    private final MembersOfAllTimes members;

    MemberTables(MembersOfAllTimes members) {
        this.members = members;
    }

    List<Sheet> of(String clusterId) {
        return List.of(
                new Sheet(
                        "Praksis",
                        List.of("Ydernummer", "Navn", "Patienter", "Fra", "Til og uden"),
                        members.practices(clusterId).stream()
                                .map(practice -> Arrays.<Object>asList(
                                        practice.providerNumber(),
                                        practice.name(),
                                        practice.patients(),
                                        practice.from(),
                                        practice.until()))
                                .toList()),
                new Sheet(
                        "Medlemmer og poster",
                        List.of("Navn", "Mail", "Post", "Ydernummer", "Praksis", "Fra", "Til og uden"),
                        members.posts(clusterId).stream()
                                .map(held -> Arrays.<Object>asList(
                                        held.name(),
                                        held.mail(),
                                        held.post(),
                                        held.providerNumber(),
                                        held.practice(),
                                        held.from(),
                                        held.until()))
                                .toList()));
    }
}
