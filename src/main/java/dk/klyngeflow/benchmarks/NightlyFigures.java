package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.figuretables.TableProblem;
import dk.klyngeflow.figuretables.TableReading.Asked;
import dk.klyngeflow.figuretables.TableRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the tables that have come by themselves: from the cluster's folder, and by HTTPS from listed hosts. Each file once, by the same
 * rules as one that somebody chooses; what is wrong stands on the page of those who import.
 */
@Component
class NightlyFigures {

    static final String BY = "klyngeflow";

    private static final Logger LOG = LoggerFactory.getLogger(NightlyFigures.class);
    /** A number in a sentence; in the first group one of our own words, which stays. */
    private static final Pattern COUNT = Pattern.compile(
            "(linje \\d+|\\d+ cifre|som 2026, 2026H1, 2026K3 eller 2026-03|som 2026K3|nævneren er 0|60 kolonner|\\d+ MB|UTF-8)|\\b\\d+\\b");

    /** By hand the preview shows it; at night nobody would see that a file has come and nothing of it is kept. */
    private static final String NOTHING_OF_OURS =
            "Ingen linje i filen er fra en praksis i klyngen, som har sagt ja til data, så der er ikke noget at gemme. Se efter, om det er den rigtige fil, og om ydernumrene er skrevet helt ud.";

    private static final long LONGEST = 2_097_152;
    private static final int MOST_FILES = 50;

    private final Clusters clusters;
    private final FigureSources sources;
    private final FigureDownload download;
    private final MeasureImport imports;
    private final Meetings meetings;
    private final CopenhagenTime time;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final String folder;

    NightlyFigures(
            Clusters clusters,
            FigureSources sources,
            FigureDownload download,
            MeasureImport imports,
            Meetings meetings,
            CopenhagenTime time,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            @Value("${klyngeflow.figures.folder:}") String folder) {
        this.clusters = clusters;
        this.sources = sources;
        this.download = download;
        this.imports = imports;
        this.meetings = meetings;
        this.time = time;
        this.transaction = transaction;
        this.events = events;
        this.folder = folder;
    }

    @Scheduled(cron = "0 35 2 * * *", zone = "Europe/Copenhagen")
    void night() {
        clusters.all().stream().map(Cluster::id).forEach(cluster -> {
            if (!folder.isBlank()) {
                fromFolder(cluster, Path.of(folder).resolve(cluster));
            }
            sources.urls(cluster).forEach(url -> fromHost(cluster, url));
        });
    }

    /** Files of the cluster's own folder; nothing below it, and no link that leads elsewhere. */
    void fromFolder(String cluster, Path place) {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> each.getFileName().toString().matches("(?i).*\\.(csv|tsv|txt|xlsx)"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                String name = String.valueOf(file.getFileName());
                if (Files.size(file) > LONGEST) {
                    refuse(cluster, name, "size-" + Files.size(file), "Filen er større end 2 MB.");
                } else {
                    take(cluster, name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            LOG.warn("the folder of cluster {} cannot be read", cluster, e);
        }
    }

    void fromHost(String cluster, String url) {
        byte[] content;
        try {
            content = download.fetch(url);
        } catch (TableRefused refused) {
            // said once for each day, and a task only on the first
            if (sources.isWrong(cluster, url, refused.inWords())) {
                if (sources.isSetAside(cluster, url)) {
                    return;
                }
                sources.came(cluster, url, "day-" + time.today(), refused.inWords());
            } else {
                refuse(cluster, url, "day-" + time.today(), refused.inWords());
            }
            return;
        }
        take(cluster, url, content);
    }

    private void take(String cluster, String source, byte[] content) {
        String hash = MeasureImport.hash(content);
        if (sources.isNewest(cluster, source, hash)) {
            return;
        }
        try {
            if (imports.preview(cluster, content, Asked.NOTHING).rows().isEmpty()) {
                refuse(cluster, source, hash, NOTHING_OF_OURS);
                return;
            }
            transaction.executeWithoutResult(status -> {
                if (sources.came(cluster, source, hash, null)) {
                    imports.commit(cluster, content, Asked.NOTHING, meeting(cluster), BY);
                    events.publishEvent(new FigureFileTaken(cluster, FigureFiles.id(source)));
                }
            });
        } catch (TableRefused refused) {
            refuse(cluster, source, hash, inWords(refused));
        }
    }

    /** What is wrong is kept, and somebody has a task of it, in one transaction; of two nodes only the first says so. */
    private void refuse(String cluster, String source, String hash, String problems) {
        transaction.executeWithoutResult(status -> {
            if (sources.came(cluster, source, hash, problems)) {
                events.publishEvent(new FigureFileRefused(cluster, FigureFiles.id(source)));
            }
        });
    }

    /** What is wrong, and where, but not what stands there: that may be the figure of a practice. */
    private static String inWords(TableRefused refused) {
        return refused.problems().stream()
                .sorted(Comparator.comparingInt(TableProblem::line))
                .map(problem -> new TableProblem(
                                problem.line(), problem.column(), "", withoutFigures(problem.message()))
                        .inWords())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String withoutFigures(String message) {
        return COUNT.matcher(message)
                .replaceAll(found -> found.group(1) == null ? "…" : found.group(1))
                .replace(" ….", ".");
    }

    /** The next meeting that wants data: until its deadline rows are only collected. */
    private String meeting(String cluster) {
        Optional<Meeting> next = meetings.all(cluster).stream()
                .filter(Meeting::wantsData)
                .filter(meeting ->
                        meeting.startsAt() != null && meeting.startsAt().isAfter(time.now()))
                .filter(meeting -> meeting.status() != MeetingStatus.CANCELLED)
                .min(Comparator.comparing(Meeting::start));
        return next.map(Meeting::meetingId).orElse("");
    }

    List<FigureSources.Delivery> wrong(String cluster) {
        return sources.wrong(cluster);
    }
}
