package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator meets the page of the cluster's people where Admin and REST would change them past it. */
@KlyngeflowTest
class UsersOfTheEngineTest {

    private static final String ADMIN = "/camunda/api/engine/engine/default";
    private static final String REST = "/engine-rest";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    private String cluster = "";
    private Browser admin = Browser.anonymous(1);

    @BeforeEach
    void open() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.PLO);
        admin = Browser.loggedIn(port, "admin", "admin");
    }

    @Test
    void doNotChangePeopleGroupsOrClustersPastThePage() {
        String person = cluster + "-m5";
        String profile =
                "{\"id\":\"" + person + "\",\"firstName\":\"En\",\"lastName\":\"Anden\",\"email\":\"anden@x.example\"}";
        for (String door : new String[] {ADMIN, REST}) {
            refused("PUT", door + "/user/" + person + "/profile", profile);
            refused("DELETE", door + "/user/" + person, null);
            refused("PUT", door + "/group/" + cluster + ".coordinator/members/" + person, "{}");
            refused("DELETE", door + "/group/" + cluster + ".member/members/" + person, null);
            refused("PUT", door + "/group/staff/members/" + person, "{}");
            refused("DELETE", door + "/group/" + cluster + ".member", null);
            refused(
                    "PUT",
                    door + "/group/" + cluster + ".member",
                    "{\"id\":\"" + cluster + ".member\",\"name\":\"X\"}");
            refused("POST", door + "/group/create", "{\"id\":\"" + cluster + "x.member\",\"name\":\"X\"}");
            refused("POST", door + "/tenant/create", "{\"id\":\"ny-klynge\",\"name\":\"X\"}");
            refused("PUT", door + "/tenant/" + cluster, "{\"id\":\"" + cluster + "\",\"name\":\"X\"}");
            refused("DELETE", door + "/tenant/" + cluster, null);
            refused("PUT", door + "/tenant/" + cluster + "/user-members/admin", "{}");
            refused("DELETE", door + "/tenant/" + cluster + "/user-members/" + person, null);
            refused("PUT", door + "/tenant/" + cluster + "/group-members/staff", "{}");
        }
        User user = identities.createUserQuery().userId(person).singleResult();
        assertThat(user.getFirstName() + " " + user.getLastName()).isEqualTo("Fie Ødum");
        assertThat(identities.createGroupQuery().groupMember(person).count()).isEqualTo(1);
        assertThat(identities.createTenantQuery().tenantId("ny-klynge").count()).isZero();
    }

    private void refused(String method, String path, @Nullable String body) {
        HttpResponse<String> answer = admin.send(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(403);
        assertThat(answer.body()).as(method + " " + path).contains("/folk/", "/klynger/ny");
    }

    @Test
    void accountsOfThePlatformItselfAreStillMadeThere() {
        String id = "drift-" + UUID.randomUUID().toString().substring(0, 8);
        String password = "Vagt-" + UUID.randomUUID();
        assertThat(admin.send("POST", ADMIN + "/user/create", """
                        {"profile":{"id":"%1$s","firstName":"Drift","lastName":"Vagt","email":"d@x.example"},"credentials":{"password":"%2$s"}}""".formatted(id, password))
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.send("PUT", ADMIN + "/group/camunda-admin/members/" + id, "{}")
                        .statusCode())
                .isEqualTo(204);
        // whoever made it knows the password, so she chooses her own first
        assertThat(Browser.loggedIn(port, id, password)
                        .get("/klynger/ny")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).contains("/adgangskode"));
        assertThat(admin.send("DELETE", ADMIN + "/user/" + id, null).statusCode())
                .isEqualTo(204);
    }
}
