package dk.klyngeflow.founding;

import dk.klyngeflow.ProcessStory;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Formality;
import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.FoundingRetention;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.Bounces;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.polls.DatePolls;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The words in which foundings are told. */
@TestComponent
class FoundingStory extends ProcessStory {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final FoundingWishes wishes;
    final Foundings foundings;
    final FoundingPractices practices;
    final FoundingDoctors doctors;
    final FoundingRetention retention;
    private final DatePolls polls;
    private final List<LinkPage> pages;
    private final TransactionTemplate transaction;
    private final WrittenMails written;
    private final Bounces bounces;
    private final FormService forms;
    private final RepositoryService models;
    private final IdentityService identities;

    private int number;

    FoundingStory(
            World world,
            FoundingWishes wishes,
            Foundings foundings,
            FoundingPractices practices,
            FoundingDoctors doctors,
            FoundingRetention retention,
            DatePolls polls,
            List<LinkPage> pages,
            TransactionTemplate transaction,
            WrittenMails written,
            Bounces bounces,
            FormService forms,
            RepositoryService models,
            IdentityService identities) {
        super(world);
        this.forms = forms;
        this.models = models;
        this.identities = identities;
        this.wishes = wishes;
        this.foundings = foundings;
        this.practices = practices;
        this.doctors = doctors;
        this.retention = retention;
        this.polls = polls;
        this.pages = pages;
        this.transaction = transaction;
        this.written = written;
        this.bounces = bounces;
    }

    // the founder

    /** Nothing has happened yet. */
    void begins() {
        clock.reset();
        cluster = "";
        number = NUMBERS.incrementAndGet();
    }

    String name() {
        return "Klynge Prøve " + number;
    }

    /** Somebody has confirmed. */
    void isConfirmed() {
        cluster = "klynge-proeve-" + number;
        dueJobsRun();
    }

    /** The start form in Tasklist, sent by somebody who is logged in. */
    void startsInTasklist(String person, List<String> groups, Map<String, Object> form) {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(ClusterFounding.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        identities.setAuthentication(person, groups, List.of());
        try {
            forms.submitStartForm(model, form);
        } finally {
            identities.clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }

    Map<String, Object> startForm() {
        return new HashMap<>(Map.of(
                "clusterName", name(),
                "regionName", "Region Nordjylland",
                "providerNumber", provider(0),
                "practiceName", "Lægehuset",
                "patients", "3000",
                "founderName", "Anne Holm",
                "mail", address(0)));
    }

    /** Typed on the open page, and nothing more. */
    String somebodyWishesForACluster() {
        begins();
        wishes.ask(
                new FoundingWish.Wanted(name(), "Region Nordjylland", provider(0), "Lægehuset", 3000),
                new FoundingWish.Founder("Anne Holm", address(0)));
        return jdbc.sql(
                        "select wish_id::text from klyngeflow.founding_wish where mail = ? order by asked_at desc limit 1")
                .param(address(0))
                .query(String.class)
                .single();
    }

    Done confirms(String wish) {
        return answer("founding-start", heldWish(wish), Map.of("start", List.of("ja")));
    }

    Held heldWish(String wish) {
        return new Held("klyngeflow", wish, "guest:" + wish);
    }

    List<String> allMailsTo(String address) {
        return jdbc.sql("""
                        select purpose from klyngeflow.mail_outbox
                        where cluster_id = 'klyngeflow' and lower(recipient_address) = lower(?)""").param(address).query(String.class).list();
    }

    Instant now() {
        return clock.instant();
    }

    void secondsPass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    void givesUp() {
        String doubt;
        try {
            founder("opgiv", "ja");
            throw new AssertionError("gave up without a doubt");
        } catch (FormRefused refused) {
            doubt = refused.doubts().get(0).key();
        }
        founder("opgiv", "ja", FormFields.CONFIRMED, doubt);
        dueJobsRun();
    }

    boolean isOpen() {
        return instances.createProcessInstanceQuery().tenantIdIn(cluster).count() > 0;
    }

    long tenants() {
        return jdbc.sql("select count(*) from act_id_tenant where id_ = ?")
                .param(cluster)
                .query(Long.class)
                .single();
    }

    boolean runs(String process) {
        return instances
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .tenantIdIn(cluster)
                        .count()
                > 0;
    }

    /** Somebody else founds a cluster and has this practice on her list. */
    void secondFoundingAsks(String practice) {
        isUnderWay();
        founder("liste", practice + "; Klinik; Læge Berg; laege@klinik.example");
        dueJobsRun();
    }

    String shownTo(String practice) {
        return String.valueOf(page("founding-join").show(heldBy(practice)));
    }

    void joinsByNumber(String practice) {
        answer("founding-join", heldBy(practice), Map.of("svar", List.of("JOINED")));
        dueJobsRun();
    }

    private Held heldBy(String practice) {
        return new Held(
                cluster,
                practice,
                practices.find(cluster, practice).orElseThrow().contactId());
    }

    List<String> mailsOf(String ofCluster, String purpose) {
        return written.texts(ofCluster, purpose, foundings.get(ofCluster).founderId());
    }

    void isUnderWay() {
        String wish = somebodyWishesForACluster();
        confirms(wish);
        isConfirmed();
    }

    String provider(int practice) {
        return String.format("%06d", number * 100 + practice);
    }

    String address(int practice) {
        return "laege" + practice + "@praksis" + number + ".example";
    }

    FoundingStage stage() {
        return founding().stage();
    }

    Founding founding() {
        return foundings.get(cluster);
    }

    /** What the founder does on her page. */
    Done founder(String... namesAndValues) {
        return answer("founding", new Held(cluster, "", founding().founderId()), sent(namesAndValues));
    }

    Optional<Shown> founderSees() {
        Held held = new Held(cluster, "", founding().founderId());
        return page("founding").show(held);
    }

    void lists(int count) {
        founder("liste", list(count));
        dueJobsRun();
    }

    String list(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(each -> provider(each) + "; Klinik " + each + "; Læge " + each + " Berg; " + address(each)
                        + "; " + 1000 * each)
                .collect(Collectors.joining("\n"));
    }

    /** What she sends by her link to the statutes: every field as it stands, but for these. */
    Done statutes(String... namesAndValues) {
        Map<String, List<String>> sent = new HashMap<>();
        statutesBlocks().forEach(block -> {
            if (block instanceof Block.Field field) {
                sent.put(field.name(), List.of(field.value()));
            } else if (block instanceof Block.Pick pick) {
                sent.put(pick.name(), List.of(pick.chosen()));
            }
        });
        sent.put("gem", List.of("ja"));
        sent.putAll(sent(namesAndValues));
        return answer("founding-statutes", heldByFounder(), sent);
    }

    List<Block> statutesBlocks() {
        return page("founding-statutes").show(heldByFounder()).orElseThrow().blocks();
    }

    Held heldByFounder() {
        return new Held(cluster, "", founding().founderId());
    }

    /** The invitation to this practice is reported back. */
    void invitationComesBack(int practice) {
        String messageId = jdbc.sql("""
                        update klyngeflow.mail_outbox set state = 'SENT'
                        where cluster_id = ? and purpose = 'founding-invitation' and recipient_person = ?
                        returning message_id""")
                .params(cluster, person(practice))
                .query(String.class)
                .single();
        transaction.executeWithoutResult(status -> bounces.bounced(List.of(messageId), "Adressen findes ikke.", true));
    }

    /** The administrator's own mailbox is full of faults. */
    void newsComeBack() {
        String messageId =
                jdbc.sql("""
                        update klyngeflow.mail_outbox set state = 'SENT'
                        where cluster_id = ? and purpose = 'founding-news' returning message_id""").params(cluster).query(String.class).list().get(0);
        transaction.executeWithoutResult(status -> bounces.bounced(List.of(messageId), "Adressen findes ikke.", true));
    }

    List<String> textsToAddresses(String purpose) {
        return jdbc.sql("""
                        select model::text from klyngeflow.mail_outbox
                        where cluster_id = ? and purpose = ? and recipient_address is not null""").params(cluster, purpose).query(String.class).list();
    }

    // the practices

    Done joins(int practice, String... more) {
        return replies(practice, "JOINED", more);
    }

    Done replies(int practice, String reply, String... more) {
        Map<String, List<String>> sent = new HashMap<>(sent(more));
        sent.put("svar", List.of(reply));
        String contact =
                practices.find(cluster, provider(practice)).orElseThrow().contactId();
        Done done = answer("founding-join", new Held(cluster, provider(practice), contact), sent);
        dueJobsRun();
        return done;
    }

    Optional<Shown> sees(int practice) {
        String contact =
                practices.find(cluster, provider(practice)).orElseThrow().contactId();
        return page("founding-join").show(new Held(cluster, provider(practice), contact));
    }

    /** With the founder's own practice these are six. */
    void fivePracticesJoin() {
        lists(5);
        IntStream.rangeClosed(1, 5).forEach(this::joins);
    }

    // the assembly

    String day(int inDays) {
        return CopenhagenTime.dayOf(clock.instant()).plusDays(inDays).toString();
    }

    void proposesDates() {
        founder("dag1", day(20), "dag2", day(27), "klokken", "16.30", "sted", "Lægehuset");
        dueJobsRun();
    }

    void everybodyCan() {
        String poll = Objects.requireNonNull(founding().pollId());
        int dates = polls.get(cluster, poll).options().size();
        doctors.of(cluster).forEach(doctor -> {
            Map<String, List<String>> sent = new HashMap<>();
            IntStream.rangeClosed(1, dates).forEach(date -> sent.put("dato" + date, List.of("YES")));
            answer("date-poll", new Held(cluster, poll, doctor.personId()), sent);
        });
        dueJobsRun();
    }

    void convenes() {
        founder("dato", "1", "sted", "Lægehuset Havnen");
        dueJobsRun();
    }

    /** What was asked for the place last: its id, its status and whom. */
    List<String> asksPlace() {
        return jdbc.sql("""
                        select booking_id, status, supplier_id, place from klyngeflow.booking
                        where cluster_id = ? order by asked_at desc, status limit 1""")
                .param(cluster)
                .query((row, n) ->
                        List.of(row.getString(1), row.getString(2), String.valueOf(row.getString(3)), row.getString(4)))
                .single();
    }

    void placeAnswers(boolean yes, String remark) {
        List<String> asked = asksPlace();
        answer(
                "booking",
                new Held(cluster, asked.get(0), "supplier:" + asked.get(2)),
                sent("answer", (yes ? "JA" : "NEJ") + "-0", "remark", remark));
        dueJobsRun();
    }

    long mailsOfPurpose(String purpose) {
        return jdbc.sql("select count(*) from klyngeflow.mail_outbox where cluster_id = ? and purpose = ?")
                .params(cluster, purpose)
                .query(Long.class)
                .single();
    }

    void theEveningComes() {
        daysPass(
                (int) Duration.between(clock.instant(), founding().assemblyAt()).toDays() + 1);
    }

    String person(int practice) {
        return practices.find(cluster, provider(practice)).orElseThrow().contactId();
    }

    Map<String, List<String>> evening() {
        Map<String, List<String>> form = new HashMap<>();
        form.put("kom", IntStream.rangeClosed(0, 5).mapToObj(this::person).toList());
        form.put("dirigent", List.of(person(5)));
        form.put("referent", List.of(person(4)));
        form.put("vedtaget", List.of("ja"));
        form.put("for", List.of("6"));
        form.put("imod", List.of("0"));
        form.put("koordinator", List.of(person(0)));
        form.put("formand", List.of(person(1)));
        form.put("kasserer", List.of(person(2)));
        form.put("bestyrelse", List.of(person(3)));
        form.put("revisor", List.of(person(4)));
        form.put("hvordan", List.of("ACCLAMATION"));
        form.put("referat", List.of("Vi mødes næste gang i marts."));
        return form;
    }

    /** As {@link #records}, and nothing has come of it yet. */
    void sendsTheRecord(Map<String, List<String>> form) {
        answer("founding", heldByFounder(), form);
    }

    Done records(Map<String, List<String>> form) {
        Done done = answer("founding", new Held(cluster, "", founding().founderId()), form);
        dueJobsRun();
        return done;
    }

    void isFounded() {
        isUnderWay();
        fivePracticesJoin();
        proposesDates();
        everybodyCan();
        convenes();
        theEveningComes();
        records(evening());
    }

    Done settles(Formality.Kind kind, String holder, String... namesAndValues) {
        Done done = answer("founding-formality", new Held(cluster, kind.name(), holder), sent(namesAndValues));
        dueJobsRun();
        return done;
    }

    // what is

    List<String> mails(String purpose, String person) {
        return written.texts(cluster, purpose, person);
    }

    List<String> purposes(String person) {
        return jdbc.sql("""
                        select purpose from klyngeflow.mail_outbox where cluster_id = ? and recipient_person = ?
                        order by mail_id""").params(cluster, person).query(String.class).list();
    }

    private static Map<String, List<String>> sent(String... namesAndValues) {
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return sent;
    }

    private Done answer(String purpose, Held held, Map<String, List<String>> sent) {
        return transaction.execute(status -> page(purpose).answer(held, sent));
    }

    LinkPage page(String purpose) {
        return pages.stream()
                .filter(page -> page.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }
}
