package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.AssemblyAgenda;
import dk.klyngeflow.assemblies.AssemblyStatus;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.InWords;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingMoves;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.members.Post;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails of an assembly say at the moment each is sent; nothing when it is over. */
@Configuration(proxyBeanMethods = false)
class AssemblyMails {

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final AssemblyAgenda agenda;
    private final MeetingMoves moves;

    AssemblyMails(CalledAssemblies assemblies, AssemblyPlanning planning, AssemblyAgenda agenda, MeetingMoves moves) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.agenda = agenda;
        this.moves = moves;
    }

    private interface Said {
        Optional<Map<String, Object>> of(CalledAssembly assembly, String personId);
    }

    private record Letter(String purpose, AssemblyMails all, Said said) implements MailContent {

        @Override
        public Optional<Map<String, Object>> at(
                String clusterId, Optional<String> personId, Map<String, String> model) {
            return all.assemblies
                    .find(clusterId, model.getOrDefault(AssemblyLetters.ASSEMBLY_ID, ""))
                    .flatMap(assembly -> said.of(assembly, personId.orElse(""))
                            .map(more -> all.with(assembly, model.getOrDefault(AssemblyLetters.UNTIL, ""), more)));
        }
    }

    private Map<String, Object> with(CalledAssembly assembly, String until, Map<String, Object> more) {
        Meeting meeting = planning.meeting(assembly);
        Map<String, Object> model = new HashMap<>();
        model.put("title", assembly.title());
        model.put("day", meeting.startsAt() == null ? "" : DanishTime.WEEKDAY.format(meeting.day()));
        model.put("at", meeting.startsAt() == null ? "" : meeting.when());
        model.put("place", meeting.place().isBlank() ? "Stedet følger" : meeting.place());
        model.put("matter", assembly.matter().matter());
        model.put(AssemblyLetters.UNTIL, until);
        model.putAll(more);
        return model;
    }

    /** The day, and until when to propose. */
    @Bean
    MailContent assemblyAnnouncementMail() {
        return new Letter(AssemblyLetters.ANNOUNCEMENT, this, (assembly, person) -> {
            if (!assembly.status().isDated()) {
                return Optional.empty();
            }
            Meeting meeting = planning.meeting(assembly);
            boolean takes = planning.takesProposals(assembly);
            return Optional.of(Map.of(
                    "proposalsBy",
                    takes ? DanishTime.WEEKDAY.format(planning.dates(assembly).lastProposalDay()) : "",
                    "elections",
                    InWords.listed(assembly.matter().postsUp().stream()
                            .map(post -> Post.valueOf(post).danish().toLowerCase(Locale.ROOT))
                            .toList()),
                    "isRepeated",
                    meeting.sequence() > 0,
                    "before",
                    moves.before(meeting),
                    "why",
                    moves.latest(meeting).map(MeetingMoves.Move::reason).orElse("")));
        });
    }

    @Bean
    MailContent assemblyNoticeMail() {
        return new Letter(
                AssemblyLetters.NOTICE,
                this,
                (assembly, person) -> assembly.is(AssemblyStatus.CALLED)
                        ? Optional.of(Map.of(
                                "points",
                                lines(assembly),
                                "takesProxies",
                                planning.statutes(assembly).assembly().proxies() > 0))
                        : Optional.empty());
    }

    /** Nobody could be called to its day lawfully; nothing when there is a new one already. */
    @Bean
    MailContent assemblyLapsedMail() {
        return new Letter(
                AssemblyLetters.LAPSED,
                this,
                (assembly, person) -> assembly.is(AssemblyStatus.ANNOUNCED)
                        ? Optional.of(Map.of(
                                "takesProposals", assembly.isOrdinary(),
                                "earliest",
                                        DanishTime.DAY.format(
                                                planning.window(assembly).earliest())))
                        : Optional.empty());
    }

    private List<String> lines(CalledAssembly assembly) {
        return agenda.of(assembly).stream()
                .map(point -> point.number() + ". " + point.title())
                .toList();
    }

    @Bean
    MailContent assemblyLateProposalsMail() {
        return new Letter(
                AssemblyLetters.LATE,
                this,
                (assembly, person) -> assembly.is(AssemblyStatus.CALLED) ? Optional.of(Map.of()) : Optional.empty());
    }

    @Bean
    MailContent assemblyCancelledMail() {
        return new Letter(
                AssemblyLetters.CANCELLED,
                this,
                (assembly, person) -> Optional.of(Map.of("reason", assembly.reason())));
    }

    @Bean
    MailContent assemblySignatureMail() {
        return new Letter(AssemblyLetters.SIGNATURE, this, this::unsigned);
    }

    @Bean
    MailContent assemblySignatureReminderMail() {
        return new Letter(AssemblyLetters.SIGNATURE_REMINDER, this, this::unsigned);
    }

    private Optional<Map<String, Object>> unsigned(CalledAssembly assembly, String person) {
        CalledAssembly.Minutes record = assembly.record();
        boolean isMissing = (person.equals(record.chairedBy()) && record.chairSignedAt() == null)
                || (person.equals(record.keptBy()) && record.keeperSignedAt() == null);
        return isMissing && assembly.is(AssemblyStatus.HELD) ? Optional.of(Map.of()) : Optional.empty();
    }

    @Bean
    MailContent assemblyMinutesMail() {
        return new Letter(AssemblyLetters.MINUTES, this, (assembly, person) -> Optional.of(Map.of()));
    }

    /** The association is dissolved: what is left to do. */
    @Bean
    MailContent assemblyWindUpMail() {
        return new Letter(
                AssemblyLetters.WIND_UP,
                this,
                (assembly, person) -> Optional.of(Map.of(
                        "decidedOn",
                        CopenhagenTime.dayInWords(planning.meeting(assembly).start()))));
    }
}
