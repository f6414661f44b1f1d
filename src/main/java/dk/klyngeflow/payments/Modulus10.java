package dk.klyngeflow.payments;

/** The check digit of payment slips: weights 2, 1, 2, 1 … from the right, sums of digits, the last digit fills up to a whole ten. */
final class Modulus10 {

    private Modulus10() {}

    static boolean isRight(String digits) {
        return !digits.isEmpty() && sum(digits, 1) % 10 == 0;
    }

    /** The digit that makes {@code payload} followed by it right. */
    static char checkDigit(String payload) {
        return (char) ('0' + (10 - sum(payload, 2) % 10) % 10);
    }

    private static int sum(String digits, int weightOfLast) {
        int sum = 0;
        int weight = weightOfLast;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int product = (digits.charAt(i) - '0') * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return sum;
    }
}
