package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the chair of the assembly and the keeper of the minutes sign exactly the text that is shown. */
@Component
class SignMinutesLink implements LinkPage {

    static final String PURPOSE = "assembly-signature";

    private static final String SIGN = "underskrift";

    private final CalledAssemblies assemblies;
    private final AssemblyMinutes minutes;

    SignMinutesLink(CalledAssemblies assemblies, AssemblyMinutes minutes) {
        this.assemblies = assemblies;
        this.minutes = minutes;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return assemblies
                .find(held.clusterId(), held.subject())
                .filter(assembly -> assembly.is(AssemblyStatus.HELD) && isHers(assembly, held.holder()))
                .map(assembly -> shown(assembly, held.holder()));
    }

    private static boolean isHers(CalledAssembly assembly, String person) {
        return person.equals(assembly.record().chairedBy())
                || person.equals(assembly.record().keptBy());
    }

    private static Shown shown(CalledAssembly assembly, String person) {
        CalledAssembly.Minutes record = assembly.record();
        String paper = record.minutesId() == null ? "" : record.minutesId();
        boolean hasSigned = (!person.equals(record.chairedBy()) || record.chairSignedAt() != null)
                && (!person.equals(record.keptBy()) || record.keeperSignedAt() != null);
        List<Block> read = List.of(new Block.Text(record.minutes()), new Block.File(paper, "Referatet som PDF"));
        if (hasSigned) {
            return new Shown(
                    "Du har underskrevet referatet",
                    List.of(new Block.Note("Tak. Alle får referatet, når det er underskrevet af begge."), read.get(0)),
                    null);
        }
        return new Shown(
                "Referat: " + assembly.title(),
                List.of(
                        read.get(0),
                        read.get(1),
                        new Block.Choice(
                                SIGN,
                                "Underskriver du netop dette referat?",
                                List.of(new Block.Choice.Option(paper, "Ja, jeg underskriver")),
                                Set.of(),
                                true,
                                false),
                        new Block.Text(
                                "Er der noget galt, så lad være, og skriv til klyngen; teksten rettes, og du spørges igen.")),
                "Underskriv");
    }

    @Override
    public Shown over(Held held) {
        return show(held)
                .filter(shown -> shown.button() == null)
                .orElseGet(() -> Shown.over("Referatet er sendt til alle. Du skal ikke gøre mere."));
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        CalledAssembly assembly = assemblies.lock(held.clusterId(), held.subject());
        String paper = String.join("", sent.getOrDefault(SIGN, List.of()));
        if (!minutes.sign(assembly, held.holder(), paper)) {
            throw new FormRefused("Referatet er rettet, siden du åbnede siden. Genindlæs siden, og læs det igen.");
        }
        return new Done("Tak for din underskrift", "Alle får referatet, når det er underskrevet af begge.");
    }
}
