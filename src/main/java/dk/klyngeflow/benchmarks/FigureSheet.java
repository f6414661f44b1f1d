package dk.klyngeflow.benchmarks;

import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.members.Clusters;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One sheet of paper with what the page of a practice says of one measure. Made for whoever asks, and kept nowhere. */
@Component
class FigureSheet {

    private final FigureScreens screens;
    private final Clusters clusters;
    private final PdfMaker pdfs;

    FigureSheet(FigureScreens screens, Clusters clusters, PdfMaker pdfs) {
        this.screens = screens;
        this.clusters = clusters;
        this.pdfs = pdfs;
    }

    /** @param seen of one measure, of at least one period */
    byte[] pdf(String provider, Figures.Seen seen) {
        String clusterId = seen.facts().clusterId();
        List<Figures.View> views = seen.views();
        Figures.View newest = views.get(views.size() - 1);
        Measure measure = newest.measure();
        List<Figures.View> alike = FigureScreens.alike(views);
        boolean isTrend = alike.size() >= TrendChart.LEAST;
        boolean isShown = newest.released().isPresent()
                || newest.own().map(OwnFigure::percent).isPresent();
        Block.Table table = FigureScreens.table(newest);
        return pdfs.pdf(
                "own-figures",
                Map.ofEntries(
                        Map.entry("cluster", clusters.get(clusterId).name()),
                        Map.entry("practice", seen.facts().practices().getOrDefault(provider, provider)),
                        Map.entry("measure", measure.title()),
                        Map.entry("period", newest.period().inWords()),
                        Map.entry("sentence", FigureWords.all(newest)),
                        Map.entry("picture", isShown ? PdfMaker.figure(screens.picture(clusterId, newest)) : ""),
                        Map.entry(
                                "aim",
                                newest.released()
                                        .map(spread -> FigureWords.aim(measure, spread))
                                        .orElse("")),
                        Map.entry("rows", table.rows()),
                        Map.entry("trend", isTrend ? PdfMaker.figure(TrendChart.svg(alike)) : ""),
                        Map.entry("trendInWords", isTrend ? TrendChart.inWords(alike) : ""),
                        Map.entry(
                                "change",
                                screens.change(seen)
                                        .map(change -> PdfMaker.figure(screens.picture(clusterId, change)))
                                        .orElse("")),
                        Map.entry(
                                "changeInWords",
                                screens.change(seen)
                                        .map(MeasuredChange::inWords)
                                        .orElse("")),
                        Map.entry("about", FigureScreens.about(newest))));
    }
}
