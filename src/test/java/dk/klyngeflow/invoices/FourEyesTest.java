package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.bills.Approval;
import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.bills.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule of several eyes against 10,000 random stories, judged by a second book that knows nothing of the rule. */
class FourEyesTest {

    private static final int STORIES = 10_000;
    private static final Interests NOBODY = Interests.of(null);
    private static final List<String> PEOPLE =
            List.of("secretary", "secretary2", "coordinator", "chair", "treasurer", "board", "auditor", "member");

    @Test
    void holdsInTenThousandRandomStories() {
        int posted = 0;
        int paid = 0;
        int refused = 0;
        int changed = 0;
        for (int seed = 0; seed < STORIES; seed++) {
            Story story = new Story(seed);
            story.tell();
            posted += story.posted ? 1 : 0;
            paid += story.paid ? 1 : 0;
            refused += story.refused;
            changed += story.changes;
        }
        assertThat(posted).as("stories that got to the ledger").isGreaterThan(STORIES / 2);
        assertThat(paid).as("stories that were paid").isGreaterThan(STORIES / 4);
        assertThat(refused).as("refusals").isGreaterThan(STORIES / 2);
        assertThat(changed).as("changes under way").isGreaterThan(STORIES / 2);
    }

    @Test
    void theClaimantIsToldWhy() {
        assertThat(FourEyes.objection("member", ApprovalLevel.MEMBERS, Interests.of("member"), List.of(), "a"))
                .hasValueSatisfying(text -> assertThat(text).contains("dit eget"));
    }

    @Test
    void everyOtherIsToldWhyToo() {
        Interests interests = new Interests(null, Set.of("chair"), Set.of("secretary"), true, Set.of("coordinator"));
        assertThat(FourEyes.objection("chair", ApprovalLevel.BOARD, interests, List.of(), "a")
                        .orElseThrow())
                .contains("gå til dig");
        assertThat(FourEyes.objection("secretary", ApprovalLevel.BOARD, interests, List.of(), "a")
                        .orElseThrow())
                .contains("selv sendt");
        assertThat(FourEyes.objection("coordinator", ApprovalLevel.BOARD, interests, List.of(), "a")
                        .orElseThrow())
                .contains("kun af bestyrelsen");
        assertThat(FourEyes.objection("secretary", ApprovalLevel.SECRETARY, interests, List.of(), "a"))
                .as("to check what one has received is one's work")
                .isEmpty();
    }

    @Test
    void anApprovalOfOtherContentBindsNobody() {
        Approval old = approval(ApprovalLevel.COORDINATOR, "coordinator", "old");
        assertThat(FourEyes.objection("coordinator", ApprovalLevel.BOARD, NOBODY, List.of(old), "new"))
                .isEmpty();
        assertThat(FourEyes.next(ApprovalLevel.COORDINATOR, NOBODY, List.of(old), "new"))
                .contains(ApprovalLevel.SECRETARY);
    }

    @Test
    void writingDownWhatTheMembersDecidedIsNoApprovalOfOnesOwn() {
        Approval own = approval(ApprovalLevel.COORDINATOR, "coordinator", "a");
        assertThat(FourEyes.objection("coordinator", ApprovalLevel.MEMBERS, NOBODY, List.of(own), "a"))
                .isEmpty();
    }

    private static Approval approval(ApprovalLevel level, @Nullable String person, String hash) {
        return new Approval(level, person, person == null ? "x" : person, hash, "", null, null, TestClock.START);
    }

    /** One invoice, many people, some of them careless or dishonest. */
    private static final class Story {

        private final long seed;
        private final Random random;
        private final @Nullable String claimant;
        private final @Nullable String sender;
        private final Interests interests;
        private final List<Approval> approvals = new ArrayList<>();
        /** The second book: for each content, exactly spelt out, who said yes at which level. */
        private final Map<String, Map<Integer, String>> book = new HashMap<>();

        private long amount;
        private String payee = "16356706 1234 0012345678";
        private String account = "2100";
        private String file = "f0";
        private ApprovalLevel needed = ApprovalLevel.COORDINATOR;
        private boolean posted;
        private boolean paid;
        private int refused;
        private int changes;

        private Story(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.amount = 1L + random.nextInt(10_000);
            this.claimant = random.nextInt(3) == 0 ? somebody() : null;
            this.sender = random.nextInt(2) == 0 ? somebody() : null;
            boolean isBoardOnly = random.nextInt(4) == 0;
            this.interests = new Interests(
                    claimant,
                    claimant == null ? Set.of() : Set.of(claimant),
                    sender == null ? Set.of() : Set.of(sender),
                    isBoardOnly,
                    isBoardOnly ? Set.of("coordinator") : Set.of());
        }

        private void tell() {
            needed = ApprovalLevel.of(1 + random.nextInt(4));
            for (int step = 0; step < 60 && !paid; step++) {
                int action = random.nextInt(12);
                if (posted) {
                    pays(somebody());
                } else if (action < 7) {
                    approves(somebody());
                } else if (action == 7) {
                    changes();
                } else if (action == 8) {
                    needed = ApprovalLevel.of(1 + random.nextInt(4));
                } else {
                    tryToPost();
                }
            }
        }

        /** Somebody who need not be the right one opens the task that is open, and says yes. */
        private void approves(String person) {
            Optional<ApprovalLevel> next = FourEyes.next(needed, interests, approvals, hash());
            if (next.isEmpty()) {
                tryToPost();
                return;
            }
            ApprovalLevel level = next.get();
            Optional<String> objection = FourEyes.objection(person, level, interests, approvals, hash());
            boolean isExcluded =
                    FourEyes.excluded(level, interests, approvals, hash()).contains(person);
            assertThat(isExcluded)
                    .as("seed %s: nobody is offered what is refused", seed)
                    .isEqualTo(objection.isPresent());
            if (objection.isPresent()) {
                refused++;
                return;
            }
            assertThat(person).as("seed %s: never one's own claim", seed).isNotEqualTo(claimant);
            if (level == ApprovalLevel.COORDINATOR || level == ApprovalLevel.BOARD) {
                assertThat(person)
                        .as("seed %s: never what one has sent in", seed)
                        .isNotEqualTo(sender);
                assertThat(interests.isBoardOnly()
                                && (level == ApprovalLevel.COORDINATOR || person.equals("coordinator")))
                        .as("seed %s: the board alone", seed)
                        .isFalse();
            }
            Map<Integer, String> sameContent = book.computeIfAbsent(content(), content -> new HashMap<>());
            boolean isMembers = level == ApprovalLevel.MEMBERS;
            if (!isMembers) {
                assertThat(sameContent.values())
                        .as("seed %s: nobody twice on the same content", seed)
                        .doesNotContain(person);
            }
            assertThat(sameContent).as("seed %s: one yes a level", seed).doesNotContainKey(level.number());
            sameContent.put(level.number(), isMembers ? "the members" : person);
            approvals.add(approval(level, isMembers ? null : person, hash()));
        }

        private void tryToPost() {
            if (FourEyes.next(needed, interests, approvals, hash()).isPresent()) {
                return;
            }
            Map<Integer, String> yes = book.getOrDefault(content(), Map.of());
            for (int level = 1; level <= needed.number(); level++) {
                if (level == ApprovalLevel.COORDINATOR.number() && interests.isBoardOnly()) {
                    continue;
                }
                assertThat(yes)
                        .as("seed %s: posted as it is now, with all who must", seed)
                        .containsKey(level);
            }
            Set<String> different = new HashSet<>(yes.values());
            assertThat(different).as("seed %s: all different", seed).hasSize(yes.size());
            if (claimant != null) {
                assertThat(different)
                        .as("seed %s: not the one who gets the money", seed)
                        .doesNotContain(claimant);
            }
            posted = true;
        }

        private void pays(String person) {
            if (random.nextInt(8) == 0) {
                // the bank could not pay: the posting is taken back and somebody corrects the account
                posted = false;
                changes();
                return;
            }
            if (FourEyes.excludedFromPaying(interests, approvals, hash()).contains(person)) {
                refused++;
                return;
            }
            assertThat(book.getOrDefault(content(), Map.of()).values())
                    .as("seed %s: who pays has not approved", seed)
                    .doesNotContain(person);
            assertThat(person).as("seed %s: nor gets the money", seed).isNotEqualTo(claimant);
            paid = true;
        }

        /** Often back to what it was before: then the old approvals count again, and only they. */
        private void changes() {
            changes++;
            switch (random.nextInt(5)) {
                case 0 -> amount = 1L + random.nextInt(3);
                case 1 -> payee = "16356706 1234 001234567" + random.nextInt(3);
                case 2 -> account = random.nextBoolean() ? "2100" : "4300";
                case 3 -> file = "f" + random.nextInt(2);
                default -> {}
            }
        }

        private String content() {
            return amount + "|" + payee + "|" + account + "|" + file;
        }

        private String hash() {
            return ContentHash.of(amount, "DKK", amount, payee, account, file);
        }

        private String somebody() {
            return PEOPLE.get(random.nextInt(PEOPLE.size()));
        }
    }
}
