package dk.klyngeflow;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What all tests share is as it was at the start: the time, the mailboxes, and nobody at the engine's desk. */
final class FreshMorning implements BeforeAllCallback, BeforeEachCallback {

    @Override
    public void beforeAll(ExtensionContext tests) throws FolderException {
        beforeEach(tests);
    }

    @Override
    public void beforeEach(ExtensionContext test) throws FolderException {
        ApplicationContext application = SpringExtension.getApplicationContext(test);
        application.getBean(TestClock.class).reset();
        application.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
        application.getBean(IdentityService.class).clearAuthentication();
    }
}
