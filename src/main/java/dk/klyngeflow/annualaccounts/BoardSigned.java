package dk.klyngeflow.annualaccounts;

/** Every member of the board of the year has signed the newest draft; in the transaction of the last signature. */
public record BoardSigned(String clusterId, int year) {}
