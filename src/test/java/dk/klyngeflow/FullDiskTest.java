package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.NoRoom;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A full disk without a small one: the database is made to say what it says then, and a folder for temporary files refuses to grow. The profile
 * {@code operate} mounts small ones and fills them.
 */
@KlyngeflowTest
@ExtendWith(OutputCaptureExtension.class)
class FullDiskTest {

    /** The folder for temporary files, which takes nothing from whoever says so. */
    @TestComponent
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class FullFolder extends OncePerRequestFilter {

        private static final String HEADER = "X-Full-Folder";

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request.getHeader(HEADER) == null ? request : new Full(request), response);
        }

        private static final class Full extends HttpServletRequestWrapper {

            Full(HttpServletRequest request) {
                super(request);
            }

            @Override
            public Collection<Part> getParts() throws IOException {
                throw new IOException("No space left on device");
            }

            /** As Tomcat does: a body that could not be kept has no fields either. */
            @Override
            public @Nullable String getParameter(String name) {
                return null;
            }
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    private Browser secretary;

    @BeforeEach
    void logIn() {
        clusters.open();
        secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
        jdbc.sql("""
                        create or replace function klyngeflow.full_disk() returns trigger language plpgsql as
                        $$ begin raise exception 'could not extend file "base/5/1": No space left on device' using errcode = '53100'; end $$""").update();
    }

    @AfterEach
    void makeRoom() {
        jdbc.sql("drop function klyngeflow.full_disk() cascade").update();
    }

    private void fill(String table) {
        jdbc.sql("create trigger full_disk before insert or update on " + table
                        + " for each row execute function klyngeflow.full_disk()")
                .update();
    }

    @Test
    void anUploadThatTheDatabaseHasNoRoomForIsTheOperatorsMatterAndOneLine(CapturedOutput output) {
        fill("klyngeflow.document");

        HttpResponse<String> answer = upload("/api/clusters/one/invoices", List.of());

        assertThat(answer.statusCode()).isEqualTo(NoRoom.STATUS);
        assertThat(answer.body()).contains("ikke mere plads på serverens disk", "ikke din fejl");
        assertThat(output.getAll())
                .contains("/api/clusters/one/invoices failed")
                .doesNotContain("\tat ");
        HttpResponse<String> health =
                Browser.basic(port, "monitoring", "prometheus-i-en-test").get("/actuator/health");
        assertThat(health.body()).contains("\"databaseDiskWasFull\":true", "DEGRADED");
        assertThat(health.statusCode()).as("takes no node out of service").isEqualTo(200);
        assertThat(Browser.basic(port, "monitoring", "prometheus-i-en-test")
                        .get("/actuator/prometheus")
                        .body())
                .contains("klyngeflow_database_full 1.0");
    }

    @Test
    void anUploadThatTheTemporaryFolderHasNoRoomForIsNotAMissingFile() {
        HttpResponse<String> answer = upload("/api/clusters/one/invoices", List.of(FullFolder.HEADER, "yes"));

        assertThat(answer.statusCode()).isEqualTo(NoRoom.STATUS);
        assertThat(answer.body()).contains("ikke mere plads på serverens disk");
    }

    @Test
    void aFormWithAFileIsNotCalledStaleForItsTokenFoundNoRoom() {
        HttpResponse<String> answer =
                upload("/folk/one/liste", List.of(FullFolder.HEADER, "yes", "Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(NoRoom.STATUS);
        assertThat(answer.body()).contains("ikke mere plads på serverens disk").doesNotContain("åben for længe");
    }

    @Test
    void aTaskThatCannotBeTakenForWantOfRoomSaysSo() {
        String key = "full-disk-" + UUID.randomUUID();
        cases.start("access-probe", "one", key, Map.of());
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        fill("act_ru_task");

        HttpResponse<String> answer = secretary.send(
                "POST", "/camunda/api/engine/engine/default/task/" + task + "/claim", "{\"userId\":\"one-secretary\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(NoRoom.STATUS);
        assertThat(answer.body()).contains("ikke mere plads på serverens disk");
    }

    private HttpResponse<String> upload(String path, List<String> headers) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bilag.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.4 " + System.nanoTime() + "\r\n--x--\r\n";
        HttpRequest.Builder request = secretary
                .request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-Requested-With", "klyngeflow")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return secretary.send(request);
    }
}
