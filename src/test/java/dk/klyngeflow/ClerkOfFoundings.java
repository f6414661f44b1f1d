package dk.klyngeflow;

import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a cluster on the open page and is founder and all five who join, until it is open. */
final class ClerkOfFoundings extends ClerkOfLife {

    static final int PRACTICES = 6;

    /** The list is kept by this name until the founding has an id of its own. */
    private final Map<String, String> ids = new HashMap<>();

    private int count;

    ClerkOfFoundings(LifeTown town, int port, Journal journal, String name, AtomicBoolean noMore) {
        super(town, port, journal, name, noMore);
    }

    @Override
    void begin(String next) {
        count++;
    }

    private static String mail(String current, int practice) {
        return "p" + practice + "@" + current + ".example";
    }

    private String provider(int practice) {
        return String.format("%06d", 700_000 + count * 10 + practice);
    }

    @Override
    boolean goesOn(String current) {
        String id = id(current);
        if (id.isEmpty()) {
            return wishes(current);
        }
        String stage =
                String.valueOf(town.one("select stage from klyngeflow.founding where cluster_id = :cluster", id));
        return switch (stage) {
            case "PRACTICES" -> founder(id, stage, "liste", list(current));
            case "JOINING" -> joins(id);
            case "DATES" ->
                founder(
                        id,
                        stage,
                        "dag1",
                        WorkingDays.after(town.today().plusDays(20), 0).toString(),
                        "dag2",
                        WorkingDays.after(town.today().plusDays(27), 0).toString(),
                        "klokken",
                        "16.30",
                        "sted",
                        "Havnen");
            case "POLLING" -> saysWhen(id);
            case "CONVENE" -> founder(id, stage, "dato", "1", "sted", "Havnen");
            case "CONVENED" -> evening(id);
            case "RECORD" -> founder(id, stage, minutes(id));
            case "FORMALITIES" -> settles(id);
            default -> false;
        };
    }

    private String id(String current) {
        if (!ids.containsKey(current)) {
            String found = town.one(
                    "select cluster_id from klyngeflow.founding join klyngeflow.person on person_id = founder_id where mail = :cluster",
                    mail(current, 0));
            if (found != null) {
                ids.put(current, found);
                journal.acknowledged("FOUNDING", found, current);
            }
        }
        return ids.getOrDefault(current, "");
    }

    /** On the open page, and by the link that comes. */
    private boolean wishes(String current) {
        Optional<String> code = town.code("klyngeflow", "founding-confirm", mail(current, 0), "");
        if (code.isPresent()) {
            if (LifeTown.answers(anybody(), code.get(), "start", "ja").isPresent()) {
                journal.acknowledged("WISH", current, "-");
            }
            return true;
        }
        if (town.one(
                        "select 'ja' from klyngeflow.mail_outbox where purpose = 'founding-confirm' and recipient_address = :cluster",
                        mail(current, 0))
                != null) {
            return false;
        }
        Browser browser = anybody();
        String token = Browser.token(browser.get("/start-en-klynge").body());
        String form = "_csrf=" + token + "&klynge=" + plus("Klynge " + current) + "&region=" + plus("Region Sjælland")
                + "&ydernummer=" + provider(0) + "&praksis=Huset&patienter=3000&navn=" + plus("Anne Holm") + "&mail="
                + plus(mail(current, 0));
        int status = browser.submit("/start-en-klynge", form).statusCode();
        if (status == 400) {
            throw new IllegalArgumentException("refused " + form);
        }
        return status == 302;
    }

    private static String plus(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String list(String current) {
        List<String> lines = new ArrayList<>();
        for (int practice = 1; practice < PRACTICES; practice++) {
            lines.add(provider(practice) + "; Huset " + practice + "; Læge " + practice + " Berg; "
                    + mail(current, practice) + "; 1000");
        }
        return String.join("\n", lines);
    }

    private boolean founder(String id, String stage, String... fields) {
        String founder =
                String.valueOf(town.one("select founder_id from klyngeflow.founding where cluster_id = :cluster", id));
        Optional<String> code = town.code(id, "founding-founder", founder, "");
        if (code.isEmpty() || LifeTown.answers(anybody(), code.get(), fields).isEmpty()) {
            return false;
        }
        journal.acknowledged(stage, id, founder);
        return true;
    }

    private boolean joins(String id) {
        for (String contact : town.column(
                "select contact_id from klyngeflow.founding_practice where cluster_id = :cluster and reply is null order by provider_number",
                id)) {
            if (answers(id, "founding-invitation", contact, "svar", "JOINED")) {
                return true;
            }
        }
        return false;
    }

    private boolean saysWhen(String id) {
        for (String doctor : town.column("""
                select person_id from klyngeflow.founding_doctor d join klyngeflow.founding f using (cluster_id)
                where cluster_id = :cluster and not exists (
                  select from klyngeflow.date_poll_answer a
                  where a.cluster_id = d.cluster_id and a.poll_id = f.poll_id and a.person_id = d.person_id)
                order by person_id""", id)) {
            if (answers(id, "date-poll", doctor, "dato1", "YES", "dato2", "YES")) {
                return true;
            }
        }
        return false;
    }

    private boolean evening(String id) {
        if (!town.timeComes(id, "assemblyBegun")) {
            return false;
        }
        town.update(
                "update klyngeflow.founding set assembly_at = now() - interval '1 hour' where cluster_id = :cluster and assembly_at > now()",
                id);
        return false;
    }

    private String[] minutes(String id) {
        List<String> all = town.column(
                "select contact_id from klyngeflow.founding_practice where cluster_id = :cluster order by provider_number",
                id);
        List<String> form = new ArrayList<>();
        all.forEach(each -> form.addAll(List.of("kom", each)));
        form.addAll(List.of(
                "dirigent", all.get(5),
                "referent", all.get(4),
                "vedtaget", "ja",
                "for", "6",
                "imod", "0",
                "koordinator", all.get(0),
                "formand", all.get(1),
                "kasserer", all.get(2),
                "bestyrelse", all.get(3),
                "revisor", all.get(4),
                "hvordan", "ACCLAMATION",
                "referat", "Vi mødes i marts."));
        return form.toArray(String[]::new);
    }

    private boolean settles(String id) {
        String founder =
                String.valueOf(town.one("select founder_id from klyngeflow.founding where cluster_id = :cluster", id));
        for (String what : List.of("CVR", "Konto", "KiAP")) {
            Optional<String> code = town.code(id, "founding-formality", founder, what);
            if (code.isPresent()
                    && LifeTown.answers(anybody(), code.get(), "handling", what.equals("Konto") ? "plo" : "spring")
                            .isPresent()) {
                journal.acknowledged("FORMALITIES", id, what);
                return true;
            }
        }
        return false;
    }

    @Override
    boolean isOver(String current) {
        String id = id(current);
        return !id.isEmpty()
                && "OPEN".equals(town.one("select stage from klyngeflow.founding where cluster_id = :cluster", id))
                && !town.isOpen(id, "cluster-founding");
    }
}
