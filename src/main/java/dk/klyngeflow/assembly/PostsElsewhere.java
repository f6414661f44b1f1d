package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.PostElections;
import dk.klyngeflow.members.PostElections.Elsewhere;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One election for one post: where one is under way, or has just been held, the assembly leaves the post off its agenda and says so. */
@Component
class PostsElsewhere {

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final PostElections elections;

    PostsElsewhere(CalledAssemblies assemblies, AssemblyPlanning planning, PostElections elections) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.elections = elections;
    }

    /** Of an assembly that has its day and is not over. @return it, as it is then */
    CalledAssembly leaveOff(CalledAssembly assembly) {
        List<String> stays = new ArrayList<>();
        List<String> sentences =
                new ArrayList<>(assembly.notice().postsElsewhere().lines().toList());
        for (String name : assembly.matter().postsUp()) {
            sentence(assembly, Post.valueOf(name)).ifPresentOrElse(sentences::add, () -> stays.add(name));
        }
        if (stays.size() == assembly.matter().postsUp().size()) {
            return assembly;
        }
        assemblies.leaveOff(assembly, String.join(",", stays), String.join("\n", sentences));
        return assemblies.get(assembly.clusterId(), assembly.assemblyId());
    }

    /** Why it does not elect to that post; empty when it does. */
    Optional<String> sentence(CalledAssembly assembly, Post post) {
        return elections
                .elsewhere(
                        assembly.clusterId(), post, planning.meeting(assembly).day())
                .map(elsewhere -> sentence(post, elsewhere));
    }

    static String sentence(Post post, Elsewhere elsewhere) {
        String name = post.danish().toLowerCase(Locale.ROOT);
        String day = DanishTime.DAY.format(elsewhere.since());
        return elsewhere.isUnderWay()
                ? "Valg af " + name + " står ikke på dagsordenen: der er et valg i gang til posten, begyndt den " + day
                        + "."
                : "Valg af " + name + " står ikke på dagsordenen: posten er lige besat ved et valg, fra den " + day
                        + ".";
    }

    /** Whether an election to it is under way now. */
    boolean fills(CalledAssembly assembly, Post post) {
        return elections
                .elsewhere(
                        assembly.clusterId(), post, planning.meeting(assembly).day())
                .filter(Elsewhere::isUnderWay)
                .isPresent();
    }
}
