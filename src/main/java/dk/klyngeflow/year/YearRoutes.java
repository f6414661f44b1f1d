package dk.klyngeflow.year;

import dk.klyngeflow.accounts.PatientRate;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Practices;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Refused;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the tasks of a year show. */
@RestController
@RequestMapping("/api/clusters/{cluster}/years/{year}")
class YearRoutes {

    private static final Role[] STAFF = {Role.COORDINATOR, Role.SECRETARY, Role.BOARD, Role.AUDITOR};

    private final CurrentPerson person;
    private final Practices practices;
    private final ClusterSettings settings;
    private final Clusters clusters;
    private final ActivityDraft draft;
    private final BudgetProposals budgets;

    YearRoutes(
            CurrentPerson person,
            Practices practices,
            ClusterSettings settings,
            Clusters clusters,
            ActivityDraft draft,
            BudgetProposals budgets) {
        this.person = person;
        this.practices = practices;
        this.settings = settings;
        this.clusters = clusters;
        this.draft = draft;
        this.budgets = budgets;
    }

    record Line(String practice, String number, String patients) {}

    record Register(List<Line> lines, String sum, String money, String warning) {}

    record Registration(String cvr) {}

    @GetMapping("/register")
    Register register(@PathVariable String cluster, @PathVariable String year) {
        person.require(cluster, STAFF);
        int which = year(year);
        Practices.Patients patients = practices.patients(cluster);
        long rate = settings.get(cluster, PatientRate.PER_PATIENT, LocalDate.of(which, 1, 1));
        return new Register(
                practices.register(cluster).stream()
                        .map(each -> new Line(
                                each.name(),
                                each.providerNumber(),
                                each.patients() == null ? "mangler" : Practices.figure(each.patients())))
                        .toList(),
                patients.practices() + " praksis, " + patients.inWords(),
                Money.kroner(rate) + " pr. patient giver " + Money.kroner(rate * patients.patients()),
                patients.unknown() == 0
                        ? ""
                        : patients.unknown() + " praksis mangler antal patienter og giver ingen penge.");
    }

    @GetMapping("/questionnaire")
    ActivityDraft.Draft questionnaire(@PathVariable String cluster, @PathVariable String year) {
        person.require(cluster, STAFF);
        return draft.of(cluster, year(year) - 1);
    }

    @GetMapping("/budget")
    BudgetProposals.Proposal budget(@PathVariable String cluster, @PathVariable String year) {
        person.require(cluster, STAFF);
        return budgets.of(cluster, year(year));
    }

    @GetMapping("/registration")
    Registration registration(@PathVariable String cluster, @PathVariable String year) {
        person.require(cluster, STAFF);
        year(year);
        String cvr = clusters.get(cluster).cvr();
        return new Registration(cvr == null ? "intet" : cvr);
    }

    /** @throws Refused for what is no year, as for one that is unknown */
    static int year(String typed) {
        if (!typed.matches("2[01]\\d\\d")) {
            throw Refused.notFound();
        }
        return Integer.parseInt(typed);
    }
}
