package dk.klyngeflow.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine that the operator stands at: PostgreSQL, nginx and folders of its own, all below one folder and all ended at the end. */
final class Machine implements AutoCloseable {

    private final Path folder;
    private final Path binaries;
    private final boolean isRoot = "root".equals(System.getProperty("user.name"));
    private final int databasePort = freePort();
    private final List<Path> mounts = new ArrayList<>();
    private Path data;
    private @Nullable Process nginx;

    Machine(Path folder, Path binaries) {
        this.folder = folder;
        this.binaries = binaries;
        this.data = folder.resolve("data");
    }

    /** Where PostgreSQL's programs are; empty when it is not installed. */
    static Optional<Path> postgres() {
        return Stream.of("17", "16", "15")
                .map(version -> Path.of("/usr/lib/postgresql", version, "bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .findFirst();
    }

    static boolean hasNginx() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }

    boolean mayMount() {
        return isRoot && Files.isExecutable(Path.of("/usr/bin/mount"));
    }

    Path folder() {
        return folder;
    }

    // PostgreSQL

    void makeDatabase() {
        makeDatabaseIn(folder.resolve("data"));
    }

    /** Another server on the same port, such as one on a small disk. */
    void makeDatabaseIn(Path where) {
        data = where;
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isRoot) {
            run("chown", "-R", "postgres", data.toString());
        }
        asPostgres(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--wal-segsize=1");
        startDatabase();
        sql("postgres", "create role klyngeflow login password 'hemmelig'");
    }

    void startDatabase() {
        asPostgres(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                data.resolve("server.log").toString(),
                "-w",
                "-o",
                "-p " + databasePort + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data
                        + " -c max_wal_size=32MB -c min_wal_size=4MB",
                "start");
    }

    /** As after a power cut: nothing is written that was not written already. */
    void cutDatabase() {
        asPostgres("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    void newDatabase(String name) {
        sql("postgres", "create database " + name + " owner klyngeflow");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + database;
    }

    String sql(String database, String statement) {
        return asPostgres(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(databasePort),
                "-U",
                "postgres",
                "-d",
                database,
                "-At",
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                statement);
    }

    void dump(String database, Path file) {
        asPostgres(
                "pg_dump",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(databasePort),
                "-U",
                "postgres",
                "-Fc",
                "-f",
                file.toString(),
                database);
    }

    void restore(Path file, String database) {
        asPostgres(
                "pg_restore",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(databasePort),
                "-U",
                "postgres",
                "--exit-on-error",
                "-d",
                database,
                file.toString());
    }

    private String asPostgres(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return run(command.toArray(String[]::new));
    }

    // nginx

    /** The shipped file, on a port of ours and without TLS, in front of two nodes. */
    int startNginx(int first, int second) {
        int port = freePort();
        try {
            String site = Files.readString(Path.of("src/deploy/nginx.conf"))
                    .replaceAll("listen \\[::].*;", "")
                    .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                    .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";")
                    .replaceAll("(?m)^\\s*ssl_.*$", "")
                    .replace("server node1:8080", "server 127.0.0.1:" + first)
                    .replace("server node2:8080", "server 127.0.0.1:" + second);
            Path file = Files.writeString(
                    folder.resolve("nginx.conf"),
                    "daemon off; pid " + folder + "/nginx.pid; error_log " + folder
                            + "/nginx.log; events {} http { access_log off; client_body_temp_path " + folder
                            + "/body; proxy_temp_path " + folder + "/proxy;\n" + site + "\n}");
            nginx = new ProcessBuilder("/usr/sbin/nginx", "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return port;
    }

    // small disks

    /** A disk of so many megabytes. */
    Path smallDisk(String name, int megabytes) {
        Path where = folder.resolve(name);
        try {
            Files.createDirectories(where);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0777", "tmpfs", where.toString());
        mounts.add(where);
        return where;
    }

    void enlarge(Path disk, int megabytes) {
        run("mount", "-o", "remount,size=" + megabytes + "m", disk.toString());
    }

    // all of it

    static String run(String... command) {
        try {
            Path output = Files.createTempFile("klyngeflow", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean isDone = process.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
            String words = Files.readString(output, StandardCharsets.UTF_8).strip();
            Files.delete(output);
            if (!isDone || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + words);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("klyngeflow-operate");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean sqlAnswers(String database) {
        try {
            return sql(database, "select 1").equals("1");
        } catch (AssertionError away) {
            return false;
        }
    }

    /** One that has stopped itself. */
    void startAgain() {
        if (isDatabaseUp()) {
            cutDatabase();
        }
        startDatabase();
    }

    private boolean isDatabaseUp() {
        return Files.exists(data.resolve("postmaster.pid"));
    }

    @Override
    public void close() {
        if (nginx != null) {
            nginx.destroy();
        }
        if (isDatabaseUp()) {
            cutDatabase();
        }
        mounts.forEach(mount -> run("umount", "-l", mount.toString()));
    }
}
