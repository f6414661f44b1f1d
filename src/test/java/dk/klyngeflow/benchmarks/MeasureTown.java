package dk.klyngeflow.benchmarks;

import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Browser;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A cluster of practices with a doctor each, whose figures are read from files over HTTP. The first doctor is the coordinator. */
final class MeasureTown {

    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final String BOUNDARY = "klyngeflow-measures";

    private final int port;
    private final String id;
    private final List<String> providers;
    private final Map<String, Browser> browsers = new LinkedHashMap<>();

    private MeasureTown(int port, String id, List<String> providers) {
        this.port = port;
        this.id = id;
        this.providers = providers;
    }

    static MeasureTown of(int port, ClusterRegister register, List<String> providers) {
        String id = "tal-" + OPENED.incrementAndGet();
        List<ClusterRegister.NewPractice> practices = new ArrayList<>();
        List<ClusterRegister.NewPerson> people = new ArrayList<>();
        for (String provider : providers) {
            practices.add(new ClusterRegister.NewPractice(provider, "Praksis " + provider, 3000));
            List<Post> posts = people.isEmpty() ? List.of(Post.COORDINATOR, Post.MEMBER) : List.of(Post.MEMBER);
            people.add(person(id, provider, posts, provider));
        }
        people.add(person(id, "sekretaer", List.of(Post.SECRETARY), null));
        people.add(person(id, "revisor", List.of(Post.AUDITOR), null));
        register.open(
                new Cluster(id, "Klyngen " + id, null, PaymentMode.PLO, id + "@klynge.example", "Midt", null),
                practices,
                people);
        return new MeasureTown(port, id, List.copyOf(providers));
    }

    private static ClusterRegister.NewPerson person(
            String cluster, String name, List<Post> posts, @org.jspecify.annotations.Nullable String provider) {
        String id = cluster + "-" + name;
        return new ClusterRegister.NewPerson(id, "Navn " + name, id + "@praksis.example", posts, provider, id);
    }

    String id() {
        return id;
    }

    String doctor(int at) {
        return id + "-" + providers.get(at);
    }

    String provider(int at) {
        return providers.get(at);
    }

    Browser secretary() {
        return browser(id + "-sekretaer");
    }

    Browser browser(String person) {
        return browsers.computeIfAbsent(person, each -> Browser.loggedIn(port, each, each));
    }

    /** The server has forgotten who was logged in. */
    void logsInAgain() {
        browsers.clear();
    }

    HttpResponse<String> previews(byte[] content, String... fields) {
        return sends(secretary(), content, fields);
    }

    HttpResponse<String> commits(byte[] content, String... fields) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = "commit=true";
        return sends(secretary(), content, all);
    }

    HttpResponse<String> sends(Browser by, byte[] content, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + parts[0] + "\"\r\n\r\n"
                            + parts[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tal.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return by.send(by.request("/api/clusters/" + id + "/measures")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("X-Requested-With", "klyngeflow")
                .header("X-XSRF-TOKEN", by.cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** What the person is answered about a measure, as it goes over the wire. */
    String sees(String person, String measure, String period) {
        HttpResponse<String> answer = asks(person, measure, period);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    HttpResponse<String> asks(String person, String measure, String period) {
        return browser(person).get("/api/clusters/" + id + "/measures/" + measure + "/" + period);
    }

    /** A file of one measure and period; a figure for each practice, in their order, such as {@code 12/100}. */
    static byte[] file(List<String> providers, String figures) {
        StringBuilder csv = new StringBuilder("Ydernummer;Måling;Periode;Tæller;Nævner\r\n");
        String[] each = figures.split(" ");
        for (int at = 0; at < each.length; at++) {
            csv.append(providers.get(at))
                    .append(";Bredspektret antibiotika;2026K1;")
                    .append(each[at].replace("/", ";"))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What so many measures had in each of twelve quarters, 2023 to 2025; no practice is small. */
    byte[] years(int measures) {
        StringBuilder csv = new StringBuilder("Ydernummer;Måling;Periode;Tæller;Nævner\r\n");
        for (int measure = 1; measure <= measures; measure++) {
            for (int quarter = 0; quarter < 12; quarter++) {
                for (int practice = 0; practice < providers.size(); practice++) {
                    csv.append(providers.get(practice))
                            .append(";Måling %d;%dK%d;".formatted(measure, 2023 + quarter / 4, 1 + quarter % 4))
                            .append(12 + (measure * 7 + quarter * 5 + practice * 3) % 60)
                            .append(";")
                            .append(100 + practice)
                            .append("\r\n");
                }
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Ten thousand lines of so many measures, ten periods of each; as many practices as the town has. */
    byte[] tenThousandLines() {
        int of = providers.size();
        StringBuilder csv = new StringBuilder("Ydernummer;Måling;Periode;Tæller;Nævner\r\n");
        for (int line = 0; line < 10_000; line++) {
            int period = line / (of * 25);
            csv.append("%s;Prøve %d;%dK%d;%d;%d\r\n"
                    .formatted(
                            providers.get(line % of),
                            line / of % 25,
                            2024 - period / 4,
                            1 + period % 4,
                            20 + line % 30,
                            100));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] file(String figures) {
        return file(providers, figures);
    }
}
