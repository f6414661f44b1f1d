package dk.klyngeflow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.sql.Connection;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Disabled;
import org.slf4j.Logger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Controller;

/** How code is written here, as rules over compiled classes. Rules over source text are in {@link SourceRules}. */
final class CodeRules {

    private CodeRules() {}

    private static final DescribedPredicate<JavaClass> STEPS = describe(
            "steps", type -> type.getSimpleName().endsWith("Steps") && type.isAnnotatedWith(Configuration.class));

    private static final int MOST_ARGUMENTS = 8;
    private static final String LINK_PAGE = "dk.klyngeflow.links.LinkPage";

    private static final Set<String> CLOCK_READERS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveNameMatching(".*(Delegate|Service|Impl|Manager|Helper|Utils?|Constants)(\\$.*)?")
            .because("verbs are steps and nouns are things; these words say neither");

    static final ArchRule NO_CLASS_HAS_A_TWIN = classes()
            .that()
            .areTopLevelClasses()
            .should(new ArchCondition<>("be the only one of its name") {

                private final Map<String, Set<String>> named = new HashMap<>();

                @Override
                public void init(Collection<JavaClass> all) {
                    named.clear();
                    all.forEach(type -> named.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                            .add(type.getPackageName()));
                }

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Set<String> homes = named.getOrDefault(type.getSimpleName(), Set.of());
                    if (homes.size() > 1 && !type.getSimpleName().equals("package-info")) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " has a twin: " + type.getSimpleName() + " is in " + homes));
                    }
                }
            })
            .because("one thing has one name, and one name means one thing");

    static final ArchRule A_PAGE_IS_A_CONTROLLER = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .haveSimpleNameEndingWith("Page")
            .should()
            .beMetaAnnotatedWith(Controller.class)
            .because("a page has an address");

    static final ArchRule A_LINK_IS_A_LINK_PAGE = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .haveNameMatching(".*\\.[A-Z]\\w+Link")
            .should()
            .implement(LINK_PAGE)
            .because("a link is what a person answers by");

    static final ArchRule A_LINK_PAGE_IS_CALLED_LINK = classes()
            .that()
            .implement(LINK_PAGE)
            .should()
            .haveSimpleNameEndingWith("Link")
            .because("whoever looks for what a link shows looks for its name");

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(describe("it reads the machine's own time", CodeRules::readsTheMachinesTime))
            .because("tests and the demo set the clock: inject java.time.Clock or CopenhagenTime");

    static final ArchRule NOBODY_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    static final ArchRule ONE_WAY_TO_LOG = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a thread sleeps",
                    call -> call.getName().equals("sleep")
                            && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                    .contains(call.getTargetOwner().getName())))
            .because("a sleep is too short on a slow machine and too long on a fast one; tests wait with Awaitility");

    static final ArchRule EXCEPTIONS_HAVE_A_KIND = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    static final ArchRule WHAT_IS_DANISH_CAN_BE_READ_BY_A_PAGE = methods()
            .that()
            .haveName("danish")
            .and()
            .areDeclaredInClassesThat()
            .areEnums()
            .should()
            .bePublic()
            .because("a template finds public methods only, and says so first when somebody opens the page");

    static final ArchRule WHAT_A_CLASS_NEEDS_COMES_THROUGH_ITS_CONSTRUCTOR = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    static final ArchRule SQL_GOES_THROUGH_JDBC_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackages("..engine..", "..security..", "..demo..")
            .should()
            .callMethodWhere(describe("SQL is written another way", CodeRules::writesSqlAnotherWay))
            .because("one way to write SQL, and values are always parameters; only a batch needs JdbcTemplate");

    static final ArchRule ONLY_THE_PLATFORM_KNOWS_THE_ENGINES_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackages("..engine..", "..security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..")
            .because("a move to a fork of the engine should be a change of imports");

    /** @param processClasses simple names of the classes that own a process, such as {@code InvoiceApproval} */
    static ArchRule onlyStepsAndProcessClassesKnowTheEngine(Set<String> processClasses) {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..engine..", "..security..", "..pages..")
                .and(not(STEPS))
                .and(describe("are no process's own class", type -> !processClasses.contains(type.getSimpleName())))
                .and(describe(
                        "are not inside one", type -> type.getEnclosingClass().isEmpty()))
                .should()
                .dependOnClassesThat(resideInAPackage("org.camunda.."))
                .because("the domain is ours; the engine only carries it");
    }

    static final ArchRule STEPS_STAND_TOGETHER = noClasses()
            .that(describe("are written out", type -> !type.isAnonymousClass()))
            .should()
            .implement(JavaDelegate.class)
            .because("the steps of a process are the methods of its one class of steps, in the order of its diagram");

    static final ArchRule STEPS_ARE_PRIVATE_TO_THEIR_STAGE = classes()
            .that(STEPS)
            .should()
            .bePackagePrivate()
            .because("a step is called by its model and by nobody else")
            .allowEmptyShould(true);

    static final ArchRule STEPS_ARE_SILENT = noClasses()
            .that(STEPS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Logger.class)
            .because("who does the work logs the fact, once")
            .allowEmptyShould(true);

    static final ArchRule STEPS_HAVE_NO_SQL = noClasses()
            .that(STEPS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.dao..")
            .because("a step reads variables, calls one method of one collaborator, writes variables")
            .allowEmptyShould(true);

    static final ArchRule A_STEP_CALLS_ONE_METHOD_OF_ONE_COLLABORATOR = classes()
            .that(STEPS)
            .should(new ArchCondition<>("call one method of the one collaborator that each is given") {
                @Override
                public void check(JavaClass steps, ConditionEvents events) {
                    steps.getMethods().stream()
                            .filter(method -> method.isAnnotatedWith(Bean.class))
                            .forEach(step -> check(step, events));
                }

                private void check(JavaMethod step, ConditionEvents events) {
                    List<String> given = step.getRawParameterTypes().stream()
                            .map(JavaClass::getName)
                            .toList();
                    long calls = step.getMethodCallsFromSelf().stream()
                            .filter(call -> given.contains(call.getTargetOwner().getName()))
                            .count();
                    if (given.size() != 1 || calls != 1) {
                        events.add(SimpleConditionEvent.violated(
                                step,
                                "%s is given %s and calls %d methods of it"
                                        .formatted(step.getFullName(), given, calls)));
                    }
                }
            })
            .because("a step that needs two is two steps, or the second belongs inside the first")
            .allowEmptyShould(true);

    static final ArchRule NOBODY_COUNTS_COMMAS = noClasses()
            .should()
            .accessTargetWhere(describe("it is a call with more than eight arguments", CodeRules::isLongCall))
            .because("what belongs together is a record of its own; only rows are read into a longer one, by name");

    /** Of ours, or of a library's. */
    private static boolean isLongCall(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().size() > MOST_ARGUMENTS
                && !access.getTargetOwner().getName().startsWith("java.");
    }

    static final ArchRule THE_STARTER_DEPLOYS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("EnableProcessApplication")
            .because("with it the starter ignores camunda.bpm.deployment-resource-pattern");

    static final ArchRule NO_TEST_IS_SWITCHED_OFF = noMethods()
            .should()
            .beAnnotatedWith(Disabled.class)
            .because("a test that does not run says nothing; delete it or mend it");

    static final ArchRule NO_TEST_CLASS_IS_SWITCHED_OFF = noClasses().should().beAnnotatedWith(Disabled.class);

    static final ArchRule NOTHING_IS_MOCKED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mockito..", "org.springframework.test.context.bean.override.mockito..")
            .because("tests use our own classes as they are, and small fakes for the outside world");

    private static boolean writesSqlAnotherWay(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean template =
                owner.isAssignableTo(JdbcOperations.class) && !call.getName().equals("batchUpdate");
        boolean named = owner.isAssignableTo(NamedParameterJdbcOperations.class);
        boolean bare = owner.isAssignableTo(Connection.class) && call.getName().matches("prepare.*|create.*");
        return template || named || bare;
    }

    private static boolean readsTheMachinesTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean now = name.equals("now")
                && CLOCK_READERS.contains(owner)
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean date = owner.equals("java.util.Date")
                && name.equals("<init>")
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean millis = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
        boolean calendar = owner.equals("java.util.Calendar") && name.equals("getInstance");
        return now || date || millis || calendar;
    }
}
