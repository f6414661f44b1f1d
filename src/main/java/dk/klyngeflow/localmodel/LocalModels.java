package dk.klyngeflow.localmodel;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.MemberJoined;
import dk.klyngeflow.members.MemberLeft;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the members how they want to work, shows them what came of it, and keeps what was adopted. */
@Component
public class LocalModels {

    static final String QUESTIONNAIRE = "model-questionnaire";
    static final String REMINDER = "model-questionnaire-reminder";
    static final String DRAFT = "model-draft";
    static final String MODEL = "local-model";
    static final String CANCELLED = "model-cancelled";
    static final String ROUND = "round";
    static final String SHOWN = "shown";

    private static final Logger LOG = LoggerFactory.getLogger(LocalModels.class);

    private final ModelRounds rounds;
    private final ModelPeople voters;
    private final ModelVersions versions;
    private final People people;
    private final Clusters clusters;
    private final Links links;
    private final Outbox outbox;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final CopenhagenTime time;
    private final ApplicationEventPublisher events;

    LocalModels(
            ModelRounds rounds,
            ModelPeople voters,
            ModelVersions versions,
            People people,
            Clusters clusters,
            Links links,
            Outbox outbox,
            Documents documents,
            PdfMaker pdfs,
            CopenhagenTime time,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.voters = voters;
        this.versions = versions;
        this.people = people;
        this.clusters = clusters;
        this.links = links;
        this.outbox = outbox;
        this.documents = documents;
        this.pdfs = pdfs;
        this.time = time;
        this.events = events;
    }

    /**
     * Writes down that the cluster is to agree on a model.
     *
     * @param by null when the calendar wants it
     * @return empty when that is under way already
     */
    @Transactional
    public Optional<ModelRound> begin(String clusterId, @Nullable String by, Instant closesAt) {
        return rounds.add(clusterId, by, time.now(), closesAt);
    }

    /** @throws IllegalStateException when the cluster has no such round */
    public ModelRound get(String clusterId, int round) {
        return find(clusterId, round)
                .orElseThrow(() -> new IllegalStateException("no round " + round + " of a model in " + clusterId));
    }

    public Optional<ModelRound> find(String clusterId, int round) {
        return rounds.find(clusterId, round);
    }

    /** By its number as somebody has sent it; empty for what is none. */
    public Optional<ModelRound> find(String clusterId, String round) {
        return round.matches("\\d{1,6}") ? find(clusterId, Integer.parseInt(round)) : Optional.empty();
    }

    public Optional<ModelRound> byKey(String clusterId, String caseKey) {
        return caseKey.startsWith(clusterId + ModelRounds.CASE) ? rounds.byKey(clusterId, caseKey) : Optional.empty();
    }

    public Optional<ModelRound> underWay(String clusterId) {
        return rounds.underWay(clusterId);
    }

    public List<ModelVersion> versions(String clusterId) {
        return versions.all(clusterId);
    }

    /** The one that is obeyed now. */
    public Optional<ModelVersion> inForce(String clusterId) {
        return versions.inForce(clusterId);
    }

    /** True when it has had its model since that day or before, and has not looked at it since. */
    public boolean isDueForReview(String clusterId, LocalDate since) {
        return versions.isDueForReview(clusterId, since);
    }

    /** How many are asked, and how many of them have answered. */
    public record Answered(int asked, int answered) {}

    public Answered answered(String clusterId, int round) {
        ModelTally tally = tally(clusterId, round);
        return new Answered(tally.asked(), tally.answered());
    }

    /** Sends every member her link to the questions. */
    @Transactional
    public void ask(String clusterId, int round) {
        ModelRound found = get(clusterId, round);
        List<String> members = members(clusterId);
        rounds.lock(clusterId, round);
        voters.addAll(clusterId, round, members, time.now());
        rounds.recount(clusterId, round);
        mail(found, QUESTIONNAIRE, found.id(), members, "1");
        LOG.info("{} members are asked about {}", members.size(), found.caseKey());
    }

    /** Reminds those who have not answered, and nobody when no answer is taken any longer. @return how many */
    @Transactional
    public int remind(String clusterId, int round) {
        Optional<Integer> number = rounds.nextReminder(clusterId, round, time.now());
        if (number.isEmpty()) {
            return 0;
        }
        List<String> silent = voters.voices(clusterId, round).stream()
                .filter(ModelPeople.Voice::isSilent)
                .map(ModelPeople.Voice::personId)
                .toList();
        ModelRound found = get(clusterId, round);
        mail(found, REMINDER, found.id(), silent, String.valueOf(number.get()));
        return silent.size();
    }

    /** From now on no answer is taken. */
    @Transactional
    public void close(String clusterId, int round) {
        rounds.close(clusterId, round, time.now());
    }

    /** As the coordinator has it at the moment. */
    @Transactional
    public void keepDraft(String clusterId, int round, Choices choices, String note) {
        rounds.draft(clusterId, round, choices, note);
    }

    /** Sends every member the draft, and her link to accept it or say what is wrong with it. */
    @Transactional
    public void present(String clusterId, int round, Instant closesAt) {
        rounds.lock(clusterId, round);
        List<String> members = members(clusterId);
        voters.addAll(clusterId, round, members, time.now());
        voters.unheard(clusterId, round);
        int shown = rounds.present(clusterId, round, closesAt);
        rounds.recount(clusterId, round);
        ModelRound found = get(clusterId, round);
        mail(found, DRAFT, found.id() + "/" + shown, members, String.valueOf(shown));
    }

    @Transactional
    public void closeComments(String clusterId, int round) {
        rounds.closeComments(clusterId, round, time.now());
    }

    private record Paper(
            String cluster, int version, String from, String adopted, List<Choices.Line> lines, List<String> note) {}

    /** Gives the draft its number and its day, which is later than that of the adoption, and sends everybody the paper; again changes nothing. */
    @Transactional
    public ModelVersion adopt(String clusterId, int round, LocalDate adoptedOn, LocalDate from, String by) {
        Optional<ModelVersion> already = versions.ofRound(clusterId, round);
        if (already.isPresent()) {
            return already.get();
        }
        closeComments(clusterId, round);
        ModelRound found = get(clusterId, round);
        Choices choices =
                found.draft().choices() == null ? Choices.NONE : found.draft().choices();
        int number = versions.next(clusterId);
        byte[] paper = pdfs.pdf(
                "local-model",
                new Paper(
                        clusters.get(clusterId).name(),
                        number,
                        DanishTime.DAY.format(from),
                        DanishTime.DAY.format(adoptedOn),
                        choices.lines(),
                        found.draft()
                                .note()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .toList()));
        Document kept = documents.store(clusterId, "lokal-model-version-" + number + ".pdf", paper, "system");
        documents.keepForAccountingYear(clusterId, kept.id(), from.getYear());
        ModelVersion version = new ModelVersion(
                clusterId,
                number,
                round,
                new ModelVersion.Terms(choices, found.draft().note()),
                new ModelVersion.Days(adoptedOn, from),
                kept.id(),
                null);
        versions.add(version, by);
        mail(
                found,
                MODEL,
                "",
                members(clusterId),
                String.valueOf(number),
                Map.of("version", String.valueOf(number), "from", DanishTime.WEEKDAY.format(from)),
                List.of(kept.id()));
        LOG.info("version {} of the model of {} is adopted", number, clusterId);
        return version;
    }

    /** The version is obeyed from now on, and the round is over. */
    @Transactional
    public void inForce(ModelVersion version) {
        versions.inForce(version.clusterId(), version.version(), time.now());
        rounds.end(version.clusterId(), version.roundNo(), time.now());
    }

    Optional<ModelVersion> ofRound(String clusterId, int round) {
        return versions.ofRound(clusterId, round);
    }

    /** Nobody is asked any longer, and what was adopted but is not in force yet never will be. @return false when it is over already */
    @Transactional
    public boolean cancel(String clusterId, int round, String reason, String by) {
        if (!rounds.cancel(clusterId, round, reason, by, time.now())) {
            return false;
        }
        versions.withdraw(clusterId, round, time.now());
        return true;
    }

    /** Everybody who was asked hears why; doing it again tells nobody twice. */
    @Transactional
    public void tellOfCancellation(String clusterId, int round) {
        ModelRound found = get(clusterId, round);
        String reason = found.cancelReason() == null ? "" : found.cancelReason();
        outbox.enqueueAll(voters.voices(clusterId, round).stream()
                .map(voice -> Mail.of(
                        clusterId,
                        CANCELLED,
                        CANCELLED + ":" + found.caseKey() + ":" + voice.personId() + ":1",
                        Recipient.person(voice.personId()),
                        Map.of(
                                "reason",
                                reason,
                                "hasModel",
                                String.valueOf(inForce(clusterId).isPresent())),
                        found.caseKey()))
                .toList());
    }

    /** @return false when no answer is taken, or not from her: nothing is then kept */
    @Transactional
    boolean answer(String clusterId, int round, String personId, Choices choices, String remark) {
        Optional<ModelPeople.Kept> kept = voters.answer(clusterId, round, personId, choices, remark, time.now());
        kept.filter(each -> each.left() == 0)
                .ifPresent(each -> events.publishEvent(new ModelAnswered(clusterId, each.caseKey())));
        return kept.isPresent();
    }

    /** @return false when nothing is taken of this draft any longer, or not from her */
    @Transactional
    boolean comment(String clusterId, int round, int shown, String personId, boolean accepts, String comment) {
        Optional<ModelPeople.Kept> kept =
                voters.comment(clusterId, round, shown, personId, accepts, comment, time.now());
        kept.filter(each -> each.left() == 0)
                .ifPresent(each -> events.publishEvent(new ModelCommented(clusterId, each.caseKey())));
        return kept.isPresent();
    }

    ModelTally tally(String clusterId, int round) {
        return ModelTally.of(voters.voices(clusterId, round));
    }

    /** Somebody who has come is asked with the others, as long as they are. */
    @EventListener
    @Transactional
    public void joined(MemberJoined joined) {
        rounds.underWay(joined.clusterId()).ifPresent(found -> {
            rounds.lock(found.clusterId(), found.roundNo());
            boolean asks = found.takesAnswersAt(time.now());
            boolean shows = found.takesCommentsAt(time.now());
            if ((asks || shows)
                    && voters.addAll(found.clusterId(), found.roundNo(), List.of(joined.personId()), time.now()) > 0) {
                rounds.recount(found.clusterId(), found.roundNo());
                // somebody who comes back is asked anew: the dedupe key must differ from her first mail's
                String again = "again-" + time.now().toEpochMilli();
                mail(
                        found,
                        asks ? QUESTIONNAIRE : DRAFT,
                        asks ? found.id() : found.id() + "/" + found.draft().shown(),
                        List.of(joined.personId()),
                        again);
            }
        });
    }

    /** Her answers go, and nobody waits for her any longer; her links have died. */
    @EventListener
    @Transactional
    public void left(MemberLeft left) {
        rounds.underWay(left.clusterId()).ifPresent(found -> {
            rounds.lock(found.clusterId(), found.roundNo());
            if (voters.remove(found.clusterId(), found.roundNo(), left.personId(), time.now())) {
                rounds.recount(found.clusterId(), found.roundNo());
                ModelRound now = get(found.clusterId(), found.roundNo());
                if (now.takesAnswersAt(time.now()) && now.asking().silent() == 0) {
                    events.publishEvent(new ModelAnswered(now.clusterId(), now.caseKey()));
                } else if (now.takesCommentsAt(time.now()) && now.draft().unheard() == 0) {
                    events.publishEvent(new ModelCommented(now.clusterId(), now.caseKey()));
                }
            }
        });
    }

    int forget(Instant before) {
        List<ModelRounds.Key> old = rounds.endedBefore(before);
        for (ModelRounds.Key round : old) {
            int shown = get(round.clusterId(), round.roundNo()).draft().shown();
            links.endAll(round.clusterId(), QUESTIONNAIRE, String.valueOf(round.roundNo()));
            for (int number = 1; number <= shown; number++) {
                links.endAll(round.clusterId(), DRAFT, round.roundNo() + "/" + number);
            }
            voters.forget(round.clusterId(), round.roundNo());
        }
        return old.size();
    }

    private List<String> members(String clusterId) {
        return people.holding(clusterId, Role.MEMBER).stream().map(Person::id).toList();
    }

    private void mail(ModelRound round, String purpose, String subject, Collection<String> to, String number) {
        Map<String, String> model = Map.of(ROUND, round.id(), SHOWN, subject.replaceFirst("^[^/]*/?", ""));
        mail(round, purpose, subject, to, number, model, List.of());
    }

    private void mail(
            ModelRound round,
            String purpose,
            String subject,
            Collection<String> to,
            String number,
            Map<String, String> model,
            List<String> papers) {
        String opens = purpose.equals(REMINDER) ? QUESTIONNAIRE : purpose;
        UnaryOperator<String> link = links.ofAll(round.clusterId(), opens, subject, to);
        outbox.enqueueAll(to.stream()
                .map(person -> Mail.of(
                                round.clusterId(),
                                purpose,
                                purpose + ":" + round.caseKey() + ":" + person + ":" + number,
                                Recipient.person(person),
                                model,
                                round.caseKey())
                        .withLink(link.apply(person))
                        .withDocuments(papers))
                .toList());
    }
}
