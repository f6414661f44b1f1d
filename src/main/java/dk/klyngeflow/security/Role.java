package dk.klyngeflow.security;

import java.util.Locale;

/** What somebody is in one cluster. A role is an engine group of that cluster, so a secretary of two clusters is no coordinator of a third. */
public enum Role {
    COORDINATOR("koordinator"),
    SECRETARY("sekretær"),
    /** Chair and treasurer are board members too. */
    BOARD("bestyrelse"),
    AUDITOR("revisor"),
    /** The next coordinator, while the post is being handed over: she has her own tasks of it, and no other. */
    SUCCESSOR("kommende koordinator"),
    MEMBER("medlem");

    /** Everybody who may enter Tasklist, whatever the cluster. */
    public static final String STAFF = "staff";
    /** Platform administrators; the engine knows the group by this name. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private final String danish;

    Role(String danish) {
        this.danish = danish;
    }

    /** The engine group, such as {@code nordklyngen.secretary}. */
    public String group(String clusterId) {
        return clusterId + "." + name().toLowerCase(Locale.ROOT);
    }

    /** True for the roles that work in Tasklist; a plain member never does. */
    public boolean isStaff() {
        return this != MEMBER;
    }

    public String danish() {
        return danish;
    }
}
