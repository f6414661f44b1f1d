package dk.klyngeflow.assemblies;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One general assembly of a cluster. Its day and place are those of its meeting. */
public record CalledAssembly(
        String clusterId,
        String assemblyId,
        String meetingId,
        String businessKey,
        Matter matter,
        AssemblyStatus status,
        Notice notice,
        Minutes record,
        String reason,
        String askedBy,
        Instant createdAt) {

    /**
     * What it is about.
     *
     * @param item the one thing that an extraordinary assembly is held for
     * @param accountingYear whose accounts are presented
     * @param matter what it is about, in the words of those who asked for it
     * @param follows the assembly that it completes
     * @param statutesVersion by which it is held from beginning to end
     * @param posts that are up for election, separated by commas
     * @param seats how many of the board beside chair and treasurer
     */
    public record Matter(
            AssemblyKind kind,
            AssemblyItem item,
            @Nullable Integer accountingYear,
            String matter,
            @Nullable String follows,
            int statutesVersion,
            String posts,
            int seats) {

        public List<String> postsUp() {
            return Arrays.stream(posts.split(","))
                    .filter(each -> !each.isBlank())
                    .toList();
        }
    }

    /**
     * How it is called.
     *
     * @param noticeRound counts up with each lawful notice, as after a move
     * @param postsElsewhere Danish sentences, one on each line: posts that an election fills, so that this assembly does not
     */
    public record Notice(
            String opinion,
            @Nullable String noticeId,
            @Nullable Instant noticeSentAt,
            int noticeRound,
            @Nullable String accountsId,
            @Nullable String attestId,
            String postsElsewhere) {}

    /**
     * What came of it.
     *
     * @param effectsAt when what was decided took effect; null before that
     * @param settlement what has become of the means of an association that was dissolved
     * @param archiveKeeper who keeps its papers then
     */
    public record Minutes(
            @Nullable Instant effectsAt,
            String minutes,
            @Nullable String minutesId,
            @Nullable String chairedBy,
            @Nullable String keptBy,
            @Nullable Instant chairSignedAt,
            @Nullable Instant keeperSignedAt,
            String unsignedWhy,
            String settlement,
            String archiveKeeper) {

        public boolean isSigned() {
            return chairSignedAt != null && keeperSignedAt != null;
        }
    }

    public boolean is(AssemblyStatus wanted) {
        return status == wanted;
    }

    public boolean isOrdinary() {
        return matter.kind() == AssemblyKind.ORDINARY;
    }

    /** As mails and pages call it. */
    public String title() {
        return switch (matter.kind()) {
            case ORDINARY -> "Ordinær generalforsamling";
            case EXTRAORDINARY -> "Ekstraordinær generalforsamling";
            case SECOND -> "Anden generalforsamling";
        };
    }

    /** Its part of the address of its page. */
    public String number() {
        return businessKey.substring(businessKey.indexOf('/') + 1);
    }
}
