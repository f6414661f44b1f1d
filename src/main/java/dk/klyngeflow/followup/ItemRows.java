package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rows in which a form has what was agreed: what, who, by when. */
@Component
public class ItemRows {

    public static final String FIELD = "items";

    private static final Set<String> COLUMNS = Set.of("text", "owner", "due");
    private static final int LONGEST = 300;
    private static final int MOST = 30;
    private static final int MONTHS_AGO = 6;

    private final People people;
    private final CopenhagenTime time;

    ItemRows(People people, CopenhagenTime time) {
        this.people = people;
        this.time = time;
    }

    /** Who can promise something: the members and the secretary. */
    public List<Person> owners(String clusterId) {
        Set<Person> all = new LinkedHashSet<>(people.holding(clusterId, Role.MEMBER));
        all.addAll(people.holding(clusterId, Role.SECRETARY));
        return List.copyOf(all);
    }

    public List<ActionItem.New> read(FormFields form, String clusterId) {
        Set<String> owners = owners(clusterId).stream().map(Person::id).collect(Collectors.toSet());
        List<FormFields> rows = form.rows(FIELD, "Aftalerne", COLUMNS);
        if (rows.size() > MOST) {
            form.wrong("Der er plads til højst " + MOST + " aftaler.");
            return List.of();
        }
        List<ActionItem.New> items = new ArrayList<>();
        for (FormFields row : rows) {
            String text = row.required("text", "Teksten i en aftale");
            if (text.length() > LONGEST) {
                row.wrong("En aftale er for lang. Skriv højst " + LONGEST + " tegn.");
            }
            String owner = row.text("owner", "Hvem");
            if (!owners.contains(owner)) {
                row.wrong("Vælg, hvem der gør det: „" + text + "“.");
            }
            LocalDate due = row.day("due", "Datoen for „" + text + "“");
            if (due == null) {
                if (!row.has("due")) {
                    row.wrong("Skriv, hvornår det skal være gjort: „" + text + "“.");
                }
                continue;
            }
            if (due.isAfter(time.today().plusYears(2))) {
                row.wrong("Datoen for „" + text + "“ er for langt ude i fremtiden.");
            } else if (due.isBefore(time.today().minusMonths(MONTHS_AGO))) {
                row.wrong("Datoen for „" + text
                        + "“ ligger mere end et halvt år tilbage. Skriv, hvornår det skal være gjort.");
            }
            items.add(new ActionItem.New(text, owner, due));
        }
        return items;
    }
}
