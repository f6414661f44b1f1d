package dk.klyngeflow.assemblies;

import dk.klyngeflow.members.Post;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an assembly decides, in the order in which it is put: the usual points, the proposals, the elections. */
@Component
public class AssemblyAgenda {

    private final Proposals proposals;

    AssemblyAgenda(Proposals proposals) {
        this.proposals = proposals;
    }

    /** What kind of point it is, and so what it takes to adopt it. */
    public enum PointKind {
        OFFICERS,
        REPORT,
        ACCOUNTS,
        BUDGET,
        MOTION,
        STATUTES,
        DISSOLUTION,
        ELECTION,
        OTHER
    }

    /**
     * One point.
     *
     * @param key the same for as long as the point is there, whatever stands before it
     * @param proposal number of the member's proposal; 0 when it is none
     */
    public record Point(
            int number,
            String key,
            PointKind kind,
            String title,
            int proposal,
            @Nullable Post post) {}

    public List<Point> of(CalledAssembly assembly) {
        List<Point> points = new ArrayList<>();
        add(points, "officers", PointKind.OFFICERS, "Valg af dirigent og referent", 0, null);
        switch (assembly.matter().item()) {
            case ALL -> ordinary(assembly, points);
            case ACCOUNTS -> accounts(assembly, points);
            default -> {
                if (proposals.of(assembly).isEmpty()) {
                    add(points, "matter", PointKind.MOTION, assembly.matter().matter(), 0, null);
                }
                proposed(assembly, points);
            }
        }
        add(points, "other", PointKind.OTHER, "Eventuelt", 0, null);
        return points;
    }

    private void ordinary(CalledAssembly assembly, List<Point> points) {
        add(points, "report", PointKind.REPORT, "Bestyrelsens og koordinatorens beretning", 0, null);
        accounts(assembly, points);
        Integer year = assembly.matter().accountingYear();
        if (year != null) {
            add(points, "budget", PointKind.BUDGET, "Budget for " + (year + 1) + " til godkendelse", 0, null);
        }
        proposed(assembly, points);
        assembly.matter()
                .postsUp()
                .forEach(post -> add(
                        points,
                        "election-" + post,
                        PointKind.ELECTION,
                        election(assembly, Post.valueOf(post)),
                        0,
                        Post.valueOf(post)));
    }

    private static String election(CalledAssembly assembly, Post post) {
        int seats = assembly.matter().seats();
        return switch (post) {
            case BOARD -> seats > 1 ? "Valg af " + seats + " til bestyrelsen" : "Valg til bestyrelsen";
            default -> "Valg af " + post.danish().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static void accounts(CalledAssembly assembly, List<Point> points) {
        Integer year = assembly.matter().accountingYear();
        if (year != null) {
            add(points, "accounts", PointKind.ACCOUNTS, "Regnskab for " + year + " til godkendelse", 0, null);
        }
    }

    private void proposed(CalledAssembly assembly, List<Point> points) {
        for (MemberProposal proposal : proposals.of(assembly)) {
            PointKind kind = switch (proposal.kind()) {
                case MOTION -> PointKind.MOTION;
                case STATUTES -> PointKind.STATUTES;
                case DISSOLUTION -> PointKind.DISSOLUTION;
            };
            add(
                    points,
                    "proposal-" + proposal.number(),
                    kind,
                    "Forslag " + proposal.number() + ": " + proposal.title(),
                    proposal.number(),
                    null);
        }
    }

    private static void add(
            List<Point> points, String key, PointKind kind, String title, int proposal, @Nullable Post post) {
        points.add(new Point(points.size() + 1, key, kind, title, proposal, post));
    }
}
