package dk.klyngeflow.members;

import dk.klyngeflow.security.Role;

/** What somebody has been elected or hired as; several posts give the same role. */
public enum Post {
    COORDINATOR(Role.COORDINATOR, "Koordinator"),
    SECRETARY(Role.SECRETARY, "Sekretær"),
    CHAIR(Role.BOARD, "Formand"),
    TREASURER(Role.BOARD, "Kasserer"),
    BOARD(Role.BOARD, "Bestyrelsesmedlem"),
    AUDITOR(Role.AUDITOR, "Revisor"),
    MEMBER(Role.MEMBER, "Medlem");

    private final Role role;
    private final String danish;

    Post(Role role, String danish) {
        this.role = role;
        this.danish = danish;
    }

    public Role role() {
        return role;
    }

    public String danish() {
        return danish;
    }
}
