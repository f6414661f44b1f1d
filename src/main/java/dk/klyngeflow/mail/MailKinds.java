package dk.klyngeflow.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What people call the kinds of mail, where neither the subject nor anybody's name may be shown. */
@Component
class MailKinds {

    private final Properties names = new Properties();

    MailKinds() {
        try (Reader in = new InputStreamReader(
                new ClassPathResource("templates/mail-kinds.properties").getInputStream(), StandardCharsets.UTF_8)) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the names of the kinds of mail cannot be read", e);
        }
    }

    /** The purpose itself when it is one that is no longer sent. */
    String name(String purpose) {
        return names.getProperty(purpose, purpose);
    }
}
