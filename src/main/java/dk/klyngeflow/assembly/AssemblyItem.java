package dk.klyngeflow.assembly;

/** What an assembly is held for. */
enum AssemblyItem {
    ALL,
    ACCOUNTS,
    STATUTES,
    DISSOLUTION,
    OTHER
}
