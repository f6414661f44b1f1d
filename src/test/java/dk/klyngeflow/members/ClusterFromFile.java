package dk.klyngeflow.members;

import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An administrator opens a cluster as in real life: a file on the page, and a password for each of its staff. Nothing else is laid out. */
public final class ClusterFromFile {

    public static final List<String> STAFF = List.of("koordinator", "sekretaer", "formand", "kasserer", "revisor");

    private static final AtomicInteger OPENED = new AtomicInteger();

    private final int port;
    private final Browser admin;

    public ClusterFromFile(int port) {
        this.port = port;
        admin = Browser.loggedIn(port, "admin", "admin");
    }

    /** @return its id; each person's id is it, a hyphen and her post or number, and so is her password */
    public String isOpened(PaymentMode mode) {
        String id = "fra-fil-" + OPENED.incrementAndGet();
        HttpResponse<String> opened = upload(file(id, mode));
        if (opened.statusCode() != 302
                || !opened.headers().firstValue("Location").orElse("").contains(id)) {
            throw new AssertionError("opening " + id + ": " + opened.statusCode() + " " + opened.body());
        }
        STAFF.forEach(post -> password(id + "-" + post));
        return id;
    }

    public static String file(String id, PaymentMode mode) {
        String pays = mode == PaymentMode.PLO ? "PLO;;" : "EGEN KONTO;99887702;DK2199990123456789";
        return """
                klynge;%1$s;Klyngen Søbred;post@%1$s.example;Region Nord;%2$s
                praksis;980101;Lægerne ved Søen;4.200
                praksis;980102;Åbakkens Læger;3.100
                praksis;980103;Lægehuset Egely;2.900
                person;%1$s-koordinator;Anne Holm;anne@%1$s.example;koordinator+medlem;980101
                person;%1$s-formand;Bent Søe;bent@%1$s.example;formand+medlem;980102
                person;%1$s-kasserer;Dorthe Lund;dorthe@%1$s.example;kasserer+medlem;980103
                person;%1$s-revisor;Erik Bæk;erik@%1$s.example;revisor+medlem;980103
                person;%1$s-m5;Fie Ødum;fie@%1$s.example;medlem;980101
                person;%1$s-m6;Gert Åby;gert@%1$s.example;medlem;980102
                person;%1$s-sekretaer;Clara Winther;clara@%1$s.example;sekretær;
                """.formatted(id, pays);
    }

    public HttpResponse<String> upload(String file) {
        String boundary = "klyngeflow-file";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + Browser.token(admin.get("/klynger/ny").body()) + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"klynge.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + file + "\r\n--" + boundary + "--\r\n";
        return admin.send(admin.request("/klynger/ny")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** On the page for forgotten passwords, as for somebody who has none yet; and she chooses her own, as she must. */
    public void password(String person) {
        String given = "givet-" + person;
        post(admin, "/adgangskode", "/adgangskode/ny", "bruger=" + person + "&ny=" + given + "&igen=" + given);
        Browser herself = Browser.anonymous(port);
        herself.login(person, given);
        post(herself, "/adgangskode", "/adgangskode", "nuvaerende=" + given + "&ny=" + person + "&igen=" + person);
    }

    /** On the page of the cluster's settings. */
    public void setting(String cluster, String key, String value) {
        String page = "/indstillinger/" + cluster;
        post(admin, page, page, key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    public String page(String path) {
        return admin.get(path).body();
    }

    private static void post(Browser browser, String page, String path, String fields) {
        String token = URLEncoder.encode(Browser.token(browser.get(page).body()), StandardCharsets.UTF_8);
        HttpResponse<String> done = browser.submit(path, fields + "&_csrf=" + token);
        if (done.statusCode() != 302) {
            throw new AssertionError(path + ": " + done.statusCode() + " " + done.body());
        }
    }
}
