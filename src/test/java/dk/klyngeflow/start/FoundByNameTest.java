package dk.klyngeflow.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

class FoundByNameTest {

    @Test
    void ofTwoTheOneThatBearsTheNameOfItsClassIsMeant() {
        assertThat(asked(Two.class).lamp.says).isEqualTo("lamp");
    }

    @Test
    void thePrimaryOneStaysTheFirst() {
        assertThat(asked(WithPrimary.class).lamp.says).isEqualTo("primary");
    }

    @Test
    void whatBearsTheNameButIsNothingOfTheKindIsPassedOver() {
        assertThat(asked(WrongName.class).lamp.says).isEqualTo("other");
    }

    @Test
    void whoSaysWhichOneGetsThatOne() {
        try (AnnotationConfigApplicationContext context = context(Two.class, Chooser.class)) {
            assertThat(context.getBean(Chooser.class).lamp.says).isEqualTo("other");
        }
    }

    @Test
    void nothingIsDefinedAnyMoreWhenThePostProcessorsAreMade() {
        try (AnnotationConfigApplicationContext context = context(FinalDefinitions.class, Watcher.class)) {
            assertThat(context.getBean(Watcher.class).isFrozen).isTrue();
        }
        try (AnnotationConfigApplicationContext context = context(Watcher.class)) {
            assertThat(context.getBean(Watcher.class).isFrozen).as("without us").isFalse();
        }
    }

    private static Asker asked(Class<?> definitions) {
        try (AnnotationConfigApplicationContext context = context(definitions, Asker.class)) {
            return context.getBean(Asker.class);
        }
    }

    private static AnnotationConfigApplicationContext context(Class<?>... classes) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        new FoundByName().initialize(context);
        context.register(classes);
        context.refresh();
        return context;
    }

    record Lamp(String says) {}

    static class Asker {
        private final Lamp lamp;

        Asker(Lamp wanted) {
            this.lamp = wanted;
        }
    }

    static class Chooser {
        private final Lamp lamp;

        Chooser(@Qualifier("other") Lamp wanted) {
            this.lamp = wanted;
        }
    }

    static class Watcher implements BeanPostProcessor {
        private final boolean isFrozen;

        Watcher(ConfigurableListableBeanFactory factory) {
            this.isFrozen = factory.isConfigurationFrozen();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {
        @Bean("foundByNameTest.Lamp")
        Lamp lamp() {
            return new Lamp("lamp");
        }

        @Bean
        Lamp other() {
            return new Lamp("other");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithPrimary extends Two {
        @Bean
        @Primary
        Lamp primary() {
            return new Lamp("primary");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WrongName {
        @Bean("foundByNameTest.Lamp")
        String noLamp() {
            return "";
        }

        @Bean
        Lamp other() {
            return new Lamp("other");
        }
    }
}
