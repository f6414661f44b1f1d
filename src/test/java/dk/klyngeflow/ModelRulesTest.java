package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How processes, decisions and forms are drawn and named here. {@link ModelRulesCanFailTest} breaks each rule once. */
class ModelRulesTest {

    @TestFactory
    Stream<DynamicTest> theModelsKeep() {
        return rules(Models.here()).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> assertThat(rule.getValue().get()).isEmpty()));
    }

    @Test
    void thereAreModels() {
        assertThat(Models.here().diagrams()).isNotEmpty();
        assertThat(Models.here().forms()).isNotEmpty();
    }

    /** Every rule by its name; each says what breaks it. */
    static Map<String, Supplier<List<String>>> rules(Models models) {
        ModelRules rules = new ModelRules(models);
        VariableRules variables = new VariableRules(models);
        LabelRules labels = new LabelRules(models);
        Map<String, Supplier<List<String>>> all = new TreeMap<>();
        all.put("file names are unique", rules::fileNamesAreUnique);
        all.put("only models lie among the models", rules::onlyModelsLieAmongTheModels);
        all.put("process is file is class", rules::processIsFileIsClass);
        all.put("processes are documented in Danish", rules::processesAreDocumentedInDanish);
        all.put("history is kept for a stated number of days", rules::historyIsKeptForAStatedNumberOfDays);
        all.put("every element has its shape", rules::everyElementHasItsShape);
        all.put("labels lie free", labels::labelsLieFree);
        all.put("names fit their shapes", labels::namesFitTheirShapes);
        all.put("ids are given by people", rules::idsAreGivenByPeople);
        all.put("names are Danish", rules::namesAreDanish);
        all.put("models contain no code", rules::modelsContainNoCode);
        all.put("save points say why, and how often to try again", rules::savePointsSayWhyAndHowOftenToTryAgain);
        all.put("every user task has a way out when nobody acts", rules::everyUserTaskHasAWayOutWhenNobodyActs);
        all.put("service task is bean is method", rules::serviceTaskIsBeanIsMethod);
        all.put("steps are written in the order of the diagram", rules::stepsAreWrittenInTheOrderOfTheDiagram);
        all.put("user task is form is contract", rules::userTaskIsFormIsContract);
        all.put("start form bears the name of its process", rules::startFormBearsTheNameOfItsProcess);
        all.put(
                "only what has a start form can be started in Tasklist",
                rules::onlyWhatHasAStartFormCanBeStartedInTasklist);
        all.put("every form is used", rules::everyFormIsUsed);
        all.put("called processes exist", rules::calledProcessesExist);
        all.put("gateways ask a question", rules::gatewaysAskAQuestionAndTheVariableBearsItsName);
        all.put("events are facts in the past", rules::eventsAreFactsInThePast);
        all.put("messages and errors bear the name of their stage", rules::messagesAndErrorsBearTheNameOfTheirStage);
        all.put("decision is file and has its test", rules::decisionIsFileAndHasItsTest);
        all.put("decisions asked exist", rules::decisionsAskedExist);
        all.put("every process declares its variables", variables::everyProcessDeclaresItsVariables);
        all.put("constants bear the name of their variable", variables::constantsBearTheNameOfTheirVariable);
        all.put("every used variable is declared", variables::everyUsedVariableIsDeclared);
        all.put("every field is read by its contract", variables::everyFieldIsReadByItsContract);
        all.put(
                "fields of a form are the components of its record",
                variables::fieldsOfAFormAreTheComponentsOfItsRecord);
        all.put("every declared variable is used", variables::everyDeclaredVariableIsUsed);
        return all;
    }
}
