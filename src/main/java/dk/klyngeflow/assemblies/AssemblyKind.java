package dk.klyngeflow.assemblies;

/** Which assembly it is: each has its own notice and quorum. */
public enum AssemblyKind {
    ORDINARY,
    EXTRAORDINARY,
    /** After one that had no quorum: within the window of the statutes, and without a quorum. */
    SECOND
}
