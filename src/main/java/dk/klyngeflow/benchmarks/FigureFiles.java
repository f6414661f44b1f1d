package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files with figures that came by themselves and are not taken: what is wrong with each, and never a figure. */
@Component
public class FigureFiles {

    private static final int ID = 16;
    private static final int LONGEST = 60;

    private static final Logger LOG = LoggerFactory.getLogger(FigureFiles.class);

    private final FigureSources sources;
    private final ApplicationEventPublisher events;

    FigureFiles(FigureSources sources, ApplicationEventPublisher events) {
        this.sources = sources;
        this.events = events;
    }

    /**
     * @param file its name, or its address
     * @param called short enough for the name of a task
     * @param found Danish, the day
     * @param problems what the preview would say, a line each
     * @param page where it can be imported
     */
    public record Wrong(String file, String called, String found, List<Problem> problems, String page) {}

    public record Problem(String what) {}

    /** Empty when the newest version is taken. */
    public Optional<Wrong> wrong(String clusterId, String fileId) {
        return sources.wrong(clusterId).stream()
                .filter(each -> id(each.source()).equals(fileId))
                .findFirst()
                .map(each -> new Wrong(
                        each.source(),
                        called(each.source()),
                        DanishTime.DAY.format(CopenhagenTime.dayOf(each.foundAt())),
                        (each.problems() == null ? "" : each.problems())
                                .lines()
                                .map(Problem::new)
                                .toList(),
                        "/tal/" + clusterId));
    }

    /** Whoever has seen to it on the page sees it there no longer, and a task of it is over. */
    @Transactional
    public void setAside(String clusterId, String fileId, String by) {
        if (seenTo(clusterId, fileId, by)) {
            events.publishEvent(new FigureFileTaken(clusterId, fileId));
        }
    }

    /** It stands on the page no longer until the source has another. @return false when it is not wrong any longer */
    @Transactional
    public boolean seenTo(String clusterId, String fileId, String by) {
        boolean isSet = sources.wrong(clusterId).stream()
                .map(FigureSources.Delivery::source)
                .filter(source -> id(source).equals(fileId))
                .anyMatch(source -> sources.setAside(clusterId, source, by));
        if (isSet) {
            LOG.info("file of figures {} of {} is set aside by {}", fileId, clusterId, by);
        }
        return isSet;
    }

    /** Of where it comes from, so that a task needs to know neither address nor name. */
    static String id(String source) {
        return MeasureImport.hash(source.getBytes(StandardCharsets.UTF_8)).substring(0, ID);
    }

    private static String called(String source) {
        String name = source.startsWith("https://") ? URI.create(source).getHost() : source;
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
