package dk.klyngeflow.assembly;

import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** From a task of the annual accounts to the page of the year, and from one about a statement to the page of the bank. */
@Component
class AnnualAccountsCaseAddress implements CaseAddress {

    private static final Pattern STATEMENT = Pattern.compile("[^/]+/kontoudtog-(\\d{4})-\\d\\d");
    private static final Pattern KEY = Pattern.compile("[^/]+/regnskab-(\\d{4})(/.*)?");

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        Matcher statement = STATEMENT.matcher(businessKey);
        if (statement.matches()) {
            return Optional.of(new Page("Se banken", "/regnskab/" + clusterId + "/bank?year=" + statement.group(1)));
        }
        Matcher key = KEY.matcher(businessKey);
        return key.matches()
                ? Optional.of(new Page("Se årsregnskabet", "/aarsregnskab/" + clusterId + "/" + key.group(1)))
                : Optional.empty();
    }
}
