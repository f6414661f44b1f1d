package dk.klyngeflow.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the mails: one template per purpose, each as subject, text and HTML. */
@Component
class MailTemplates {

    private static final String FOLDER = "templates/mail/";
    private static final int LONGEST_SUBJECT = 150;
    /** Without it programs fall back to the rules of the nineties, where tables know neither colours nor lines of what is around them. */
    private static final String STANDARD = "<!DOCTYPE html>\n";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    /** Looked for once: a mail to everybody would look three times for each of them. */
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    MailTemplates() {
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML, 1));
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT, 2));
        engine.addTemplateResolver(resolver(".subject", TemplateMode.TEXT, 3));
    }

    /** @throws IllegalArgumentException when one of the three templates is missing */
    void require(String purpose) {
        if (found.contains(purpose)) {
            return;
        }
        if (!purpose.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("not a purpose: " + purpose);
        }
        for (String ending : new String[] {".subject", ".txt", ".html"}) {
            if (MailTemplates.class.getResource("/" + FOLDER + purpose + ending) == null) {
                throw new IllegalArgumentException("no template " + FOLDER + purpose + ending);
            }
        }
        found.add(purpose);
    }

    Letter write(String purpose, Map<String, Object> model) {
        Context context = new Context(Locale.forLanguageTag("da"), model);
        return new Letter(
                Addresses.oneLine(engine.process(purpose + ".subject", context), LONGEST_SUBJECT),
                engine.process(purpose + ".txt", context).strip() + "\n",
                STANDARD + engine.process(purpose + ".html", context));
    }

    record Letter(String subject, String text, String html) {}

    private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.getResolvablePatternSpec().addPattern("*" + ending);
        resolver.setOrder(order);
        return resolver;
    }
}
