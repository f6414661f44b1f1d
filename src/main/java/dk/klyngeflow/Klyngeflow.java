package dk.klyngeflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The process application: every quality cluster's life, from founding to handover. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Klyngeflow {

    public static void main(String[] args) {
        // a thread of its own would make ready what is needed anyway, and beside it Saxon, for XML that we do not speak
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplication.run(Klyngeflow.class, args);
    }
}
