package dk.klyngeflow.election;

import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails of an election say at the moment each is sent; nothing when it is over. */
@Configuration(proxyBeanMethods = false)
class ElectionMails {

    private final Elections elections;
    private final Nominees nominees;
    private final Nominations nominations;
    private final Acclamations acclamations;
    private final ElectionProtocol protocol;

    ElectionMails(
            Elections elections,
            Nominees nominees,
            Nominations nominations,
            Acclamations acclamations,
            ElectionProtocol protocol) {
        this.elections = elections;
        this.nominees = nominees;
        this.nominations = nominations;
        this.acclamations = acclamations;
        this.protocol = protocol;
    }

    private record Letter(
            String purpose, Elections elections, BiFunction<Election, String, Optional<Map<String, Object>>> said)
            implements MailContent {

        @Override
        public Optional<Map<String, Object>> at(
                String clusterId, Optional<String> personId, Map<String, String> model) {
            return elections
                    .find(clusterId, model.getOrDefault(ElectionLetters.ELECTION_ID, ""))
                    .flatMap(election ->
                            said.apply(election, personId.orElse("")).map(more -> with(election, more)));
        }

        private static Map<String, Object> with(Election election, Map<String, Object> more) {
            Map<String, Object> all = new HashMap<>(more);
            all.put("title", election.label());
            all.put("post", election.post());
            return all;
        }
    }

    private MailContent letter(String purpose, BiFunction<Election, String, Optional<Map<String, Object>>> said) {
        return new Letter(purpose, elections, said);
    }

    @Bean
    MailContent nominationMail() {
        return letter(ElectionLetters.NOMINATION, this::open);
    }

    @Bean
    MailContent nominationReminderMail() {
        return letter(
                ElectionLetters.NOMINATION_REMINDER,
                (election, person) ->
                        nominees.silent(election).contains(person) ? open(election, person) : Optional.empty());
    }

    private Optional<Map<String, Object>> open(Election election, String person) {
        Instant closes = election.progress().nominationsCloseAt();
        return nominations.isOpen(election) && closes != null
                ? Optional.of(Map.of(
                        "closesAt",
                        CopenhagenTime.inWords(closes),
                        "again",
                        election.progress().nominationRounds() > 1 ? "ja" : "",
                        "names",
                        names(election, State.STANDING)))
                : Optional.empty();
    }

    private String names(Election election, State state) {
        return String.join("; ", protocol.names(election, nominees.in(election, state)));
    }

    @Bean
    MailContent candidacyMail() {
        return letter(
                ElectionLetters.CANDIDACY,
                (election, person) -> election.course().status().isOver()
                        ? Optional.empty()
                        : nominees.find(election, person)
                                .filter(each -> each.is(State.NAMED) || each.is(State.STANDING))
                                .map(each -> Map.of(
                                        "asked",
                                        each.is(State.NAMED) ? "ja" : "",
                                        "matter",
                                        each.is(State.NAMED) ? "Du er foreslået" : "Din side som kandidat",
                                        "closesAt",
                                        Optional.ofNullable(election.progress().nominationsCloseAt())
                                                .map(CopenhagenTime::inWords)
                                                .orElse(""))));
    }

    @Bean
    MailContent acclamationMail() {
        return letter(
                ElectionLetters.ACCLAMATION,
                (election, person) -> Optional.ofNullable(election.progress().acclamationAt())
                        .filter(at -> acclamations.canBeAsked(election))
                        .map(at -> Map.of(
                                "names", names(election, State.STANDING), "closesAt", CopenhagenTime.inWords(at))));
    }

    @Bean
    MailContent acceptanceMail() {
        return letter(ElectionLetters.ACCEPTANCE, this::elected);
    }

    @Bean
    MailContent acceptanceReminderMail() {
        return letter(ElectionLetters.ACCEPTANCE_REMINDER, this::elected);
    }

    private Optional<Map<String, Object>> elected(Election election, String person) {
        return nominees.find(election, person)
                .filter(each -> each.is(State.ELECTED) && election.is(ElectionStatus.ACCEPTING))
                .map(each -> Map.of(
                        "day",
                        DanishTime.DAY.format(election.matter().takesOffice()),
                        "until",
                        Acceptances.until(election)));
    }

    @Bean
    MailContent electionResultMail() {
        return letter(
                ElectionLetters.RESULT,
                (election, person) -> Optional.of(Map.of(
                        "names",
                        names(election, State.ACCEPTED),
                        "day",
                        DanishTime.DAY.format(election.matter().takesOffice()))));
    }

    /** @return nothing when she has got the post since */
    @Bean
    MailContent electionUnmovedMail(CoordinatorPosts coordinator, People people) {
        return letter(
                ElectionLetters.UNMOVED,
                (election, person) -> coordinator
                        .now(election.clusterId())
                        .filter(now -> nominees.find(election, now)
                                .filter(each -> each.is(State.ACCEPTED))
                                .isEmpty())
                        .map(now ->
                                Map.of("names", names(election, State.ACCEPTED), "coordinator", people.nameOf(now))));
    }

    @Bean
    MailContent electionCancelledMail() {
        return letter(
                ElectionLetters.CANCELLED,
                (election, person) ->
                        Optional.of(Map.of("reason", election.course().reason())));
    }

    @Bean
    MailContent electionStruckMail() {
        return letter(
                ElectionLetters.STRUCK,
                (election, person) -> election.course().status().isOver() ? Optional.empty() : Optional.of(Map.of()));
    }

    @Bean
    MailContent electionOverruledMail() {
        return letter(
                ElectionLetters.OVERRULED,
                (election, person) -> nominees.find(election, person)
                        .filter(each -> each.is(State.LOST))
                        .map(each -> Map.of()));
    }

    @Bean
    MailContent electionFailedMail() {
        return letter(
                ElectionLetters.FAILED,
                (election, person) ->
                        Optional.of(Map.of("reason", election.course().reason())));
    }

    @Bean
    MailContent electionHelpMail() {
        return letter(
                ElectionLetters.HELP,
                (election, person) -> election.course().status().isOver() ? Optional.empty() : Optional.of(Map.of()));
    }
}
