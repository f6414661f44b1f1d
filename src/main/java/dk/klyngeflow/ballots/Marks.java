package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotRefused.Why;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inner envelope: a receipt and a choice for each mark that a ballot may have, always {@link #BYTES} long. Each mark has a receipt of
 * its own, so that the list can be of single marks and tells nobody's combination.
 */
record Marks(List<Mark> marks) {

    static final int BYTES = 256;

    /** A ballot without any mark; every mark of it says so. */
    static final String BLANK = "blank";

    /** A mark that was not used on a ballot that has others. */
    static final String UNUSED = "ubrugt";

    private static final byte VERSION = 1;
    private static final int UNUSED_BYTE = 254;
    private static final int BLANK_BYTE = 255;

    /** @param choice one of the contest, {@link #BLANK} or {@link #UNUSED} */
    record Mark(String receipt, String choice) {}

    Marks {
        marks = List.copyOf(marks);
    }

    /**
     * @param chosen none for a blank ballot
     * @throws BallotRefused when it is no ballot of this contest
     */
    static Marks of(Contest contest, List<String> chosen) {
        check(contest, chosen);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < contest.marks(); i++) {
            String choice = chosen.isEmpty() ? BLANK : i < chosen.size() ? chosen.get(i) : UNUSED;
            marks.add(new Mark(Receipt.written(Receipt.fresh()), choice));
        }
        return new Marks(marks);
    }

    /** @throws BallotRefused when it is no ballot of this contest */
    static void check(Contest contest, List<String> chosen) {
        if (chosen.size() > contest.marks()) {
            throw new BallotRefused(Why.TOO_MANY_MARKS);
        } else if (Set.copyOf(chosen).size() < chosen.size()) {
            throw new BallotRefused(Why.MARKED_TWICE);
        } else if (!contest.choices().containsAll(chosen)) {
            throw new BallotRefused(Why.UNKNOWN_CANDIDATE);
        }
    }

    byte[] bytes(Contest contest) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).put(VERSION).put((byte) marks.size());
        for (Mark mark : marks) {
            int choice = mark.choice().equals(BLANK)
                    ? BLANK_BYTE
                    : mark.choice().equals(UNUSED)
                            ? UNUSED_BYTE
                            : contest.choices().indexOf(mark.choice());
            bytes.put(Receipt.read(mark.receipt(), Receipt.BYTES)).put((byte) choice);
        }
        return bytes.array();
    }

    /** @return empty when these bytes are no ballot of this contest */
    static Optional<Marks> read(Contest contest, byte[] plain) {
        ByteBuffer bytes = ByteBuffer.wrap(plain);
        if (plain.length != BYTES || bytes.get() != VERSION || bytes.get() != contest.marks()) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < contest.marks(); i++) {
            byte[] receipt = new byte[Receipt.BYTES];
            bytes.get(receipt);
            int choice = Byte.toUnsignedInt(bytes.get());
            if (choice >= contest.choices().size() && choice < UNUSED_BYTE) {
                return Optional.empty();
            }
            marks.add(new Mark(
                    Receipt.written(receipt),
                    choice == BLANK_BYTE
                            ? BLANK
                            : choice == UNUSED_BYTE ? UNUSED : contest.choices().get(choice)));
        }
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return Arrays.equals(rest, new byte[rest.length])
                ? Optional.of(new Marks(marks)).filter(Marks::isWhole)
                : Optional.empty();
    }

    boolean isBlank() {
        return marks.get(0).choice().equals(BLANK);
    }

    /** Blank altogether or not at all, one choice at most once, and not without any. */
    private boolean isWhole() {
        List<String> chosen = marks.stream()
                .map(Mark::choice)
                .filter(choice -> !choice.equals(UNUSED))
                .toList();
        if (chosen.contains(BLANK)) {
            return marks.stream().allMatch(mark -> mark.choice().equals(BLANK));
        }
        return !chosen.isEmpty() && new HashSet<>(chosen).size() == chosen.size();
    }
}
