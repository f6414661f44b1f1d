package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyItem;
import dk.klyngeflow.assemblies.AssemblyKind;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody who works for the cluster wants the ordinary assembly, or the board an extraordinary one. */
@Component
class GeneralAssemblyContract implements FormContract<GeneralAssemblyContract.Form> {

    private static final String ORDINARY = AssemblyKind.ORDINARY.name();
    private static final String EXTRAORDINARY = AssemblyKind.EXTRAORDINARY.name();

    private final AssemblyPlanning planning;
    private final CalledAssemblies assemblies;
    private final People people;
    private final CurrentPerson person;
    private final OrdinaryYears years;
    private final CopenhagenTime time;

    GeneralAssemblyContract(
            AssemblyPlanning planning,
            CalledAssemblies assemblies,
            People people,
            CurrentPerson person,
            OrdinaryYears years,
            CopenhagenTime time) {
        this.planning = planning;
        this.assemblies = assemblies;
        this.people = people;
        this.person = person;
        this.years = years;
        this.time = time;
    }

    record Form(String assemblyKind, int accountingYear, String matter) {}

    @Override
    public String task() {
        return GeneralAssembly.KEY;
    }

    @Override
    public Optional<String> startRefusal(String personId, String clusterId) {
        return person.hasRole(clusterId, Role.COORDINATOR, Role.SECRETARY, Role.BOARD)
                ? Optional.empty()
                : Optional.of("Kun koordinator, sekretær og bestyrelse kan begynde en generalforsamling.");
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String kind = fields.choice(
                "assemblyKind", Set.of(ORDINARY, EXTRAORDINARY), "Vælg, hvilken generalforsamling det er.");
        if (!kind.equals(ORDINARY)) {
            String matter = fields.required("matter", "Hvad den handler om", AssemblyDemands.LONGEST_MATTER);
            if (people.holding(answer.clusterId(), Role.BOARD).stream()
                    .map(Person::id)
                    .noneMatch(answer.personId()::equals)) {
                fields.wrong(
                        "En ekstraordinær generalforsamling kaldes af bestyrelsen. Er det medlemmer, der vil have den, så spørg alle på siden Generalforsamlinger.");
            }
            return new Form(kind, 0, matter);
        }
        int thisYear = time.today().getYear();
        String typed = fields.required("accountingYear", "Regnskabsår");
        int year = typed.matches("20\\d\\d") ? Integer.parseInt(typed) : 0;
        if (year < thisYear - 2 || year > thisYear) {
            fields.wrong("Regnskabsår: skriv det år, hvis regnskab skal fremlægges, som " + (thisYear - 1) + ", ikke „"
                    + typed + "“.");
        } else if (assemblies.ordinary(answer.clusterId(), year).isPresent()) {
            fields.wrong("Den ordinære generalforsamling om regnskabet for " + year
                    + " er i gang eller holdt. Den står på siden Generalforsamlinger.");
        } else if (years.isLate(answer.clusterId(), year)) {
            fields.doubt("LATE", years.late(answer.clusterId(), year));
        }
        return new Form(kind, year, "");
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        boolean isOrdinary = form.assemblyKind().equals(ORDINARY);
        CalledAssembly assembly = planning.wanted(
                answer.clusterId(),
                isOrdinary
                        ? new AssemblyPlanning.Wish(
                                AssemblyKind.ORDINARY, AssemblyItem.ALL, form.accountingYear(), "", null)
                        : new AssemblyPlanning.Wish(
                                AssemblyKind.EXTRAORDINARY, AssemblyItem.OTHER, null, form.matter(), null),
                answer.personId());
        return Map.of(
                GeneralAssemblyVariables.ASSEMBLY_ID.name(),
                assembly.assemblyId(),
                GeneralAssemblyVariables.CLUSTER_ID.name(),
                assembly.clusterId());
    }
}
