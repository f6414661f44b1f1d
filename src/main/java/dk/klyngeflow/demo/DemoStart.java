package dk.klyngeflow.demo;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Clusters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells the demo's story once; what a newcomer has done since is kept over a restart. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final Clusters clusters;
    private final DemoCluster cluster;
    private final DemoModel model;
    private final DemoYear year;
    private final DemoCases cases;
    private final DemoMeetings meetings;
    private final DemoContacts contacts;
    private final DemoFounding founding;
    private final DemoElection election;
    private final DemoAssembly assembly;
    private final DemoAccounts accounts;
    private final CopenhagenTime time;
    private final DemoRecipes recipes;
    private final ServletWebServerApplicationContext server;

    DemoStart(
            Clusters clusters,
            DemoCluster cluster,
            DemoModel model,
            DemoYear year,
            DemoCases cases,
            DemoMeetings meetings,
            DemoContacts contacts,
            DemoFounding founding,
            DemoElection election,
            DemoAssembly assembly,
            DemoAccounts accounts,
            CopenhagenTime time,
            DemoRecipes recipes,
            ServletWebServerApplicationContext server) {
        this.clusters = clusters;
        this.cluster = cluster;
        this.model = model;
        this.year = year;
        this.cases = cases;
        this.meetings = meetings;
        this.contacts = contacts;
        this.founding = founding;
        this.election = election;
        this.assembly = assembly;
        this.accounts = accounts;
        this.time = time;
        this.recipes = recipes;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (clusters.find(DemoCluster.ID).isEmpty()) {
            log.info("Opretter demoklyngen Nordklyngen");
            cluster.open();
            model.tell();
            year.tell();
            year.turnTheWheel();
            cases.tell();
            log.info("Lader demoens møder begynde");
            meetings.tell();
            contacts.tell();
            log.info("Lader en klynge mere blive stiftet");
            founding.tell();
            election.tell();
            assembly.tell();
            recipes.tell();
        }
        accounts.closeInTheBackground(time.today().getYear() - 1);
        log.info(
                "Klyngeflow er klar: http://localhost:{}/",
                server.getWebServer().getPort());
    }
}
