package dk.klyngeflow.recipes;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How it went for those who held a meeting after a recipe. */
@Component
class RecipeTrials {

    private static final Set<MeetingStatus> HELD =
            Set.of(MeetingStatus.HELD, MeetingStatus.MINUTED, MeetingStatus.CLOSED);

    private final RecipeUses uses;
    private final KnownNames names;

    RecipeTrials(RecipeUses uses, KnownNames names) {
        this.uses = uses;
        this.names = names;
    }

    /** Empty for a meeting that was not begun from a recipe, or has not been held. */
    Optional<RecipeUses.Use> toAsk(Meeting meeting) {
        return HELD.contains(meeting.status()) ? uses.find(meeting.clusterId(), meeting.meetingId()) : Optional.empty();
    }

    List<Hit> hits(RecipeUses.Use use, String said, boolean showsCluster) {
        return new TextCheck(names.of(use.clusterId()), showsCluster).in(List.of(Passage.of("Hvordan det gik", said)));
    }

    /** @throws dk.klyngeflow.engine.FormRefused as a recipe is refused: nothing of the cluster's own goes out unread */
    @Transactional
    public void say(
            RecipeUses.Use use, String said, boolean again, boolean showsCluster, Set<String> confirmed, String by) {
        RecipeDrafts.refuseUnread(hits(use, said, showsCluster), confirmed);
        uses.say(use, said, again, showsCluster, by);
    }

    void unsay(RecipeUses.Use use) {
        uses.unsay(use);
    }
}
