package dk.klyngeflow.privacy;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.SecurityLog;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets a person who holds no post any longer. Her row stays with its id, so that what others have done still fits together; her name
 * and her address are gone from it and from everything that was written, but for vouchers, which the law on bookkeeping keeps.
 */
@Repository
public class Erasure {

    static final String NO_ADDRESS = "slettet@example.invalid";

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    /** A name of one word may be a word of the language: only the address is looked for then. */
    private static final int LEAST_WORDS = 2;

    /** What is hers alone, whether her name stands in it or not. */
    private static final List<String> HERS = List.of(
            "delete from klyngeflow.meeting_remark where person_id = :person",
            "delete from klyngeflow.calendar_feed where person_id = :person",
            "delete from klyngeflow.kept_login where person_id = :person",
            "delete from klyngeflow.password_due where person_id = :person",
            "delete from klyngeflow.task_told where person_id = :person",
            "delete from klyngeflow.task_list_told where person_id = :person",
            "delete from klyngeflow.task_news where person_id = :person",
            "delete from klyngeflow.topic_vote where person_id = :person",
            "update klyngeflow.member_care set note = '' where person_id = :person and note <> ''",
            "update klyngeflow.model_person set remark = '', comment = '' where person_id = :person",
            "update klyngeflow.nominee set text = '' where person_id = :person and text <> ''",
            "delete from klyngeflow.task_message where sender = :person or receiver = :person",
            "update klyngeflow.task_help set question = '', answer = case when answer is null then null else '' end"
                    + " where helper = :person or asked_by = :person",
            "update klyngeflow.handover set note = '' where parting = :person and note <> ''",
            "update klyngeflow.membership_request set name = '', mail = '', message = '', reason = '' where person_id = :person",
            "update klyngeflow.measure_note set note = '(slettet)' where person_id = :person");

    /** Files of hers go with the letters they came with; one that became a voucher was copied there. */
    private static final List<String> BY_HER_ADDRESS = List.of(
            "delete from klyngeflow.letter_file f using klyngeflow.letter l where l.letter_id = f.letter_id and lower(l.sender) = lower(:mail)",
            "update klyngeflow.letter set body = '', subject = '' where lower(sender) = lower(:mail)",
            "delete from klyngeflow.mail_bounce where lower(address) = lower(:mail)",
            "update klyngeflow.membership_request set name = '', mail = '', message = '', reason = ''"
                    + " where lower(mail) = lower(:mail) and settled_at is not null",
            "delete from klyngeflow.contact where lower(mail) = lower(:mail)",
            "update klyngeflow.supplier set name = 'Slettet ' || left(md5(supplier_id), 8), contact = '', mail = '', phone = '',"
                    + " cvr = '', address = '', note = '', is_active = false where lower(mail) = lower(:mail)");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;
    private final People people;
    private final Identities identities;
    private final WrittenTexts texts;
    private final SecurityLog log;

    Erasure(
            JdbcClient jdbc,
            CopenhagenTime time,
            People people,
            Identities identities,
            WrittenTexts texts,
            SecurityLog log) {
        this.jdbc = jdbc;
        this.time = time;
        this.people = people;
        this.identities = identities;
        this.texts = texts;
        this.log = log;
    }

    /** Why she cannot be erased yet, as a Danish sentence; empty when nothing is in the way. */
    public Optional<String> objectionTo(String personId) {
        if (identities.isAdministrator(personId)) {
            return Optional.of("Personen er administrator. Det skal ophøre først.");
        }
        if (holdsPost(personId)) {
            return Optional.of("Personen har stadig en post i en klynge. Udmeld først, og slet, når dagen er kommet.");
        }
        return hasOpenClaim(personId)
                ? Optional.of("Personen har et udlæg eller honorar, der ikke er betalt. Slet, når det er afsluttet.")
                : Optional.empty();
    }

    private boolean holdsPost(String personId) {
        return jdbc.sql("""
                        select exists (select from klyngeflow.role_holder
                          where person_id = :person and (until_day is null or until_day > :today))""")
                .param("person", personId)
                .param("today", time.today())
                .query(Boolean.class)
                .single();
    }

    private boolean hasOpenClaim(String personId) {
        return jdbc.sql("""
                        select exists (select from klyngeflow.invoice
                          where claimant_id = :person
                            and status in ('UNREADABLE', 'CHECK', 'QUERY', 'APPROVAL', 'POSTED', 'PAYMENT'))""").param("person", personId).query(Boolean.class).single();
    }

    /** @return false when something is in the way, or it has been done */
    @Transactional
    public boolean erase(String personId) {
        jdbc.sql("select person_id from klyngeflow.person where person_id = :person for update")
                .param("person", personId)
                .query(String.class)
                .optional();
        boolean isErased =
                jdbc.sql("select count(*) from klyngeflow.person where person_id = :person and erased_at is null")
                                .param("person", personId)
                                .query(Long.class)
                                .single()
                        == 0;
        if (isErased || objectionTo(personId).isPresent()) {
            return false;
        }
        Person person = people.find(personId).orElseThrow();
        identities.deleteUser(personId);
        HERS.forEach(statement -> jdbc.sql(statement).param("person", personId).update());
        if (!person.mail().isEmpty() && isOnlyWithMail(person.mail())) {
            BY_HER_ADDRESS.forEach(statement ->
                    jdbc.sql(statement).param("mail", person.mail()).update());
            texts.replace(person.mail(), NO_ADDRESS);
        }
        if (person.name().strip().split("\\s+").length >= LEAST_WORDS && isOnlyNamed(person.name())) {
            texts.replace(person.name(), People.UNKNOWN);
        }
        jdbc.sql("""
                        update klyngeflow.person set name = null, mail = null, erased_at = :now where person_id = :person""")
                .param("now", Timestamp.from(time.now()))
                .param("person", personId)
                .update();
        log.note(SecurityLog.Kind.PERSON_ERASED, personId, "", "");
        LOG.info("person {} erased", personId);
        return true;
    }

    /** Two who share a mailbox: the texts may mean the other one. */
    boolean isOnlyWithMail(String mail) {
        return jdbc.sql("select count(*) from klyngeflow.person where erased_at is null and lower(mail) = lower(:mail)")
                        .param("mail", mail)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Two of one name, or one whose name is a part of another's. */
    private boolean isOnlyNamed(String name) {
        return jdbc.sql("select count(*) from klyngeflow.person where erased_at is null and name ~* :pattern")
                        .param("pattern", WrittenTexts.pattern(name))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** People who have held no post anywhere since before the day, and are not erased. */
    List<String> goneBefore(LocalDate day, int most) {
        return jdbc.sql("""
                        select p.person_id from klyngeflow.person p
                        join klyngeflow.role_holder r on r.person_id = p.person_id
                        where p.erased_at is null
                        group by p.person_id
                        having bool_and(r.until_day is not null) and max(r.until_day) < :day
                        order by p.person_id limit :most""")
                .param("day", day)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
