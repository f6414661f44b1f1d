package dk.klyngeflow.year;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about its year. No source gives these figures: the defaults are ours and each cluster sets its own. */
@Component
class YearSettings implements SettingCatalog {

    static final Setting<Integer> MEETING_WEEKS = Setting.days(
                    "year.meetingWeeks",
                    14,
                    "Et møde begyndes, uger før",
                    "Så mange uger før den planlagte dag begynder arbejdet med mødet. En datapakke skal bestilles 60 dage før.")
            .between(4, 40);
    static final Setting<Integer> ASSEMBLY_WEEKS = Setting.days(
                    "year.assemblyWeeks",
                    12,
                    "Generalforsamlingen begyndes, uger før",
                    "Så mange uger før den planlagte dag findes dato og sted. Varslet efter vedtægterne kommer oven i.")
            .between(4, 26);
    static final Setting<Integer> ELECTION_WEEKS = Setting.days(
                    "year.electionWeeks",
                    9,
                    "Valg af koordinator begyndes, uger før",
                    "Så mange uger før generalforsamlingen i det år, hvor perioden udløber.")
            .between(3, 26);
    static final Setting<Integer> NEXT_YEAR_WEEKS = Setting.days(
                    "year.nextYearWeeks",
                    13,
                    "Næste års plan lægges, uger før nytår",
                    "Årets første møder begyndes i efteråret før.")
            .between(4, 40);

    @Override
    public String heading() {
        return "Årshjulet";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MEETING_WEEKS, ASSEMBLY_WEEKS, ELECTION_WEEKS, NEXT_YEAR_WEEKS);
    }
}
