package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.figuretables.TableRefused;
import dk.klyngeflow.members.ClusterRegister;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that come by themselves: each once, by the same rules, and from nowhere that is not listed. */
@KlyngeflowTest
class NightlyFiguresTest {

    private static final String FIGURES = "12/100 30/150 8/80 20/100 45/180 16/64 14/70";
    private static final String LISTED = "data.region.example";

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    NightlyFigures nightly;

    @Autowired
    FigureSources sources;

    @TempDir
    Path folder;

    @Test
    void aFileInTheFolderIsTakenOnceAndAWrongOneIsSaidWithoutItsFigures() throws IOException {
        MeasureTown town = town();
        Files.write(folder.resolve("tal.csv"), town.file(FIGURES));
        Files.write(folder.resolve("billede.png"), new byte[] {1});
        nightly.fromFolder(town.id(), folder);
        String seen = town.sees(town.doctor(0), "bredspektret", "2026K1");
        assertThat(seen).contains("\"practices\":7");
        nightly.fromFolder(town.id(), folder);
        assertThat(town.sees(town.doctor(0), "bredspektret", "2026K1")).isEqualTo(seen);
        Files.write(folder.resolve("forkert.csv"), town.file(FIGURES.replace("30/150", "9876/150")));
        nightly.fromFolder(town.id(), folder);
        assertThat(sources.wrong(town.id())).singleElement().satisfies(wrong -> {
            assertThat(wrong.source()).isEqualTo("forkert.csv");
            assertThat(wrong.problems()).contains("Linje 3").doesNotContain("9876", "150");
        });
        assertThat(town.secretary().get("/tal/" + town.id()).body())
                .contains("En fil, der kom af sig selv, er ikke læst.", "forkert.csv");
        Files.write(folder.resolve("forkert.csv"), town.file(FIGURES));
        nightly.fromFolder(town.id(), folder);
        assertThat(sources.wrong(town.id())).isEmpty();
    }

    @Test
    void aLinkInTheFolderIsNotFollowed() throws IOException {
        MeasureTown town = town();
        Path elsewhere = Files.createTempFile("tal", ".csv");
        Files.write(elsewhere, town.file(FIGURES));
        Files.createSymbolicLink(folder.resolve("tal.csv"), elsewhere);
        nightly.fromFolder(town.id(), folder);
        assertThat(town.asks(town.doctor(0), "bredspektret", "2026K1").statusCode())
                .isEqualTo(404);
        Files.delete(elsewhere);
    }

    @Test
    void onlyListedHostsByHttps() {
        FigureDownload download = answering("203.0.113.9", "HTTP/1.1 200 OK\r\n\r\nydernummer");
        assertThat(new String(download.fetch("https://" + LISTED + "/tal.csv?x=1"), StandardCharsets.UTF_8))
                .isEqualTo("ydernummer");
        for (String url : List.of(
                "http://" + LISTED + "/tal.csv",
                "https://andet.example/tal.csv",
                "https://" + LISTED + ".andet.example/tal.csv",
                "https://" + LISTED + ":8443/tal.csv",
                "https://a:b@" + LISTED + "/tal.csv",
                "https://" + LISTED + "@andet.example/",
                "file:///etc/passwd",
                "https://127.0.0.1/",
                "ikke en adresse")) {
            assertThatThrownBy(() -> download.fetch(url)).as(url).isInstanceOf(TableRefused.class);
        }
    }

    @Test
    void noRedirectLeadsOffTheList() {
        List<String> asked = new ArrayList<>();
        for (String to : List.of("https://andet.example/x", "http://" + LISTED + "/x", "//andet.example/x")) {
            FigureDownload download =
                    new FigureDownload(List.of(LISTED), host -> named("203.0.113.9"), (address, uri) -> {
                        asked.add(uri.getHost());
                        return ("HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
                    });
            assertThatThrownBy(() -> download.fetch("https://" + LISTED + "/"))
                    .as(to)
                    .isInstanceOf(TableRefused.class);
        }
        assertThat(asked).containsOnly(LISTED);
        FigureDownload inside = new FigureDownload(
                List.of(LISTED),
                host -> named("203.0.113.9"),
                (address, uri) -> (uri.getPath().equals("/ny")
                                ? "HTTP/1.0 200 OK\r\n\r\nja"
                                : "HTTP/1.1 301 Moved\r\nlocation: /ny\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(inside.fetch("https://" + LISTED + "/gammel")).isEqualTo("ja".getBytes(StandardCharsets.UTF_8));
        FigureDownload circle = answering("203.0.113.9", "HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n");
        assertThatThrownBy(() -> circle.fetch("https://" + LISTED + "/")).isInstanceOf(TableRefused.class);
    }

    /** Also one of several addresses, and those that carry another inside. */
    @Test
    void noNameLeadsIntoAClosedNet() throws IOException {
        for (String address : List.of(
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "::ffff:10.0.0.1")) {
            assertThat(FigureDownload.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
        assertThat(FigureDownload.isPublic(InetAddress.getByName("193.3.154.1")))
                .isTrue();
        assertThat(FigureDownload.isPublic(InetAddress.getByName("2a00:1450::1")))
                .isTrue();
        List<InetAddress> connected = new ArrayList<>();
        FigureDownload both = new FigureDownload(
                List.of(LISTED),
                host -> new InetAddress[] {InetAddress.getByName("193.3.154.1"), InetAddress.getByName("10.0.0.1")},
                (address, uri) -> {
                    connected.add(address);
                    return new byte[0];
                });
        assertThatThrownBy(() -> both.fetch("https://" + LISTED + "/")).isInstanceOf(TableRefused.class);
        assertThat(connected).isEmpty();
    }

    private static FigureDownload answering(String address, String answer) {
        return new FigureDownload(
                List.of(LISTED), host -> named(address), (to, uri) -> answer.getBytes(StandardCharsets.UTF_8));
    }

    private static InetAddress[] named(String address) throws IOException {
        return new InetAddress[] {InetAddress.getByName(address)};
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
