package dk.klyngeflow.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /login}: the one log-in for Tasklist, Cockpit and our own pages. */
@Controller
class LoginPage {

    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final CurrentPerson person;

    LoginPage(ObjectProvider<ClientRegistrationRepository> providers, CurrentPerson person) {
        this.providers = providers;
        this.person = person;
    }

    /** Another place to log in, by OpenID Connect. */
    record Elsewhere(String name, String href) {}

    @GetMapping("/login")
    String show(Model model) {
        model.addAttribute("elsewhere", elsewhere());
        model.addAttribute("alreadyIn", person.id().isPresent());
        return "login";
    }

    private List<Elsewhere> elsewhere() {
        List<Elsewhere> all = new ArrayList<>();
        if (providers.getIfAvailable() instanceof Iterable<?> registrations) {
            for (Object registration : registrations) {
                if (registration instanceof ClientRegistration client) {
                    all.add(new Elsewhere(
                            client.getClientName(), "/oauth2/authorization/" + client.getRegistrationId()));
                }
            }
        }
        return all;
    }
}
