package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.TestClock;
import dk.klyngeflow.ballots.BallotStore.Kept;
import dk.klyngeflow.ballots.Protocol.Added;
import dk.klyngeflow.ballots.Protocol.Held;
import dk.klyngeflow.ballots.Protocol.Named;
import dk.klyngeflow.ballots.Protocol.Paper;
import dk.klyngeflow.ballots.Protocol.Vote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the file alone counts again, and hears of the smallest change. */
class RecountBallotsTest {

    @TempDir
    Path directory;

    private ProtocolFile file = new ProtocolFile("");

    @BeforeEach
    void count() {
        file = ProtocolFile.of(protocol("A", "A", "B", "B", "blank", "blank"));
    }

    private static Protocol protocol(String... choices) {
        Paper paper = new Paper(
                List.of(new Named("A", "Åse Ørum", ""), new Named("B", "Bo Dam", "")),
                1,
                ElectionRule.MOST_VOTES,
                Round.LAST);
        List<Marks> opened = new ArrayList<>();
        for (String each : choices) {
            opened.add(Marks.of(paper.contest(), each.equals("blank") ? List.of() : List.of(each)));
        }
        return Protocol.of(
                new Vote("nord", "Nordklyngen", "v1", "Omvalg", paper),
                new Held(TestClock.START, TestClock.START, 21, "00", KeyMode.SERVER, List.of(), List.of()),
                Finding.of(paper.contest(), opened, 1),
                null);
    }

    @Test
    void aFileAsItWasWrittenAgrees() throws Exception {
        ProtocolFile clear = ProtocolFile.of(protocol("A", "A", "A", "B", "blank"));

        assertThat(recount(clear.text()))
                .startsWith("0 ")
                .contains("Talt efter: alt stemmer.", "Åse Ørum er valgt.", clear.hash());
        assertThat(recount(clear.text(), clear.hash())).startsWith("0 ");
        assertThat(recount(clear.text(), "00" + clear.hash().substring(2)))
                .startsWith("1 ")
                .contains("FEJL");
        assertThat(recount(clear.text(), file.hash())).startsWith("1 ").contains("en anden kontrolsum");
    }

    @Test
    void noByteCanBeChangedUnseen() throws Exception {
        byte[] bytes =
                ProtocolFile.of(protocol("A", "A", "A", "B", "blank")).text().getBytes(StandardCharsets.UTF_8);

        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(Recount.of(new String(changed, StandardCharsets.UTF_8)))
                    .as("byte " + at)
                    .isNotEmpty();
        }
        assertThat(recount(new String(bytes, StandardCharsets.UTF_8) + "\n")).startsWith("1 ");
        assertThat(recount(new String(bytes, StandardCharsets.UTF_8).substring(1)))
                .startsWith("1 ");
    }

    @Test
    void whoChangesAVoteAndTheSumIsBetrayedByTheFigures() {
        ProtocolFile clear = ProtocolFile.of(protocol("A", "A", "A", "B", "blank"));

        assertThat(Recount.of(forged(clear, text -> text.replaceFirst("\"choice\" : \"A\"", "\"choice\" : \"B\""))))
                .contains("Stemmesedlerne på listen giver andre tal end dem, der står i protokollen.");
        assertThat(Recount.of(forged(clear, text -> text.replaceFirst("\"A\" : 3", "\"A\" : 4"))))
                .isNotEmpty();
        assertThat(Recount.of(forged(clear, text -> text.replaceAll("Åse Ørum er valgt", "Bo Dam er valgt"))))
                .containsExactly("Sætningerne i protokollen svarer ikke til tallene.");
        assertThat(Recount.of(forged(
                        clear,
                        text -> text.replace("\"elected\" : [\n        \"A\"", "\"elected\" : [\n        \"B\""))))
                .isNotEmpty();
    }

    /** With a sum that fits again. */
    private static String forged(ProtocolFile file, UnaryOperator<String> change) {
        String body = file.text().substring(0, file.text().lastIndexOf("sha256 "));
        String changed = change.apply(body);
        assertThat(changed).isNotEqualTo(body);
        return changed + "sha256 "
                + java.util.HexFormat.of().formatHex(BallotKeys.sha256(changed.getBytes(StandardCharsets.UTF_8)))
                + "\n";
    }

    @Test
    void theLotIsReadAndNotDrawnAgain() throws Exception {
        Protocol tied = protocol("A", "A", "A", "A", "B", "B", "B", "B");
        // with one damaged envelope an equal number is no result
        assertThat(tied.outcome()).isEqualTo(new Outcome.Spoilt());
        Protocol whole = Protocol.of(
                tied.vote(),
                tied.held(),
                Finding.of(
                        tied.vote().paper().contest(), marks(tied.vote().paper().contest()), 0),
                null);
        assertThat(whole.outcome()).isInstanceOf(Outcome.LotNeeded.class);
        Lot lot = new Lot(List.of("B"), "Dorte", "Erik", TestClock.START);
        ProtocolFile drawn = ProtocolFile.of(
                whole.with(new Added(lot, null, ProtocolFile.of(whole).hash())));

        assertThat(recount(drawn.text())).startsWith("0 ").contains("Dorte og Erik trak lod den", "Bo Dam er valgt.");
        assertThat(Recount.of(forged(
                        drawn, text -> text.replace("\"drawn\" : [\n        \"B\"", "\"drawn\" : [\n        \"A\""))))
                .contains("Lodtrækningen giver et andet resultat end det, der står i protokollen.");
    }

    private static List<Marks> marks(Contest contest) {
        List<Marks> opened = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            opened.add(Marks.of(contest, List.of(i % 2 == 0 ? "A" : "B")));
        }
        return opened;
    }

    @Test
    void aProtocolIsTheSameAfterItWasReadAgain() {
        assertThat(ProtocolFile.of(file.read())).isEqualTo(file);
        assertThat(Counting.result(new Kept(file.text(), file.hash(), TestClock.START, null))
                        .hash())
                .isEqualTo(file.hash());
    }

    @Test
    void withoutAFileItSaysWhatToWrite() throws Exception {
        assertThat(run(List.of())).startsWith("1 Skriv navnet på protokolfilen");
        assertThat(run(List.of("ingen.txt"))).startsWith("1 FEJL: Filen kan ikke læses");
    }

    private String recount(String text, String... more) throws IOException {
        Path path = directory.resolve("protokol.txt");
        Files.writeString(path, text);
        List<String> given = new ArrayList<>(List.of(path.toString()));
        given.addAll(List.of(more));
        return run(given);
    }

    private static String run(List<String> given) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = RecountBallots.run(given, new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }
}
