package dk.klyngeflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The process application: every quality cluster's life, from founding to handover. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Klyngeflow {

    public static void main(String[] args) {
        SpringApplication.run(Klyngeflow.class, args);
    }
}
