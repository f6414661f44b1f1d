package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How code is written here. The house {@code badhouse} breaks every rule once, which shows that each rule can fail. */
class CodeRulesTest {

    private static final JavaClasses TESTS =
            new ClassFileImporter().withImportOption(new OnlyIncludeTests()).importPackages("dk.klyngeflow");
    private static final JavaClasses BAD_HOUSE = new ClassFileImporter().importPackages("badhouse");

    private static final SourceRules SOURCES = SourceRules.under("src/main/java");
    private static final SourceRules MIGRATIONS = SourceRules.under("src/main/resources/db/migration");
    private static final SourceRules BAD_SOURCES = SourceRules.under("src/test/java/badhouse");
    private static final SourceRules BAD_MIGRATIONS = SourceRules.under("src/test/resources/badhouse");

    static List<ArchRule> everywhere() {
        return List.of(
                CodeRules.NAMES_SAY_WHAT_A_THING_IS,
                CodeRules.NO_CLASS_HAS_A_TWIN,
                CodeRules.A_PAGE_IS_A_CONTROLLER,
                CodeRules.A_LINK_IS_A_LINK_PAGE,
                CodeRules.A_LINK_PAGE_IS_CALLED_LINK,
                CodeRules.TIME_COMES_FROM_A_CLOCK,
                CodeRules.NOBODY_PRINTS,
                CodeRules.NOBODY_SLEEPS,
                CodeRules.ONE_WAY_TO_LOG,
                CodeRules.EXCEPTIONS_HAVE_A_KIND,
                CodeRules.WHAT_IS_DANISH_CAN_BE_READ_BY_A_PAGE,
                CodeRules.WHAT_A_CLASS_NEEDS_COMES_THROUGH_ITS_CONSTRUCTOR,
                CodeRules.SQL_GOES_THROUGH_JDBC_CLIENT,
                CodeRules.ONLY_THE_PLATFORM_KNOWS_THE_ENGINES_INSIDE,
                CodeRules.onlyStepsAndProcessClassesKnowTheEngine(Models.here().processClasses()),
                CodeRules.STEPS_STAND_TOGETHER,
                CodeRules.STEPS_ARE_PRIVATE_TO_THEIR_STAGE,
                CodeRules.STEPS_ARE_SILENT,
                CodeRules.STEPS_HAVE_NO_SQL,
                CodeRules.A_STEP_CALLS_ONE_METHOD_OF_ONE_COLLABORATOR,
                CodeRules.NOBODY_COUNTS_COMMAS,
                CodeRules.THE_STARTER_DEPLOYS);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theApplicationKeeps(ArchRule rule) {
        rule.check(Compiled.APPLICATION);
    }

    static List<ArchRule> inTests() {
        return List.of(
                CodeRules.NAMES_SAY_WHAT_A_THING_IS,
                CodeRules.NOBODY_SLEEPS,
                CodeRules.NO_TEST_IS_SWITCHED_OFF,
                CodeRules.NO_TEST_CLASS_IS_SWITCHED_OFF,
                CodeRules.NOTHING_IS_MOCKED);
    }

    @ParameterizedTest
    @MethodSource("inTests")
    void theTestsKeep(ArchRule rule) {
        rule.check(TESTS);
    }

    @Test
    void noSqlNamesATableOfTheEngine() {
        assertThat(SOURCES.engineTablesNamedInSql()).isEmpty();
        assertThat(MIGRATIONS.engineTablesNamedInSql())
                .as("an index that the engine lacks, and nothing that reads or writes")
                .containsOnly("V580__subtasks_are_found_by_index.sql names act_ru_task");
    }

    @Test
    void sqlNamesTheSchemaOfWhatItWritesTo() {
        assertThat(SOURCES.sqlWithoutSchema()).isEmpty();
    }

    @Test
    void everyTableIsOursAndNamesItsCluster() {
        assertThat(MIGRATIONS.tablesOutsideOurSchema()).isEmpty();
        assertThat(MIGRATIONS.tablesWithoutCluster()).isEmpty();
    }

    @Test
    void filesAreShortAndStepsShorter() {
        assertThat(SOURCES.tooLong()).isEmpty();
        assertThat(SOURCES.stepsTooLong()).isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() {
        assertThat(SOURCES.publicTypesWithoutDocumentation()).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(CodeRules.NAMES_SAY_WHAT_A_THING_IS, "PayInvoiceDelegate"),
                Arguments.of(CodeRules.NO_CLASS_HAS_A_TWIN, "badhouse.meetings.Asking has a twin"),
                Arguments.of(CodeRules.A_PAGE_IS_A_CONTROLLER, "badhouse.invoices.AskingPage"),
                Arguments.of(CodeRules.A_LINK_IS_A_LINK_PAGE, "badhouse.invoices.AskingLink"),
                Arguments.of(CodeRules.A_LINK_PAGE_IS_CALLED_LINK, "badhouse.invoices.AskingPage"),
                Arguments.of(CodeRules.TIME_COMES_FROM_A_CLOCK, "ReadsTheMachinesTime"),
                Arguments.of(CodeRules.NOBODY_PRINTS, "Prints"),
                Arguments.of(CodeRules.NOBODY_SLEEPS, "Sleeps"),
                Arguments.of(CodeRules.ONE_WAY_TO_LOG, "LogsAnotherWay"),
                Arguments.of(CodeRules.EXCEPTIONS_HAVE_A_KIND, "ThrowsAnything"),
                Arguments.of(CodeRules.WHAT_IS_DANISH_CAN_BE_READ_BY_A_PAGE, "Whispered"),
                Arguments.of(CodeRules.WHAT_A_CLASS_NEEDS_COMES_THROUGH_ITS_CONSTRUCTOR, "InjectsFields"),
                Arguments.of(CodeRules.SQL_GOES_THROUGH_JDBC_CLIENT, "WritesSqlTheOldWay"),
                Arguments.of(CodeRules.ONLY_THE_PLATFORM_KNOWS_THE_ENGINES_INSIDE, "KnowsTheEnginesInside"),
                Arguments.of(CodeRules.onlyStepsAndProcessClassesKnowTheEngine(Set.of()), "KnowsTheEnginesInside"),
                Arguments.of(CodeRules.STEPS_STAND_TOGETHER, "PayInvoiceDelegate"),
                Arguments.of(CodeRules.STEPS_ARE_PRIVATE_TO_THEIR_STAGE, "PayInvoiceSteps"),
                Arguments.of(CodeRules.STEPS_ARE_SILENT, "PayInvoiceSteps"),
                Arguments.of(CodeRules.STEPS_HAVE_NO_SQL, "PayInvoiceSteps"),
                Arguments.of(CodeRules.A_STEP_CALLS_ONE_METHOD_OF_ONE_COLLABORATOR, "sayTwice"),
                Arguments.of(CodeRules.A_STEP_CALLS_ONE_METHOD_OF_ONE_COLLABORATOR, "payInvoice"),
                Arguments.of(CodeRules.NOBODY_COUNTS_COMMAS, "CountsCommas.twice()"),
                Arguments.of(CodeRules.NOBODY_COUNTS_COMMAS, "CountsCommas.again()"),
                Arguments.of(CodeRules.THE_STARTER_DEPLOYS, "DeploysItself"),
                Arguments.of(CodeRules.NO_TEST_IS_SWITCHED_OFF, "SwitchedOff.never()"),
                Arguments.of(CodeRules.NO_TEST_CLASS_IS_SWITCHED_OFF, "SwitchedOff"),
                Arguments.of(CodeRules.NOTHING_IS_MOCKED, "Mocks"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void everyRuleCanFail(ArchRule rule, String culprit) {
        assertThat(rule.evaluate(BAD_HOUSE).getFailureReport().getDetails())
                .as(rule.getDescription())
                .isNotEmpty()
                .allMatch(line -> line.contains("badhouse."))
                .anyMatch(line -> line.contains(culprit));
    }

    @Test
    void everyRuleIsShownToFail() {
        Set<String> shown = describe(broken().map(each -> (ArchRule) each.get()[0]));

        assertThat(shown).containsAll(describe(everywhere().stream()));
        assertThat(shown).containsAll(describe(inTests().stream()));
    }

    @Test
    void everyRuleOverSourceTextCanFail() {
        assertThat(BAD_SOURCES.engineTablesNamedInSql()).containsExactly("WritesSqlTheOldWay.java names ACT_RU_TASK");
        assertThat(BAD_SOURCES.sqlWithoutSchema())
                .containsExactly("WritesSqlTheOldWay.java writes to invoice without its schema");
        assertThat(BAD_SOURCES.publicTypesWithoutDocumentation()).contains("MeetingHeld does not say what it is for");
        assertThat(BAD_SOURCES.stepsTooLong()).containsExactly("payInvoice of PayInvoiceSteps.java has 25 lines");
        assertThat(BAD_MIGRATIONS.tablesOutsideOurSchema()).containsExactly("invoice is outside klyngeflow");
        assertThat(BAD_MIGRATIONS.tablesWithoutCluster()).containsExactly("invoice has no cluster_id");
    }

    private static Set<String> describe(Stream<ArchRule> rules) {
        return rules.map(rule -> rule.getDescription().replaceAll(", because.*", ""))
                .collect(java.util.stream.Collectors.toSet());
    }
}
