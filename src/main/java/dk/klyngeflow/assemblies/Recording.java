package dk.klyngeflow.assemblies;

import dk.klyngeflow.ballots.BallotResult;
import dk.klyngeflow.ballots.Contest;
import dk.klyngeflow.ballots.Counts;
import dk.klyngeflow.ballots.Outcome;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.statutes.Majority;
import dk.klyngeflow.statutes.Quorum;
import dk.klyngeflow.statutes.Statutes;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what an assembly decides and reckons by the statutes whether it is adopted. Amendments come before what they change. The
 * same sent twice is written once; what another has written meanwhile is not written over.
 */
@Component
class Recording {

    static final int LONGEST_AMENDMENT = 2_000;
    private static final int LONGEST_NAME = 80;
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    private final Evenings evenings;
    private final Rooms rooms;
    private final EveningBallots ballots;
    private final StatutesVersions statutes;
    private final CopenhagenTime time;

    Recording(Evenings evenings, Rooms rooms, EveningBallots ballots, StatutesVersions statutes, CopenhagenTime time) {
        this.evenings = evenings;
        this.rooms = rooms;
        this.ballots = ballots;
        this.statutes = statutes;
        this.time = time;
    }

    /** @throws FormRefused Danish */
    @Transactional
    public void officers(String clusterId, String eveningId, String chairedBy, String keptBy) {
        Evening evening = open(clusterId, eveningId);
        String chair = chairedBy.strip();
        String keeper = keptBy.strip();
        if (chair.isEmpty() || keeper.isEmpty() || chair.length() > LONGEST_NAME || keeper.length() > LONGEST_NAME) {
            throw new FormRefused("Skriv, hvem der er dirigent, og hvem der er referent.");
        }
        evenings.officers(evening, chair, keeper);
    }

    /** @throws FormRefused Danish */
    @Transactional
    public void amend(String clusterId, String eveningId, int number, String text) {
        Evening evening = open(clusterId, eveningId);
        EveningItem item = item(evening, number);
        String words = text.strip();
        if (!item.kind().isPut()) {
            throw new FormRefused("Der stemmes ikke om dette punkt, så det kan ikke ændres.");
        }
        if (words.isEmpty() || words.length() > LONGEST_AMENDMENT) {
            throw new FormRefused("Skriv ændringsforslaget, højst 2.000 tegn.");
        }
        refuseWhileVoting(evening, new Vote.Of(number, 0));
        if (vote(evening, number, 0).isPresent()) {
            throw new FormRefused(
                    "Der er allerede stemt om hele forslaget, og et ændringsforslag skal stemmes om før. Ret"
                            + " afstemningen først, hvis den skal gøres om.");
        }
        if (evenings.amendments(evening).stream()
                .noneMatch(amendment ->
                        amendment.item() == number && amendment.text().equals(words))) {
            evenings.amend(evening, number, words);
        }
    }

    /** @throws FormRefused Danish */
    @Transactional
    public void record(String clusterId, String eveningId, VoteForm form, String by) {
        Evening evening = open(clusterId, eveningId);
        EveningItem item = item(evening, form.item());
        Optional<Vote> before = vote(evening, form.item(), form.amendment());
        if (before.filter(vote -> isSame(vote, form)).isPresent()) {
            return;
        }
        refuseWhileVoting(evening, new Vote.Of(form.item(), form.amendment()));
        if (form.seen() != evenings.recorded(evening) && before.isPresent()) {
            throw new FormRefused(
                    "En anden har skrevet et resultat af dette punkt, mens du skrev. Se det her på siden, og ret"
                            + " det kun, hvis det er forkert.");
        }
        if (before.isPresent() && form.why().isBlank()) {
            throw new FormRefused("Der står allerede et resultat. Skriv, hvorfor det rettes; det kommer i referatet.");
        }
        Vote vote = reckoned(evening, item, form, by);
        evenings.record(evening, vote);
        said(evening, vote);
    }

    private static void said(Evening evening, Vote vote) {
        LOG.info(
                "{} {}: item {} amendment {} is {}",
                evening.clusterId(),
                evening.eveningId(),
                vote.of().item(),
                vote.of().amendment(),
                vote.outcome());
    }

    private Vote reckoned(Evening evening, EveningItem item, VoteForm form, String by) {
        Attendance there = rooms.attendance(evening);
        Vote.Result result = item.kind() == ItemKind.ELECTION
                ? election(evening, item, form, there)
                : put(evening, item, form, there);
        return new Vote(
                evenings.recorded(evening) + 1,
                new Vote.Of(item.number(), form.amendment()),
                form.how(),
                form.count(),
                new Vote.Room(there.present(), there.votes()),
                result,
                new Vote.Words(form.remark(), form.why()),
                new Vote.Written(time.now(), by, null));
    }

    private Vote.Result election(Evening evening, EveningItem item, VoteForm form, Attendance there) {
        if (form.amendment() != 0) {
            throw new FormRefused("Et valg kan ikke ændres. Skriv det, der blev afgjort.");
        }
        Quorum quorum = item.kind().quorum(rules(evening), there.members(), evening.isSecond());
        if (form.how() == How.ACCLAMATION) {
            refuseUnlessQuorate(quorum, there);
        }
        return switch (form.how()) {
            case ACCLAMATION -> {
                if (item.standing().isEmpty() || item.standing().size() > item.seats()) {
                    throw new FormRefused(
                            item.standing().isEmpty()
                                    ? "Ingen stiller op, så ingen kan vælges uden afstemning. Vælg „Der skal stemmes i valget“:"
                                            + " så går valget videre for sig."
                                    : "Flere stiller op, end der er pladser. Vælg „Der skal stemmes i valget“.");
                }
                yield new Vote.Result(
                        true,
                        "Der stillede ikke flere op, end der var pladser. Ingen bad om at stemme.",
                        item.candidates());
            }
            case TO_ELECTION -> new Vote.Result(false, "Der stemmes i valgets egen sag.", "");
            case POSTPONED -> new Vote.Result(false, "Punktet blev udsat.", "");
            case NO_QUORUM -> tooFew(quorum, there);
            default ->
                throw new FormRefused("Vælg, om de er valgt uden afstemning, eller om der skal stemmes i valget.");
        };
    }

    private Vote.Result put(Evening evening, EveningItem item, VoteForm form, Attendance there) {
        refuseUnlessPut(evening, item, form.amendment());
        Statutes rules = rules(evening);
        Quorum quorum = item.kind().quorum(rules, there.members(), evening.isSecond());
        return switch (form.how()) {
            case POSTPONED -> new Vote.Result(false, "Punktet blev udsat.", "");
            case NO_QUORUM -> tooFew(quorum, there);
            case UNOPPOSED, HANDS, PAPER -> {
                refuseUnlessQuorate(quorum, there);
                yield voted(item.kind().majority(rules), form, there);
            }
            default -> throw new FormRefused("Det er ikke et valg. Vælg, hvordan der blev stemt.");
        };
    }

    private Statutes rules(Evening evening) {
        return statutes.version(evening.clusterId(), evening.statutesVersion());
    }

    private static void refuseUnlessQuorate(Quorum quorum, Attendance there) {
        if (!quorum.isMet(there.votes())) {
            throw new FormRefused(quorum.inWords(there.votes(), there.proxies())
                    + " Vælg „For få er mødt til at beslutte det“: så indkaldes der til en generalforsamling mere.");
        }
    }

    private static Vote.Result tooFew(Quorum quorum, Attendance there) {
        if (quorum.isMet(there.votes())) {
            throw new FormRefused("Der er mødt nok. " + quorum.inWords(there.votes(), there.proxies()));
        }
        return new Vote.Result(false, quorum.inWords(there.votes(), there.proxies()), "");
    }

    private void refuseUnlessPut(Evening evening, EveningItem item, int number) {
        if (!item.kind().isPut()) {
            throw new FormRefused("Der stemmes ikke om dette punkt.");
        }
        List<Amendment> amendments = evenings.amendments(evening).stream()
                .filter(amendment -> amendment.item() == item.number())
                .toList();
        if (number != 0 && amendments.stream().noneMatch(amendment -> amendment.number() == number)) {
            throw new FormRefused("Ændringsforslaget findes ikke. Genindlæs siden.");
        }
        boolean isSettledFirst = amendments.stream()
                .allMatch(amendment ->
                        vote(evening, item.number(), amendment.number()).isPresent());
        if (number == 0 && !isSettledFirst) {
            throw new FormRefused("Stem først om ændringsforslagene: det, der ændrer mest, først.");
        }
        if (number != 0 && vote(evening, item.number(), 0).isPresent()) {
            throw new FormRefused(
                    "Der er stemt om hele forslaget. Ret først det resultat, hvis der skal stemmes om igen.");
        }
    }

    /** What can be put to the vote now. @param text all that is voted upon, as it stands on the paper */
    record Put(EveningItem item, Vote.Of of, String text, Majority majority) {}

    /**
     * For a vote by link, before it is opened.
     *
     * @throws FormRefused Danish
     */
    Put put(Evening evening, Vote.Of of) {
        if (!evening.isOpen()) {
            throw over(evening);
        }
        EveningItem item = item(evening, of.item());
        refuseUnlessPut(evening, item, of.amendment());
        if (vote(evening, of.item(), of.amendment()).isPresent()) {
            throw new FormRefused("Der står allerede et resultat af det punkt.");
        }
        Attendance there = rooms.attendance(evening);
        refuseUnlessQuorate(item.kind().quorum(rules(evening), there.members(), evening.isSecond()), there);
        return new Put(item, of, text(evening, item, of), item.kind().majority(rules(evening)));
    }

    private String text(Evening evening, EveningItem item, Vote.Of of) {
        List<String> lines = new ArrayList<>();
        List<Amendment> amendments = evenings.amendments(evening).stream()
                .filter(amendment -> amendment.item() == item.number())
                .toList();
        if (of.amendment() == 0) {
            lines.add(item.text());
            lines.add(item.beforeText().isBlank() ? "" : "I dag: " + item.beforeText());
            lines.add(item.afterText().isBlank() ? "" : "Forslag: " + item.afterText());
            amendments.stream()
                    .filter(each -> vote(evening, item.number(), each.number())
                            .filter(Vote::isAdopted)
                            .isPresent())
                    .forEach(each -> lines.add("Vedtaget ændring: " + each.text()));
        } else {
            amendments.stream()
                    .filter(each -> each.number() == of.amendment())
                    .forEach(each -> lines.add("Ændringsforslag: " + each.text()));
        }
        return String.join("\n", lines.stream().filter(line -> !line.isBlank()).toList());
    }

    /** Whether the statutes by which this evening is held let members vote by link. */
    boolean isDigitalAllowed(Evening evening) {
        return rules(evening).elections().digitalBallot();
    }

    /** What a vote by link has come to; its own words say how. */
    void digital(Evening evening, EveningBallot ballot, BallotResult result, String by) {
        Counts counts = result.counts();
        Vote.Count count = counts == null
                ? Vote.Count.NONE
                : new Vote.Count(
                        counts.of(Contest.FOR), counts.of(Contest.AGAINST), counts.blank(), counts.invalid(), "");
        Vote vote = new Vote(
                evenings.recorded(evening) + 1,
                ballot.of(),
                How.DIGITAL,
                count,
                ballot.room(),
                new Vote.Result(
                        result.outcome() instanceof Outcome.Elected,
                        How.DIGITAL.danish() + ": " + String.join(" ", result.sentences()),
                        ""),
                new Vote.Words("", ""),
                new Vote.Written(time.now(), by, null));
        evenings.record(evening, vote);
        said(evening, vote);
    }

    private void refuseWhileVoting(Evening evening, Vote.Of of) {
        if (ballots.open(evening).filter(open -> open.of().equals(of)).isPresent()) {
            throw new FormRefused("Der stemmes digitalt om det lige nu. Luk eller aflys den afstemning først.");
        }
    }

    private static Vote.Result voted(Majority rule, VoteForm form, Attendance there) {
        if (there.votes() == 0) {
            throw new FormRefused("Ingen er meldt mødt endnu. Sæt først kryds ved dem, der er kommet.");
        }
        if (form.how() == How.UNOPPOSED && rule.countedOf() == Statutes.CountedOf.PRESENT) {
            throw new FormRefused(
                    "Vedtægterne regner flertallet af alle fremmødte, så en blank stemme tæller med. Tæl dem, der er for.");
        }
        if (form.how() == How.UNOPPOSED) {
            return new Vote.Result(true, "Ingen stemte imod, og det blev vedtaget uden at tælle.", "");
        }
        Vote.Count count = form.count();
        if (count.all() > there.votes()) {
            throw new FormRefused("Der er talt " + count.all() + " stemmer, men der er kun " + there.votes()
                    + " i rummet: " + there.inWords() + " Tæl igen, eller ret, hvem der er mødt.");
        }
        if (count.all() == 0) {
            throw new FormRefused("Der er ikke talt nogen stemmer.");
        }
        boolean isReached = rule.isReached(count.votesFor(), count.against(), there.votes());
        return new Vote.Result(
                isReached,
                count.votesFor() + " for, " + count.against() + " imod"
                        + some(count.blank(), "blank", "blanke")
                        + some(count.invalid(), "ugyldig", "ugyldige") + ". "
                        + rule.arithmetic(count.votesFor(), count.against(), there.votes()),
                "");
    }

    private static String some(int many, String one, String more) {
        return many == 0 ? "" : ", " + many + " " + (many == 1 ? one : more);
    }

    private static boolean isSame(Vote vote, VoteForm form) {
        return vote.how() == form.how()
                && vote.count().equals(form.count())
                && vote.words().remark().equals(form.remark());
    }

    private Optional<Vote> vote(Evening evening, int item, int amendment) {
        return evenings.votes(evening).stream()
                .filter(vote -> vote.isOf(item, amendment))
                .findFirst();
    }

    private EveningItem item(Evening evening, int number) {
        return evenings.items(evening).stream()
                .filter(item -> item.number() == number)
                .findFirst()
                .orElseThrow(() -> new FormRefused("Punktet findes ikke. Genindlæs siden."));
    }

    private Evening open(String clusterId, String eveningId) {
        Evening evening = evenings.lock(clusterId, eveningId).orElseThrow(Refused::notFound);
        if (!evening.isOpen()) {
            throw over(evening);
        }
        return evening;
    }

    private static FormRefused over(Evening evening) {
        return new FormRefused(
                evening.endedAt() != null
                        ? "Generalforsamlingen er slut, så der kan ikke ændres mere."
                        : "Generalforsamlingen er ikke begyndt.");
    }
}
