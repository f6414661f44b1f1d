package dk.klyngeflow.engine;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Clockwork of our own, beside the engine's timers; tests switch it off and turn the hand themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "klyngeflow.schedules", havingValue = "true", matchIfMissing = true)
class Schedules {}
