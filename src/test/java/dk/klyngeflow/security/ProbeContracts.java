package dk.klyngeflow.security;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contracts of the little process that the tests of access use. */
@Configuration(proxyBeanMethods = false)
class ProbeContracts {

    record Probe(boolean wrong) {}

    private record Contract(String task) implements FormContract<ProbeContracts.Probe> {

        @Override
        public Probe read(FormFields fields, Answer answer) {
            boolean isWrong = fields.has("wrong");
            if (isWrong) {
                fields.wrong("Beløbet mangler.");
            }
            return new Probe(isWrong);
        }

        @Override
        public Map<String, Object> take(Probe form, Answer answer) {
            return Map.of();
        }
    }

    @Bean
    FormContract<?> probeTaskContract() {
        return new Contract("probeTask");
    }

    @Bean
    FormContract<?> probeStartContract() {
        return new Contract("access-probe");
    }
}
