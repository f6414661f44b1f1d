package dk.klyngeflow.ballots;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Recounts an exported protocol without database and server: {@code RecountBallots FILE [HASH]}. With the hash from the printed protocol it
 * also says whether this is that one. Ends with 0 when everything agrees and with 1 otherwise.
 */
public final class RecountBallots {

    private RecountBallots() {}

    public static void main(String[] given) {
        // a program for the command line speaks there, in letters that every terminal is sent alike
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(given), out));
    }

    /** @return the exit code */
    static int run(List<String> given, PrintStream out) {
        if (given.isEmpty() || given.size() > 2) {
            out.println("Skriv navnet på protokolfilen, og eventuelt kontrolsummen fra den trykte protokol.");
            return 1;
        }
        String file;
        try {
            file = Files.readString(Path.of(given.get(0)));
        } catch (IOException | InvalidPathException unreadable) {
            out.println("FEJL: Filen kan ikke læses: " + given.get(0));
            return 1;
        }
        List<String> faults = Recount.of(file);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> out.println("FEJL: " + fault));
            return 1;
        }
        return say(new ProtocolFile(file), given.subList(1, given.size()), out);
    }

    private static int say(ProtocolFile file, List<String> expected, PrintStream out) {
        Protocol protocol = file.read();
        out.println(protocol.vote().cluster() + ": " + protocol.vote().title());
        protocol.sentences().forEach(out::println);
        out.println("Kontrolsum: " + file.hash());
        if (!expected.isEmpty() && !expected.get(0).strip().equalsIgnoreCase(file.hash())) {
            out.println("FEJL: Det er en anden kontrolsum end den trykte. Filen er ikke den protokol.");
            return 1;
        }
        out.println(
                protocol.finding().list().isEmpty()
                        ? "Filen er, som den blev skrevet. Den har ingen liste over stemmer, der kan tælles efter."
                        : "Talt efter: alt stemmer.");
        return 0;
    }
}
