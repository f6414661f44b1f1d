package dk.klyngeflow.gatherings;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds meetings for people who look for one: by what has happened, by what was said, by when. */
@Repository
public class MeetingSearch {

    private final JdbcClient jdbc;

    MeetingSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All meetings but general assemblies, the one with which something has happened last first. */
    public List<Meeting> byActivity(String clusterId) {
        return jdbc.sql("""
                        select m.* from klyngeflow.meeting m
                        left join lateral (
                            select max(e.at) as at from klyngeflow.meeting_event e
                            where e.cluster_id = m.cluster_id and e.meeting_id = m.meeting_id) last on true
                        where m.cluster_id = :cluster and m.business_key not like '%/gf-%'
                        order by coalesce(last.at, m.created_at) desc, m.year desc, m.number desc""").param("cluster", clusterId).query(Meetings.ROW).list();
    }

    /** Meetings of which something says these words: the topic, the place, the agenda, the minutes or an agreement. */
    public List<Meeting> saying(String clusterId, String words) {
        return jdbc.sql("""
                        select m.* from klyngeflow.meeting m
                        left join klyngeflow.meeting_wrap_up w on w.cluster_id = m.cluster_id and w.meeting_id = m.meeting_id
                        where m.cluster_id = :cluster and m.business_key not like '%/gf-%' and (
                            concat_ws(' ', m.title, m.text, m.place, m.agenda, w.key_points) ilike :words
                            or exists (select from klyngeflow.action_item a
                                       where a.cluster_id = m.cluster_id and a.meeting_id = m.meeting_id
                                         and concat_ws(' ', a.text, a.note) ilike :words))
                        order by coalesce(m.starts_at, m.earliest_day::timestamptz) desc, m.number desc""")
                .param("cluster", clusterId)
                .param(
                        "words",
                        "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .query(Meetings.ROW)
                .list();
    }

    /** Meetings that have not been held and fall, or may fall, between two days. */
    public List<Meeting> underWay(String clusterId, LocalDate earliest, LocalDate latest) {
        return jdbc.sql("""
                        select * from klyngeflow.meeting
                        where cluster_id = :cluster and status in ('PLANNING', 'DATING', 'ARRANGING', 'INVITED')
                          and coalesce((starts_at at time zone 'Europe/Copenhagen')::date, earliest_day) <= :latest
                          and coalesce((starts_at at time zone 'Europe/Copenhagen')::date, latest_day) >= :earliest
                        order by year, number""")
                .param("cluster", clusterId)
                .param("earliest", earliest)
                .param("latest", latest)
                .query(Meetings.ROW)
                .list();
    }

    /** Other meetings that have not been held and have this topic of the cluster's list, or one that is called the same. */
    public List<Meeting> aboutTheSame(String clusterId, String exceptMeeting, String topicId, String title) {
        return jdbc.sql("""
                        select * from klyngeflow.meeting
                        where cluster_id = :cluster and meeting_id <> :except and business_key not like '%/gf-%'
                          and status in ('PLANNING', 'DATING', 'ARRANGING', 'INVITED')
                          and (topic_id = nullif(:topic, '')
                               or lower(title) = nullif(lower(:title), '')
                               or lower(title) = (select lower(t.title) from klyngeflow.topic t
                                                  where t.cluster_id = :cluster and t.topic_id = nullif(:topic, '')))
                        order by year, number""")
                .param("cluster", clusterId)
                .param("except", exceptMeeting)
                .param("topic", topicId)
                .param("title", title)
                .query(Meetings.ROW)
                .list();
    }
}
