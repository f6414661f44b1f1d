package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.TableRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches a table by HTTPS, from hosts on the list and nowhere else: no redirect leads off it, and no name that resolves to an address
 * inside a network is connected to. The connection goes to the very address that was looked at, so that a name cannot change in between.
 */
@Component
class FigureDownload {

    static final int LONGEST = 2_097_152;
    static final int MOST_HEADERS = 32_768;

    private static final int MOST_HOPS = 4;
    private static final String WITHIN = "Adressen kan ikke bruges: ";

    private final List<String> hosts;
    private final Names names;
    private final Wire wire;

    @Autowired
    FigureDownload(@Value("${klyngeflow.figures.hosts:}") List<String> hosts) {
        // the machine's certificates are read when something is fetched, not at every start
        this(hosts, InetAddress::getAllByName, (address, uri) -> TlsWire.usual().answer(address, uri));
    }

    FigureDownload(List<String> hosts, Names names, Wire wire) {
        this.hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
        this.names = names;
        this.wire = wire;
    }

    /** What a name stands for. */
    interface Names {
        InetAddress[] of(String host) throws IOException;
    }

    /** The whole answer, head and body. */
    interface Wire {
        byte[] answer(InetAddress address, URI uri) throws IOException;
    }

    List<String> hosts() {
        return hosts;
    }

    /** @throws TableRefused in Danish */
    URI checked(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException notOne) {
            throw TableRefused.of(WITHIN + "den er ikke en webadresse.");
        }
        String host = uri.getHost();
        if (!"https".equalsIgnoreCase(uri.getScheme()) || host == null || uri.getRawUserInfo() != null) {
            throw TableRefused.of(WITHIN + "den skal begynde med https:// og være uden brugernavn.");
        }
        if (uri.getPort() != -1 && uri.getPort() != TlsWire.PORT) {
            throw TableRefused.of(WITHIN + "kun port 443.");
        }
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw TableRefused.of(WITHIN + "værten er ikke på listen over dem, der hentes fra.");
        }
        return uri;
    }

    byte[] fetch(String url) {
        URI uri = checked(url);
        try {
            for (int hop = 0; hop < MOST_HOPS; hop++) {
                Answer answer = Answer.of(wire.answer(address(uri), uri));
                if (answer.status() == 200) {
                    if (answer.body().length > LONGEST) {
                        throw TableRefused.of("Filen er større end 2 MB.");
                    }
                    return answer.body();
                }
                if (answer.location().isEmpty()) {
                    throw TableRefused.of("Serveren svarede " + answer.status() + ".");
                }
                uri = checked(uri.resolve(answer.location()).toString());
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            throw TableRefused.of("Filen kunne ikke hentes. Vi prøver igen i morgen.");
        }
        throw TableRefused.of("Serveren sender os rundt i ring.");
    }

    private InetAddress address(URI uri) throws IOException {
        InetAddress[] all = names.of(uri.getHost());
        if (all.length == 0 || !Arrays.stream(all).allMatch(FigureDownload::isPublic)) {
            throw TableRefused.of(WITHIN + "navnet fører til et lukket net.");
        }
        return all[0];
    }

    /** Anybody's on the internet, and no machine beside ours. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] raw = address.getAddress();
        int first = raw[0] & 0xff;
        int second = raw[1] & 0xff;
        if (raw.length == 4) {
            boolean isCarrier = first == 100 && second >= 64 && second < 128;
            boolean isReserved = first == 0 || first >= 240 || first == 192 && second == 0 && raw[2] == 0;
            boolean isBench = first == 198 && (second == 18 || second == 19);
            return !isCarrier && !isReserved && !isBench;
        }
        // global unicast, without what carries another address inside
        boolean isTunnel =
                first == 0x20 && second == 0x02 || first == 0x20 && second == 0x01 && raw[2] == 0 && raw[3] == 0;
        return first >> 5 == 1 && !isTunnel;
    }

    /** @param location where it leads; empty when nowhere */
    private record Answer(int status, String location, byte[] body) {

        static Answer of(byte[] all) throws IOException {
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            String[] lines = text.substring(0, Math.max(0, end)).split("\r\n", -1);
            if (end < 0 || end > MOST_HEADERS || !lines[0].matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
                throw new IOException("no answer of HTTP");
            }
            int status = Integer.parseInt(lines[0].substring(9, 12));
            String location = Arrays.stream(lines)
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
                    .map(line -> line.substring("location:".length()).strip())
                    .findFirst()
                    .orElse("");
            boolean isChunked = Arrays.stream(lines)
                    .anyMatch(line -> line.toLowerCase(Locale.ROOT).matches("transfer-encoding:.*chunked.*"));
            if (isChunked) {
                throw new IOException("not asked for in pieces");
            }
            boolean leads = status >= 300 && status < 400;
            return new Answer(status, leads ? location : "", Arrays.copyOfRange(all, end + 4, all.length));
        }
    }
}
