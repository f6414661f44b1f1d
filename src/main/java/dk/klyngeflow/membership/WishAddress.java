package dk.klyngeflow.membership;

import dk.klyngeflow.members.PracticeOfMember;
import dk.klyngeflow.pages.CaseAddress;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** From the task to the change on the page of people that grants it, filled in; its effect is shown there before it is confirmed. */
@Component
class WishAddress implements CaseAddress {

    private static final Pattern KEY = Pattern.compile(".*/medlemskab-(\\d{1,18})");

    private final MemberWishes wishes;
    private final PracticeOfMember practices;

    WishAddress(MemberWishes wishes, PracticeOfMember practices) {
        this.wishes = wishes;
        this.practices = practices;
    }

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        Matcher key = KEY.matcher(businessKey);
        return key.matches()
                ? wishes.find(clusterId, Long.parseLong(key.group(1))).map(this::page)
                : Optional.empty();
    }

    private Page page(MemberWish wish) {
        return wish.settledAt() == null
                ? new Page("Se virkningen, og gør det på siden Folk", href(wish))
                : new Page("Se siden Folk", "/folk/" + wish.clusterId());
    }

    private String href(MemberWish wish) {
        MemberWish.Typed typed = wish.typed();
        Map<String, String> filled = new LinkedHashMap<>();
        String change = wish.kind().change();
        LocalDate from = typed.fromDay();
        if (wish.kind() == WishKind.JOIN) {
            boolean isKnown = practices.isOf(wish.clusterId(), typed.providerNumber());
            change = isKnown ? "add" : "add-practice";
            filled.put("navn", isKnown ? typed.name() : typed.practiceName());
            filled.put(isKnown ? "ydernummer" : "nummer", typed.providerNumber());
            if (isKnown) {
                filled.put("mail", typed.mail());
                filled.put("post", "MEMBER");
            } else if (typed.patients() != null) {
                filled.put("patienter", String.valueOf(typed.patients()));
            }
        } else if (wish.kind() == WishKind.PRACTICE_LEAVES) {
            filled.put("ydernummer", typed.providerNumber());
        } else {
            filled.put("person", String.valueOf(wish.personId()));
            if (!typed.name().isEmpty()) {
                filled.put("navn", typed.name());
            }
            if (!typed.mail().isEmpty()) {
                filled.put("mail", typed.mail());
            }
        }
        if (from != null) {
            filled.put("fra", from.toString());
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/folk/" + wish.clusterId() + "/skift/" + change);
        filled.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(filled).toUriString();
    }
}
