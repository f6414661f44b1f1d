package dk.klyngeflow.security;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contracts of the little process that the tests of access use. */
@Configuration(proxyBeanMethods = false)
class ProbeContracts {

    record Probe(@Nullable String wrong) {}

    private record Contract(String task) implements FormContract<ProbeContracts.Probe> {

        @Override
        public Probe check(Answer answer) {
            return read(FormFields.of(answer.sent(), answer.sent().keySet()), answer);
        }

        @Override
        public Probe read(FormFields fields, Answer answer) {
            if (answer.sent().containsKey("wrong")) {
                throw new FormRefused("Beløbet mangler.");
            }
            return new Probe(null);
        }

        @Override
        public Map<String, Object> take(Probe form, Answer answer) {
            return answer.sent();
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
