package dk.klyngeflow.security;

import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * Two clusters with a person in every role, for tests of access: {@code one-secretary} and so on; the password is the id. And one small
 * process, {@code access-probe}, whose task is the secretary's.
 */
@Component
public class TwoClusters {

    public static final String ONE = "one";
    public static final String TWO = "two";

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="dk.klyngeflow">
              <process id="access-probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="started"/>
                <sequenceFlow id="toTask" sourceRef="started" targetRef="probeTask"/>
                <userTask id="probeTask" name="Prøv" camunda:asyncAfter="true">
                  <extensionElements><camunda:properties>
                    <camunda:property name="duty" value="checkInvoice"/>
                  </camunda:properties></extensionElements>
                </userTask>
                <sequenceFlow id="toEnd" sourceRef="probeTask" targetRef="ended"/>
                <endEvent id="ended"/>
              </process>
            </definitions>
            """;

    private final ClusterRegister register;
    private final Clusters clusters;
    private final RepositoryService models;

    TwoClusters(ClusterRegister register, Clusters clusters, RepositoryService models) {
        this.register = register;
        this.clusters = clusters;
        this.models = models;
    }

    public synchronized void open() {
        if (clusters.find(ONE).isPresent()) {
            return;
        }
        for (String id : List.of(ONE, TWO)) {
            register.open(
                    new Cluster(id, "Klynge " + id, null, PaymentMode.PLO, id + "@klynge.example", "Midt", null),
                    List.of(),
                    List.of(
                            person(id, "coordinator", Post.COORDINATOR, Post.MEMBER),
                            person(id, "secretary", Post.SECRETARY),
                            person(id, "secretary2", Post.SECRETARY),
                            person(id, "board", Post.CHAIR, Post.MEMBER),
                            person(id, "board2", Post.TREASURER, Post.MEMBER),
                            person(id, "auditor", Post.AUDITOR),
                            person(id, "member", Post.MEMBER)));
        }
        models.createDeployment()
                .name("access-probe")
                .addString("access-probe.bpmn", MODEL)
                .deploy();
    }

    private static ClusterRegister.NewPerson person(String cluster, String role, Post... posts) {
        String id = cluster + "-" + role;
        return new ClusterRegister.NewPerson(id, "Navn " + id, id + "@klynge.example", List.of(posts), null, id);
    }
}
