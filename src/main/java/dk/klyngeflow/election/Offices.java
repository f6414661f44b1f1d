package dk.klyngeflow.election;

import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.TermsOfPosts;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import dk.klyngeflow.statutes.TermsInOffice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** For how long the elected sit, and whose time is up: reckoned from the statutes with which the election began. */
@Component
class Offices {

    private final Elections elections;
    private final StatutesVersions statutes;
    private final TermsInOffice inOffice;
    private final TermsOfPosts terms;

    Offices(Elections elections, StatutesVersions statutes, TermsInOffice inOffice, TermsOfPosts terms) {
        this.elections = elections;
        this.statutes = statutes;
        this.inOffice = inOffice;
        this.terms = terms;
    }

    /** From that day on they sit, until the ordinary assembly of a year. */
    void note(Election election, Collection<String> elected, LocalDate from) {
        Election.Matter matter = election.matter();
        int until = inOffice.electedUntil(
                election.clusterId(),
                new TermsInOffice.Elected(matter.post(), matter.seats(), elections.leaving(election), from),
                rules(election));
        elections.term(election, from, until);
        terms.note(election.clusterId(), matter.post(), elected, from, until);
    }

    /** Who gives up a post that several hold: whom the starter named; of an election that began by itself those whose time is up, never more than there come. */
    List<String> leaving(Election election, Collection<String> elected) {
        Post post = election.matter().post();
        boolean isByItself = election.course().startedBy().equals(ElectionPlanning.BY_ITSELF);
        if (!isByItself || !(post == Post.BOARD || post == Post.AUDITOR)) {
            return elections.leaving(election);
        }
        LocalDate from = election.matter().takesOffice();
        List<String> sitting = inOffice.ending(election.clusterId(), post, from.getYear(), from, rules(election));
        long coming = elected.stream()
                .filter(person -> terms.of(election.clusterId(), post).stream()
                        .noneMatch(term -> term.personId().equals(person) && term.isOn(from)))
                .count();
        return sitting.stream()
                .filter(person -> !elected.contains(person))
                .limit(coming)
                .toList();
    }

    private Statutes rules(Election election) {
        return statutes.version(election.clusterId(), election.matter().statutesVersion());
    }
}
