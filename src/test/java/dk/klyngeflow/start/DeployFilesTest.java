package dk.klyngeflow.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code src/deploy} delivers is read by the programs that read it in operation: nginx, systemd, compose, bash. Where such a program is not
 * installed the test says so and is skipped.
 */
class DeployFilesTest {

    private static final Path DEPLOY = Path.of("src/deploy");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^([A-Z][A-Z_0-9]+)=(.*)$");

    @TempDir
    Path folder;

    @Test
    void nginxReadsItsFile() throws Exception {
        String nginx = installed("nginx", "/usr/sbin/nginx");
        installed("openssl", "/usr/bin/openssl");
        run(
                folder,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "privkey.pem",
                "-out",
                "fullchain.pem",
                "-days",
                "2",
                "-subj",
                "/CN=klyngeflow.example");
        String site = read("nginx.conf")
                .replace("/etc/nginx/tls", folder.toString())
                // it opens the ports to try them: some that are free, and no IPv6, which a machine may be without
                .replaceAll("listen \\[::].*;", "")
                .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                .replace("listen 443 ssl", "listen 127.0.0.1:" + freePort() + " ssl")
                .replace("server node1:", "server 127.0.0.1:")
                .replace("server node2:", "server 127.0.0.2:");
        Path file = Files.writeString(
                folder.resolve("all.conf"),
                "pid " + folder + "/pid; error_log stderr; events {} http { access_log off;\n" + site + "\n}");

        Said said = run(folder, nginx, "-t", "-c", file.toString());

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).doesNotContain("[emerg]");
    }

    @Test
    void systemdReadsTheUnitAndDoesNotStartAgainWhatAPersonMustMend() throws Exception {
        String systemd = installed("systemd-analyze", "/usr/bin/systemd-analyze");
        String unit = read("klyngeflow@.service");
        Path file = Files.writeString(
                folder.resolve("klyngeflow@8080.service"),
                unit.replace("/opt/klyngeflow/launch /opt", "/bin/true /opt"));

        Said said = run(folder, systemd, "verify", file.toString());

        assertThat(said.words().lines().filter(line -> line.contains("klyngeflow@")))
                .isEmpty();
        assertThat(unit).contains("RestartPreventExitStatus=" + NotStarted.EXIT_CODE);
    }

    @Test
    void composeReadsItsFileWithTheNamesOfTheExample() throws Exception {
        String compose = installed("docker-compose", "/usr/bin/docker-compose");
        for (String name : List.of("compose.yaml", "nginx.conf", "launch")) {
            Files.copy(DEPLOY.resolve(name), folder.resolve(name));
        }
        String filled = VARIABLE.matcher(read("klyngeflow.env.example"))
                .replaceAll(line -> line.group(1) + "=" + (line.group(2).isBlank() ? "udfyldt" : line.group(2)));
        Files.writeString(folder.resolve("klyngeflow.env"), filled);

        Said said = run(folder, compose, "--env-file", "klyngeflow.env", "config");

        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words())
                .contains("node1:", "node2:", "POSTGRES_PASSWORD: udfyldt", "KLYNGEFLOW_SECRET: udfyldt");
    }

    @Test
    void theExampleHasEveryRequiredSettingAndReadmeKnowsEachOfItsNames() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        VARIABLE.matcher(read("klyngeflow.env.example")).results().forEach(line -> names.add(line.group(1)));

        assertThat(names)
                .containsAll(Stream.concat(
                                RequiredSettings.REQUIRED.keySet().stream(), Stream.of(RequiredSettings.ADMIN_PASSWORD))
                        .map(DeployFilesTest::variable)
                        .toList());
        String readme = Files.readString(Path.of("README.md"));
        assertThat(names)
                .filteredOn(name -> !name.startsWith("SPRING_MAIL_PROPERTIES"))
                .allSatisfy(name -> assertThat(readme).contains(name.substring(name.lastIndexOf('_'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/deploy/launch", ".ci/run"})
    void bashReadsTheScripts(String script) throws Exception {
        String bash = installed("bash", "/bin/bash");

        Said said = run(Path.of("."), bash, "-n", script);

        assertThat(said.words()).isEmpty();
        assertThat(said.code()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    private static String read(String name) throws IOException {
        return Files.readString(DEPLOY.resolve(name));
    }

    private static String installed(String name, String path) {
        boolean isThere = Files.isExecutable(Path.of(path));
        if (!isThere) {
            System.out.println("skipped, for " + name + " is not installed: its file in src/deploy is not tried here");
        }
        assumeTrue(isThere, name + " is not installed");
        return path;
    }

    private record Said(int code, String words) {}

    private static Said run(Path where, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), words);
    }
}
