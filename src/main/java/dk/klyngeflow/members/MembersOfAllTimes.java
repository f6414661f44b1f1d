package dk.klyngeflow.members;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who is or has been in a cluster, and every practice, for whoever keeps its papers. */
@Repository
public class MembersOfAllTimes {

    private final JdbcClient jdbc;
    private final Practices practices;

    MembersOfAllTimes(JdbcClient jdbc, Practices practices) {
        this.jdbc = jdbc;
        this.practices = practices;
    }

    /** @param until the first day she no longer held it; null while she does */
    public record PostInTime(
            String name,
            String mail,
            String post,
            String providerNumber,
            String practice,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** By practice, with those of no practice first; who was erased is called so. */
    public List<PostInTime> posts(String clusterId) {
        return jdbc.sql("""
                        select %s, %s, h.post, coalesce(h.provider_number, '') as provider_number,
                               coalesce(t.name, '') as practice, h.from_day, h.until_day
                        from klyngeflow.role_holder h
                        join klyngeflow.person p using (person_id)
                        left join klyngeflow.practice t on t.cluster_id = h.cluster_id and t.provider_number = h.provider_number
                        where h.cluster_id = :cluster and h.post <> 'SUCCESSOR'
                        order by 5, 1, h.person_id, h.from_day, h.post""".formatted(People.NAME, People.MAIL))
                .param("cluster", clusterId)
                .query((row, number) -> new PostInTime(
                        row.getString("name"),
                        row.getString("mail"),
                        Post.valueOf(row.getString("post")).danish(),
                        row.getString("provider_number"),
                        row.getString("practice"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .list();
    }

    /** @param patients of group 1 today @param until the first day it was no longer of the cluster; null while it is */
    public record PracticeInTime(
            String providerNumber,
            String name,
            @Nullable Integer patients,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** By name. */
    public List<PracticeInTime> practices(String clusterId) {
        return practices.all(clusterId).stream()
                .map(practice -> new PracticeInTime(
                        practice.providerNumber(),
                        practice.name(),
                        practice.patients(),
                        practice.from(),
                        practice.until()))
                .toList();
    }
}
