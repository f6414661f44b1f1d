package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom: Spring Modulith checks what each package-info allows, {@link Floors} what a package-info may allow. */
class ModulesTest {

    private static final ImportOption EVERYTHING = location -> true;

    private static final int MOST_FILES = 70;

    private static final Set<String> STAGES = Floors.stagesIn("processes");
    private static final Floors HOUSE = Floors.of(Compiled.APPLICATION, "dk.klyngeflow", "src/main/java", STAGES);

    @Test
    void everyPackageKnowsOnlyWhatItsPackageInfoAllows() {
        ApplicationModules.of(Klyngeflow.class).verify();
    }

    @Test
    void everyPackageInfoSaysInOneSentenceWhatThePackageIsFor() {
        assertThat(HOUSE.withoutPurpose()).isEmpty();
    }

    @Test
    void everyPackageIsAModuleThatNamesItsDependencies() {
        assertThat(HOUSE.withoutDeclaration()).isEmpty();
    }

    @Test
    void nobodyKnowsAFloorAbove() {
        assertThat(HOUSE.upwardDependencies()).isEmpty();
    }

    @Test
    void nobodyMayKnowWhomItDoesNotUse() {
        assertThat(HOUSE.allowedInVain()).isEmpty();
    }

    @Test
    void packagesAreFlat() {
        assertThat(HOUSE.nestedPackages()).isEmpty();
    }

    /** About sixty are readable; the largest rooms are somewhat larger yet, and none may grow. */
    @Test
    void packagesAreSmall() {
        assertThat(HOUSE.crowdedPackages(MOST_FILES)).isEmpty();
    }

    @Test
    void everyFolderOfModelsHasItsPackage() {
        assertThat(HOUSE.packages()).containsAll(STAGES);
    }

    @Test
    void canFail() {
        Floors bad = Floors.of(
                new ClassFileImporter().importPackages("badhouse"),
                "badhouse",
                "src/test/java",
                Set.of("meetings", "invoices"));

        assertThat(ApplicationModules.of("badhouse", EVERYTHING)
                        .detectViolations()
                        .getMessages())
                .anyMatch(message -> message.contains("'engine' depends on module 'meetings'"));
        assertThat(bad.withoutPurpose()).containsExactly("badhouse.engine");
        assertThat(bad.withoutDeclaration()).containsExactly("badhouse.invoices");
        assertThat(bad.upwardDependencies()).containsExactly("the stage meetings may not know the stage invoices");
        assertThat(bad.allowedInVain())
                .containsExactlyInAnyOrder("meetings does not use engine", "meetings does not use invoices");
        assertThat(bad.crowdedPackages(3)).containsExactly("badhouse.invoices");
        assertThat(bad.nestedPackages()).containsExactly("badhouse.meetings.util");
    }
}
