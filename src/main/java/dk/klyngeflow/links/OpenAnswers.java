package dk.klyngeflow.links;

import dk.klyngeflow.security.OpenPages;
import java.util.List;
import org.springframework.stereotype.Component;

/** The page of personal links is for everybody who has a code. */
@Component
class OpenAnswers implements OpenPages {

    @Override
    public List<String> patterns() {
        return List.of(Links.PATH, Links.PATH + "/**");
    }

    @Override
    public List<String> byToken() {
        return patterns();
    }
}
