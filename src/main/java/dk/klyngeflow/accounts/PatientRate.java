package dk.klyngeflow.accounts;

import dk.klyngeflow.members.Setting;

/** What a cluster gets per patient and year; dated, since it is announced anew. */
public final class PatientRate {

    /** The account that the money comes in on. */
    public static final String ACCOUNT = "1100";

    public static final Setting<Long> PER_PATIENT = Setting.money(
            "founding.ratePerPatient",
            365,
            "Sats pr. patient og år",
            "Bruges, når der foreslås et budget. 3,65 kr. er satsen for 2025; satsen for 2026 kendes ikke. Ret den, når den er meldt ud, med den dag, den gælder fra.");

    private PatientRate() {}
}
