package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KlyngeflowTest
class EngineSetupTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void theEngineKeepsItsStatements_notTheTextsTheyWereReadFrom() {
        assertThat(engine.getSqlSessionFactory().getConfiguration().getSqlFragments())
                .isEmpty();
    }
}
