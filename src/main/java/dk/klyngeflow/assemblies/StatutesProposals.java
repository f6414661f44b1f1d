package dk.klyngeflow.assemblies;

import dk.klyngeflow.statutes.StatutesDraft;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Changes of the statutes as members propose them: one field each, with what stands there and what is to stand there. */
@Component
public class StatutesProposals {

    private final StatutesDraft draft;
    private final StatutesVersions versions;

    StatutesProposals(StatutesDraft draft, StatutesVersions versions) {
        this.draft = draft;
        this.versions = versions;
    }

    public List<StatutesDraft.Question> fields(String clusterId) {
        return draft.parts(clusterId).stream()
                .flatMap(part -> part.questions().stream())
                .toList();
    }

    public Optional<StatutesDraft.Question> field(String clusterId, String name) {
        return fields(clusterId).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** What stands there now, as people read it. */
    public static String shown(StatutesDraft.Question field) {
        return shown(field, field.value());
    }

    public static String shown(StatutesDraft.Question field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(StatutesDraft.Option::danish)
                .findFirst()
                .orElse(value);
    }

    /** What somebody has typed, as it is kept; empty when it fits none of what may stand there. */
    public Optional<String> value(String clusterId, StatutesDraft.Question field, String typed) {
        if (!field.options().isEmpty()) {
            return field.options().stream()
                    .filter(option -> option.danish().equalsIgnoreCase(typed.strip()))
                    .map(StatutesDraft.Option::value)
                    .findFirst();
        }
        String number = typed.strip().split("\\s+", 2)[0];
        return draft.faults(with(clusterId, Map.of(field.name(), number))).isEmpty()
                ? Optional.of(number)
                : Optional.empty();
    }

    /** What may be typed, for whoever has typed something else. */
    public static String allowed(StatutesDraft.Question field) {
        return field.options().isEmpty()
                ? "Skriv et helt tal ved „" + field.label() + "“. " + field.help()
                : "Skriv en af disse ved „" + field.label() + "“: "
                        + field.options().stream()
                                .map(StatutesDraft.Option::danish)
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    /**
     * What is to stand in the field after all.
     *
     * @param amendments that were adopted, in the words of the chair
     * @return empty when they are none of what may stand there: the statutes are then put right by hand
     */
    public Optional<String> decided(String clusterId, MemberProposal proposal, List<String> amendments) {
        return amendments.isEmpty()
                ? Optional.of(proposal.afterValue())
                : field(clusterId, String.valueOf(proposal.field()))
                        .flatMap(field -> value(clusterId, field, amendments.get(amendments.size() - 1)));
    }

    /** The statutes with all that was adopted in one new version, from today. @param changes what is to stand, by field */
    public int adopt(String clusterId, Map<String, String> changes, String by) {
        return versions.adopt(clusterId, draft.read(with(clusterId, changes)), by);
    }

    private Map<String, String> with(String clusterId, Map<String, String> changes) {
        Map<String, String> values = new HashMap<>();
        fields(clusterId).forEach(field -> values.put(field.name().toLowerCase(Locale.ROOT), field.value()));
        values.putAll(changes);
        return values;
    }
}
