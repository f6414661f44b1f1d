package dk.klyngeflow.logins;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Who was sent a link to log in, and whose address was changed. */
@Component
class LoginLinkRetention implements Forgets {

    private final PasswordLinks links;
    private final AddressChanges addresses;

    LoginLinkRetention(PasswordLinks links, AddressChanges addresses) {
        this.links = links;
        this.addresses = addresses;
    }

    @Override
    public String what() {
        return "Brugte link til adgangskode og mailadresse";
    }

    @Override
    public Period after() {
        return Period.ofMonths(6);
    }

    @Override
    public int forget(Instant before) {
        return links.forget(before) + addresses.forget(before);
    }
}
