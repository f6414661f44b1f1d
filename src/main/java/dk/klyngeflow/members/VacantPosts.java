package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which posts stand empty: somebody has held each, nobody does, and nobody is to. */
@Component
public class VacantPosts {

    private final Posts posts;
    private final CopenhagenTime time;

    VacantPosts(Posts posts, CopenhagenTime time) {
        this.posts = posts;
        this.time = time;
    }

    /** @param since its first day without anybody @param seats how many left it then */
    public record Vacancy(Post post, LocalDate since, int seats) {}

    /**
     * Seats of the board that fell free after the last was taken, while others sit or not; empty where none did, or somebody is to take one.
     */
    public Optional<Vacancy> seats(String clusterId) {
        LocalDate today = time.today();
        List<HeldPost> held = posts.all(clusterId).stream()
                .filter(each -> each.post() == Post.BOARD)
                .toList();
        Optional<LocalDate> taken = held.stream().map(HeldPost::from).max(LocalDate::compareTo);
        List<HeldPost> free = held.stream()
                .filter(each -> each.isOver(today)
                        && taken.filter(Objects.requireNonNull(each.until())::isAfter)
                                .isPresent())
                .toList();
        return free.stream()
                .map(each -> Objects.requireNonNull(each.until()))
                .min(LocalDate::compareTo)
                .map(since -> new Vacancy(Post.BOARD, since, (int)
                        free.stream().map(HeldPost::personId).distinct().count()));
    }

    /** Empty where the post is held, will be, or never was. */
    public Optional<Vacancy> of(String clusterId, Post post) {
        LocalDate today = time.today();
        List<HeldPost> held = posts.all(clusterId).stream()
                .filter(each -> each.post() == post)
                .toList();
        if (held.isEmpty() || held.stream().anyMatch(each -> !each.isOver(today))) {
            return Optional.empty();
        }
        LocalDate since = held.stream()
                .map(each -> Objects.requireNonNull(each.until()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        int seats = (int) held.stream()
                .filter(each -> since.equals(each.until()))
                .map(HeldPost::personId)
                .distinct()
                .count();
        return Optional.of(new Vacancy(post, since, seats));
    }
}
