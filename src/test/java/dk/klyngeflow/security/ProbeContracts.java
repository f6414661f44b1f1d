package dk.klyngeflow.security;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contracts of the little process that the tests of access use. */
@Configuration(proxyBeanMethods = false)
class ProbeContracts {

    private record Contract(String task) implements FormContract {

        @Override
        public void check(Answer answer) {
            if (answer.sent().containsKey("wrong")) {
                throw new FormRefused("Beløbet mangler.");
            }
        }
    }

    @Bean
    FormContract probeTaskContract() {
        return new Contract("probeTask");
    }

    @Bean
    FormContract probeStartContract() {
        return new Contract("access-probe");
    }
}
