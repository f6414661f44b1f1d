package dk.klyngeflow.assemblies;

/** What an assembly is held for. */
public enum AssemblyItem {
    ALL,
    ACCOUNTS,
    STATUTES,
    DISSOLUTION,
    OTHER
}
