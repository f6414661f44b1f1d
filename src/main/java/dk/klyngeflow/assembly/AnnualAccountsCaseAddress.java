package dk.klyngeflow.assembly;

import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** From a task of the annual accounts to the page of the year. */
@Component
class AnnualAccountsCaseAddress implements CaseAddress {

    private static final Pattern KEY = Pattern.compile("[^/]+/regnskab-(\\d{4})(/.*)?");

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        Matcher key = KEY.matcher(businessKey);
        return key.matches()
                ? Optional.of(new Page("Se årsregnskabet", "/aarsregnskab/" + clusterId + "/" + key.group(1)))
                : Optional.empty();
    }
}
