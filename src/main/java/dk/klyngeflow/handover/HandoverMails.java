package dk.klyngeflow.handover;

import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.People;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom and what the mails of handovers, leaves and vacancies name, as it is when they go; names are never kept with a mail. */
@Configuration(proxyBeanMethods = false)
class HandoverMails {

    private interface Says {
        Optional<Map<String, Object>> at(String clusterId, String personId, Map<String, String> model);
    }

    private record Content(String purpose, Says says) implements MailContent {

        @Override
        public Optional<Map<String, Object>> at(
                String clusterId, Optional<String> personId, Map<String, String> model) {
            return says.at(clusterId, personId.orElse(""), model);
        }
    }

    @Bean
    MailContent handoverAgreedMail(Handovers handovers, People people) {
        return new Content(
                "handover-agreed",
                (cluster, person, model) -> find(handovers, cluster, model)
                        .filter(Handover::isOpen)
                        .map(handover -> of(handover, person, people)));
    }

    @Bean
    MailContent handoverNoteMail(Handovers handovers, People people) {
        return new Content(
                "handover-note",
                (cluster, person, model) -> find(handovers, cluster, model)
                        .filter(handover -> handover.endedAt() == null || handover.movedAt() != null)
                        .filter(handover -> handover.successor().equals(person))
                        .map(handover -> of(handover, person, people)));
    }

    /** Nothing when she has confirmed by then. */
    @Bean
    MailContent handoverReminderMail(Handovers handovers, People people) {
        return new Content(
                "handover-reminder",
                (cluster, person, model) -> find(handovers, cluster, model)
                        .filter(Handover::isOpen)
                        .filter(handover -> handover.successor().equals(person)
                                ? handover.takenAt() == null
                                : handover.partedAt() == null)
                        .map(handover -> of(handover, person, people)));
    }

    @Bean
    MailContent handoverStuckMail(Handovers handovers, People people) {
        return new Content(
                "handover-stuck",
                (cluster, person, model) -> find(handovers, cluster, model)
                        .filter(Handover::isOpen)
                        .map(handover -> of(handover, person, people)));
    }

    @Bean
    MailContent handoverStoppedMail(Handovers handovers, People people) {
        return new Content(
                "handover-stopped",
                (cluster, person, model) ->
                        find(handovers, cluster, model).map(handover -> of(handover, person, people)));
    }

    @Bean
    MailContent handoverDoneMail(Handovers handovers, People people) {
        return new Content(
                "handover-done",
                (cluster, person, model) ->
                        find(handovers, cluster, model).map(handover -> of(handover, person, people)));
    }

    @Bean
    MailContent standInArrangedMail(CoordinatorLeaves leaves, People people) {
        return new Content(
                "stand-in-arranged",
                (cluster, person, model) -> leave(leaves, cluster, model)
                        .filter(leave -> leave.endedAt() == null)
                        .map(leave -> of(leave, person, people)));
    }

    @Bean
    MailContent standInEndsMail(CoordinatorLeaves leaves, People people) {
        return new Content(
                "stand-in-ends",
                (cluster, person, model) -> leave(leaves, cluster, model)
                        .filter(leave -> leave.endedAt() == null)
                        .map(leave -> of(leave, person, people)));
    }

    /** Who is coordinator is what the posts say: it may be a third. */
    @Bean
    MailContent standInOverMail(CoordinatorLeaves leaves, People people, CoordinatorPosts posts) {
        return new Content(
                "stand-in-over",
                (cluster, person, model) -> leave(leaves, cluster, model).map(leave -> {
                    String now = posts.now(cluster).orElse("");
                    return Map.of("coordinator", people.nameOf(now), "isHers", now.equals(person));
                }));
    }

    @Bean
    MailContent coordinatorStoppedMail(People people) {
        return new Content(
                "coordinator-stopped",
                (cluster, person, model) -> Optional.of(Map.of(
                        "actingName",
                        people.nameOf(model.getOrDefault("acting", "")),
                        "isHers",
                        person.equals(model.getOrDefault("acting", "")))));
    }

    private static Optional<Handover> find(Handovers handovers, String cluster, Map<String, String> model) {
        return handovers.find(cluster, model.getOrDefault("handoverId", ""));
    }

    private static Map<String, Object> of(Handover handover, String person, People people) {
        return Map.of(
                "parting", people.nameOf(handover.parting()),
                "successor", people.nameOf(handover.successor()),
                "isSuccessor", handover.successor().equals(person),
                "isParting", handover.parting().equals(person),
                "firstDay", handover.dayInWords(),
                "reason", handover.reason());
    }

    private static Optional<CoordinatorLeave> leave(
            CoordinatorLeaves leaves, String cluster, Map<String, String> model) {
        return leaves.find(cluster, model.getOrDefault("leaveId", ""));
    }

    private static Map<String, Object> of(CoordinatorLeave leave, String person, People people) {
        return Map.of(
                "absent", people.nameOf(leave.absent()),
                "standIn", people.nameOf(leave.standIn()),
                "isStandIn", leave.standIn().equals(person),
                "days", leave.days(),
                "back", leave.back());
    }
}
