package dk.klyngeflow.members;

import dk.klyngeflow.security.Role;
import java.util.Arrays;
import java.util.List;

/** What somebody has been elected or hired as; several posts give the same role. */
public enum Post {
    COORDINATOR(Role.COORDINATOR, "Koordinator"),
    SECRETARY(Role.SECRETARY, "Sekretær"),
    CHAIR(Role.BOARD, "Formand"),
    TREASURER(Role.BOARD, "Kasserer"),
    BOARD(Role.BOARD, "Bestyrelsesmedlem"),
    AUDITOR(Role.AUDITOR, "Revisor"),
    /** From the day a handover is agreed until the post is hers. Given and taken by that process alone. */
    SUCCESSOR(Role.SUCCESSOR, "Kommende koordinator"),
    MEMBER(Role.MEMBER, "Medlem");

    private final Role role;
    private final String danish;

    Post(Role role, String danish) {
        this.role = role;
        this.danish = danish;
    }

    /** Those that somebody chooses from a list or writes in a file. */
    static List<Post> byHand() {
        return Arrays.stream(values()).filter(post -> post != SUCCESSOR).toList();
    }

    /** Whoever audits looks at what coordinator and board have done: nobody holds both. */
    public boolean isApartFrom(Post other) {
        return this == AUDITOR && other.isAudited() || other == AUDITOR && isAudited();
    }

    private boolean isAudited() {
        return role == Role.COORDINATOR || role == Role.BOARD;
    }

    public Role role() {
        return role;
    }

    public String danish() {
        return danish;
    }
}
