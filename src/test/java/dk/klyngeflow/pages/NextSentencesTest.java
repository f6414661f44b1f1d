package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever completes a task or starts a case hears what happens next: no task is left out. */
@KlyngeflowTest
class NextSentencesTest {

    @Autowired
    RepositoryService models;

    @Autowired
    ObjectProvider<WhatNext> stages;

    @Test
    void everyTaskAndStartFormHasItsSentence() {
        Set<String> forms = new TreeSet<>();
        for (ProcessDefinition process :
                models.createProcessDefinitionQuery().latestVersion().list()) {
            if (process.getKey().contains("probe")) {
                continue;
            }
            var model = models.getBpmnModelInstance(process.getId());
            model.getModelElementsByType(UserTask.class).forEach(task -> forms.add(task.getId()));
            if (model.getModelElementsByType(StartEvent.class).stream()
                    .anyMatch(start -> start.getCamundaFormKey() != null)) {
                forms.add(process.getKey());
            }
        }
        Set<String> spoken = new TreeSet<>();
        stages.forEach(stage -> spoken.addAll(stage.keys()));

        assertThat(forms).isNotEmpty();
        assertThat(spoken).containsAll(forms);
    }
}
