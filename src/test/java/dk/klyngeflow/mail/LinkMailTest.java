package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.topics.TopicBank;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail with a personal link: one large button, the address as text, and nothing of it kept anywhere. */
@KlyngeflowTest
class LinkMailTest {

    private static final String MEMBER = "post-medlem";

    @Autowired
    OutboxWorld world;

    @Autowired
    ClusterRegister register;

    @Autowired
    TopicBank topics;

    @Autowired
    Links links;

    @Autowired
    Postman postman;

    @Autowired
    GreenMail inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void begin() throws Exception {
        clock.reset();
        world.begin();
        inbox.purgeEmailFromAllMailboxes();
        register.add(
                OutboxWorld.CLUSTER,
                new NewPerson(MEMBER, "Mia Østergård", "mia@oesteraa.example", List.of(Post.MEMBER), null, null));
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void showsTheAddressThatOpensIt() throws Exception {
        topics.openVote(OutboxWorld.CLUSTER, "postklyngen/1", clock.instant().plus(Duration.ofDays(3)));
        world.deliver(postman);

        MimeMessage mail = inbox.getReceivedMessages()[0];
        String url = url("postklyngen/1");
        OutboxTest.Parts parts = OutboxTest.Parts.of(mail);
        assertThat(parts.text()).contains("Vælg emner her: " + url);
        assertThat(parts.html()).contains("href=\"" + url + "\"", ">Vælg emner</a>", ">" + url + "</span>", "Kære");
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        mail.getAllHeaderLines()
                .asIterator()
                .forEachRemaining(line -> headers.writeBytes(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(headers.toString(StandardCharsets.UTF_8)).doesNotContain("#");
        String code = url.substring(url.indexOf('#') + 1);
        assertThat(jdbc.sql("select row_to_json(m)::text || (select coalesce(string_agg(row_to_json(l)::text, ''), '')"
                                + " from klyngeflow.link l) from klyngeflow.mail_outbox m limit 1")
                        .query(String.class)
                        .single())
                .doesNotContain(code, code.substring(22));
    }

    @Test
    void isNotSentWhenItsLinkIsDeadByThen() {
        topics.openVote(OutboxWorld.CLUSTER, "postklyngen/2", clock.instant().plus(Duration.ofDays(3)));
        links.endAll(OutboxWorld.CLUSTER, "topics", "postklyngen/2");
        world.deliver(postman);

        assertThat(world.states()).containsOnly("NEEDLESS");
        assertThat(inbox.getReceivedMessages()).isEmpty();
    }

    private String url(String caseKey) {
        return links.url(OutboxWorld.CLUSTER, links.of(OutboxWorld.CLUSTER, "topics", caseKey, MEMBER))
                .orElseThrow();
    }
}
