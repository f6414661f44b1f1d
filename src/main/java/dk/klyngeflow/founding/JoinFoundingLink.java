package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingPractice;
import dk.klyngeflow.foundings.FoundingPractice.Reply;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Here a practice says whether it joins, and which doctors it has. */
@Component
class JoinFoundingLink implements LinkPage {

    private static final String REPLY = "svar";
    private static final String PATIENTS = "patienter";
    private static final String COLLEAGUES = "kolleger";
    private static final String CLOSED =
            "Tilmeldingen er lukket. Skriv til stifteren, hvis jeres praksis alligevel vil være med.";
    private static final int MOST_COLLEAGUES = 30;
    /** A name and an address, parted as people part them, or as mail programs write them: {@code Bo Berg <bo@praksis.example>}. */
    private static final Pattern COLLEAGUE = Pattern.compile("([^;,\t<]+)[;,\\s<]+([^;,\\s<>]+@[^;,\\s<>]+)[;,\\s>]*");

    private final Foundings foundings;
    private final FoundingPractices practices;
    private final FoundingDoctors doctors;
    private final FoundingInvitations invitations;
    private final ClusterFounding process;
    private final ClusterRegister register;
    private final Clusters clusters;
    private final People people;

    JoinFoundingLink(
            Foundings foundings,
            FoundingPractices practices,
            FoundingDoctors doctors,
            FoundingInvitations invitations,
            ClusterFounding process,
            ClusterRegister register,
            Clusters clusters,
            People people) {
        this.foundings = foundings;
        this.practices = practices;
        this.doctors = doctors;
        this.invitations = invitations;
        this.process = process;
        this.register = register;
        this.clusters = clusters;
        this.people = people;
    }

    @Override
    public String purpose() {
        return FoundingInvitations.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return practice(held)
                .filter(practice -> isOpen(foundings.get(held.clusterId())))
                .map(this::question);
    }

    private Optional<FoundingPractice> practice(Held held) {
        return practices
                .find(held.clusterId(), held.subject())
                .filter(practice -> practice.contactId().equals(held.holder()));
    }

    private static boolean isOpen(Founding founding) {
        return founding.stage() == FoundingStage.JOINING || founding.stage() == FoundingStage.TOO_FEW;
    }

    private Shown question(FoundingPractice practice) {
        Founding founding = foundings.get(practice.clusterId());
        String name = clusters.get(practice.clusterId()).name();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Klynge", name);
        facts.put("Stifter", people.nameOf(founding.founderId()));
        facts.put("Jeres praksis", practice.name() + ", ydernummer " + practice.providerNumber());
        facts.put("Med indtil nu", practices.joined(practice.clusterId()).size() + " praksis");
        if (founding.joiningClosesAt() != null) {
            facts.put("Svar inden", CopenhagenTime.inWords(founding.joiningClosesAt()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                "I en kvalitetsklynge mødes praksis 2-6 gange om året og arbejder med kvalitet ud fra egne data. Siger I ja,"
                        + " inviteres alle jeres læger til den stiftende generalforsamling."));
        blocks.add(new Block.Facts(facts));
        practices
                .elsewhere(practice)
                .forEach(other -> blocks.add(new Block.Note("I er også inviteret til "
                        + clusters.get(other.clusterId()).name()
                        + ", der er ved at blive stiftet. I kan kun være i én klynge: siger I ja her, er I ikke med i den anden."
                        + (other.hasJoined() ? " I har sagt ja til den anden." : ""))));
        blocks.add(new Block.Choice(
                REPLY,
                "Vil jeres praksis være med?",
                List.of(
                        new Block.Choice.Option(Reply.JOINED.name(), "Ja, vi er med"),
                        new Block.Choice.Option(Reply.DECLINED.name(), "Nej tak")),
                practice.reply() == null ? Set.of() : Set.of(practice.reply().name()),
                true,
                false));
        blocks.add(new Block.Field(
                PATIENTS,
                "Antal patienter (sikringsgruppe 1), hvis I kender det",
                Block.Field.Kind.NUMBER,
                practice.patients() == null ? "" : practice.patients().toString(),
                false,
                6));
        blocks.add(new Block.Field(
                COLLEAGUES,
                "Andre læger i jeres praksis, én pr. linje: navn; mailadresse",
                Block.Field.Kind.AREA,
                colleagues(practice),
                false,
                3000));
        return new Shown("Vil I være med i " + name + "?", blocks, practice.isSilent() ? "Send svaret" : "Ret svaret");
    }

    private String colleagues(FoundingPractice practice) {
        StringBuilder lines = new StringBuilder();
        doctors.of(practice.clusterId()).stream()
                .filter(doctor -> doctor.providerNumber().equals(practice.providerNumber())
                        && !doctor.personId().equals(practice.contactId()))
                .forEach(doctor -> lines.append(doctor.name())
                        .append("; ")
                        .append(doctor.mail())
                        .append('\n'));
        return lines.toString().strip();
    }

    @Override
    public Shown over(Held held) {
        FoundingStage stage = foundings.get(held.clusterId()).stage();
        if (stage == FoundingStage.GIVEN_UP) {
            return Shown.over("Stiftelsen er opgivet. Du skal ikke gøre mere.");
        }
        boolean isIn = practice(held).filter(FoundingPractice::hasJoined).isPresent();
        return Shown.over(isIn ? "Jeres praksis er med. Du får besked om det videre i en mail." : CLOSED);
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        practices.lock(held.subject());
        Founding founding = foundings.lock(held.clusterId());
        FoundingPractice practice =
                practice(held).filter(found -> isOpen(founding)).orElseThrow(() -> new FormRefused(CLOSED));
        Reply reply = Reply.valueOf(new SentAnswers(sent).first(REPLY));
        List<String> number = sent.getOrDefault(PATIENTS, List.of());
        if (reply == Reply.JOINED) {
            Set<String> all = new LinkedHashSet<>();
            all.add(practice.contactId());
            all.addAll(read(practice.clusterId(), String.join("\n", sent.getOrDefault(COLLEAGUES, List.of()))));
            doctors.set(practice.clusterId(), practice.providerNumber(), all);
            invitations.chosen(practice);
        }
        practices.reply(practice, reply, number.isEmpty() ? null : Integer.valueOf(number.get(0)));
        if (founding.stage() == FoundingStage.JOINING && invitations.hasEverybodyReplied(held.clusterId())) {
            process.repliesClosed(held.clusterId());
        }
        String until = until(founding);
        return reply == Reply.JOINED
                ? new Done(
                        "Tak, I er med",
                        "Når alle har svaret" + until
                                + ", går stiftelsen videre, og I får en mail om datoen for den stiftende generalforsamling. Indtil da kan I rette svaret med samme link.")
                : new Done(
                        "Tak for svaret",
                        "I hører ikke mere. I kan ændre svaret med samme link, til alle har svaret" + until + ".");
    }

    private static String until(Founding founding) {
        Instant closes = founding.joiningClosesAt();
        return closes == null || founding.stage() != FoundingStage.JOINING
                ? ""
                : ", senest " + CopenhagenTime.inWords(closes);
    }

    private List<String> read(String clusterId, String typed) {
        List<String> wrong = new ArrayList<>();
        List<List<String>> found = new ArrayList<>();
        List<String> lines =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher written = COLLEAGUE.matcher(lines.get(line));
            String name = written.matches() ? written.group(1).strip() : "";
            String mail = written.matches() ? written.group(2) : "";
            if (name.isEmpty() || name.length() > 100 || !FailedMails.isAddress(mail)) {
                wrong.add("Linje " + (line + 1)
                        + " under „Andre læger“: skriv navn; mailadresse, fx Bo Berg; bo@praksis.example.");
            } else {
                found.add(List.of(name, mail));
            }
        }
        if (lines.size() > MOST_COLLEAGUES) {
            wrong.add("Der er plads til " + MOST_COLLEAGUES + " læger fra én praksis.");
        }
        if (!wrong.isEmpty()) {
            throw new FormRefused(wrong);
        }
        return found.stream()
                .map(doctor -> register.expect(clusterId, doctor.get(0), doctor.get(1)))
                .toList();
    }
}
