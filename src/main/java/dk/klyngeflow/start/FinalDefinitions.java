package dk.klyngeflow.start;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Says to Spring that no bean is defined any more as soon as that is true: when the first post processor of beans is made. Spring itself says so
 * only after Tomcat's filters, and half of our beans are made for them; until then each of their arguments is looked for among all
 * definitions anew.
 */
@Component
class FinalDefinitions implements BeanPostProcessor, PriorityOrdered, BeanFactoryAware {

    @Override
    public void setBeanFactory(BeanFactory factory) {
        ((ConfigurableListableBeanFactory) factory).freezeConfiguration();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
