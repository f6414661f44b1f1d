package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.figuretables.TableRefused;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Clusters;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way by HTTPS against a real TLS server on this machine, with a certificate made here. Only the last step is bent: what is meant for
 * the address that was looked at goes to loopback instead.
 */
@KlyngeflowTest
class FiguresByHttpsTest {

    private static final String LISTED = "data.region.example";
    private static final String SECOND = "tal.region.example";
    private static final String FIGURES = "12/100 30/150 8/80 20/100 45/180 16/64 14/70";
    private static final char[] PASSWORD = "hemmelig".toCharArray();

    @TempDir
    static Path keys;

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    Clusters clusters;

    @Autowired
    FigureSources sources;

    @Autowired
    MeasureImport imports;

    @Autowired
    Meetings meetings;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpsServer server;
    private SSLSocketFactory trusting;
    private byte[] file = new byte[0];

    @BeforeEach
    void listens() throws Exception {
        KeyStore store = certificate();
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(store, PASSWORD);
        SSLContext serving = SSLContext.getInstance("TLS");
        serving.init(own.getKeyManagers(), null, null);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext asking = SSLContext.getInstance("TLS");
        asking.init(null, trust.getTrustManagers(), null);
        trusting = asking.getSocketFactory();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving));
        server.createContext("/", this::answers);
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    private void answers(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestHeaders().getFirst("Host") + path);
        String leadsTo = switch (path) {
            case "/gammel.csv" -> "/tal.csv";
            case "/nabo.csv" -> "https://" + SECOND + "/tal.csv";
            case "/ud.csv" -> "https://andet.example/tal.csv";
            case "/ind.csv" -> "https://127.0.0.1/tal.csv";
            case "/aaben.csv" -> "http://" + LISTED + "/tal.csv";
            case "/rundt.csv" -> "/rundt.csv";
            default -> "";
        };
        try (exchange) {
            if (!leadsTo.isEmpty()) {
                exchange.getResponseHeaders().set("Location", leadsTo);
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/vaek.csv")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] body = path.equals("/stor.csv") ? new byte[2_200_000] : file;
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** From the address to the picture that everybody sees, once. */
    @Test
    void aTableIsFetchedAndTakenAtNight() {
        MeasureTown town = town();
        file = town.file(FIGURES);
        String url = "https://" + LISTED + "/tal.csv?kvartal=1";
        NightlyFigures nightly = nightly(download(trusting));

        nightly.fromHost(town.id(), url);

        assertThat(town.sees(town.doctor(0), "bredspektret", "2026K1")).contains("\"practices\":7");
        assertThat(asked).containsExactly(LISTED + "/tal.csv");
        nightly.fromHost(town.id(), url);
        assertThat(sources.wrong(town.id())).isEmpty();
        file = town.file(FIGURES.replace("30/150", "9876/150"));
        nightly.fromHost(town.id(), url);
        assertThat(sources.wrong(town.id()))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.problems()).contains("Linje 3"));
    }

    @Test
    void redirectsAreFollowedOnlyOnTheList() {
        file = "ydernummer".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        FigureDownload download = download(trusting);
        assertThat(download.fetch("https://" + LISTED + "/gammel.csv")).isEqualTo(file);
        assertThat(download.fetch("https://" + LISTED + "/nabo.csv")).isEqualTo(file);
        assertThat(asked).last().isEqualTo(SECOND + "/tal.csv");
        asked.clear();
        for (String path : List.of("/ud.csv", "/ind.csv", "/aaben.csv")) {
            refused(download, "https://" + LISTED + path, "Adressen kan ikke bruges");
        }
        assertThat(asked).as("nothing else was asked").hasSize(3).allMatch(each -> each.startsWith(LISTED));
        refused(download, "https://" + LISTED + "/rundt.csv", "rundt i ring");
        refused(download, "https://" + LISTED + "/vaek.csv", "404");
        refused(download, "https://" + LISTED + "/stor.csv", "2 MB");
    }

    /** A certificate that nobody has signed, or of another host, and a server that is no TLS at all. */
    @Test
    void nobodyIsBelievedWithoutACertificateOfHers() {
        refused(download((SSLSocketFactory) SSLSocketFactory.getDefault()), "https://" + LISTED + "/tal.csv", "hentes");
        FigureDownload other = new FigureDownload(List.of("fremmed.example"), host -> outside(), wire(trusting));
        refused(other, "https://fremmed.example/tal.csv", "hentes");
        assertThat(asked).isEmpty();
        FigureDownload plain = new FigureDownload(
                List.of(LISTED),
                host -> outside(),
                (address, uri) -> new TlsWire(trusting, port, 5_000).answer(InetAddress.getLoopbackAddress(), uri));
        refused(plain, "https://" + LISTED + "/", "hentes");
    }

    /** The list has the host, and it resolves to this machine: the server is there and is not asked. */
    @Test
    void aPrivateAddressIsNotConnectedTo() {
        FigureDownload inside = new FigureDownload(
                List.of(LISTED),
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                new TlsWire(trusting, server.getAddress().getPort(), 5_000));
        refused(inside, "https://" + LISTED + "/tal.csv", "lukket net");
        assertThat(asked).isEmpty();
    }

    private static void refused(FigureDownload download, String url, String saying) {
        assertThatThrownBy(() -> download.fetch(url))
                .as(url)
                .isInstanceOfSatisfying(
                        TableRefused.class,
                        refused -> assertThat(refused.inWords()).contains(saying));
    }

    private FigureDownload download(SSLSocketFactory factory) {
        return new FigureDownload(List.of(LISTED, SECOND), host -> outside(), wire(factory));
    }

    private FigureDownload.Wire wire(SSLSocketFactory factory) {
        TlsWire wire = new TlsWire(factory, server.getAddress().getPort(), 5_000);
        return (address, uri) -> wire.answer(InetAddress.getLoopbackAddress(), uri);
    }

    private static InetAddress[] outside() throws IOException {
        return new InetAddress[] {InetAddress.getByName("203.0.113.9")};
    }

    private NightlyFigures nightly(FigureDownload download) {
        return new NightlyFigures(clusters, sources, download, imports, meetings, time, transaction, events, "");
    }

    private static KeyStore certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = keys.resolve("server.p12");
        if (!Files.exists(store)) {
            Process made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=" + LISTED,
                            "-ext",
                            "SAN=dns:" + LISTED + ",dns:" + SECOND,
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            String.valueOf(PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(made.waitFor()).isZero();
        }
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            loaded.load(in, PASSWORD);
        }
        // what the server shows is what is trusted here
        loaded.setCertificateEntry("trusted", loaded.getCertificate("server"));
        return loaded;
    }

    private MeasureTown town() {
        return MeasureTown.of(
                port,
                register,
                IntStream.range(0, 7)
                        .mapToObj(at -> "%06d".formatted(970700 + at))
                        .toList());
    }
}
