package dk.klyngeflow.year;

import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** From a task of the year to the wheel. */
@Component
class YearCaseAddress implements CaseAddress {

    private static final Pattern KEY = Pattern.compile("[^/]+/aar-(\\d{4})(/[a-z-]+)?");

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        Matcher key = KEY.matcher(businessKey);
        return key.matches()
                ? Optional.of(new Page("Se årshjulet", YearPage.PATH + clusterId + "?aar=" + key.group(1)))
                : Optional.empty();
    }
}
