package dk.klyngeflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The process application: every quality cluster's life, from founding to handover. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Klyngeflow {

    public static void main(String[] args) {
        SpringApplication.run(Klyngeflow.class, args);
    }
}
