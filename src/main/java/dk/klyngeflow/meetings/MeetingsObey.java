package dk.klyngeflow.meetings;

import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Obeys;
import dk.klyngeflow.localmodel.Question;
import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.Setting;
import dk.klyngeflow.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What meetings make of the local model. */
@Component
@Order(4)
class MeetingsObey implements Obeys {

    private static final String DATES = "Når der foreslås datoer til et møde";
    private static final String AGENDA = "Når dagsordenen foreslås";

    @Override
    public List<Effect<?>> settings(Choices model) {
        List<Effect<?>> found = new ArrayList<>();
        model.one(Question.MEETINGS)
                .map(Integer::valueOf)
                .ifPresent(number -> found.add(new Effect<>(
                        Question.MEETINGS,
                        MeetingSettings.PER_YEAR,
                        number,
                        "Når et nyt møde begyndes: ugerne foreslås så langt efter det seneste")));
        add(found, model, Question.WEEKDAYS, DatePollSettings.WEEKDAYS, weekdays(model), DATES);
        add(
                found,
                model,
                Question.HOUR,
                DatePollSettings.HOUR,
                model.one(Question.HOUR).orElse(""),
                DATES);
        add(
                found,
                model,
                Question.PREPARATION,
                MeetingSettings.PREPARATION,
                preparation(model),
                "Når der indkaldes til et møde: det står i mailen");
        add(
                found,
                model,
                Question.TOGETHER,
                MeetingSettings.BESIDE_OTHERS,
                model.has(Question.TOGETHER, "TOGETHER"),
                "Når datoerne vælges: den, der planlægger, mindes om det");
        boolean hasOwnFirst = model.has(Question.AGENDA, "OWN_FIRST");
        add(found, model, Question.AGENDA, MeetingSettings.OWN_DATA_FIRST, hasOwnFirst, AGENDA);
        add(found, model, Question.AGENDA, MeetingSettings.GROUP_WORK, model.has(Question.AGENDA, "GROUPS"), AGENDA);
        int minutes = model.has(Question.AGENDA, "ROUND") ? MeetingSettings.SPEAKING_MINUTES.standard() : 0;
        add(found, model, Question.AGENDA, MeetingSettings.SPEAKING_MINUTES, minutes, AGENDA);
        add(found, model, Question.FACILITATOR, MeetingSettings.FACILITATOR, facilitator(model), AGENDA);
        quorum(found, model);
        return found;
    }

    @Override
    public List<Given> duties(Choices model) {
        List<Given> found = new ArrayList<>();
        model.one(Question.PLANNING)
                .map(Role::valueOf)
                .ifPresent(role -> List.of(
                                MeetingDuties.PLAN_MEETING, MeetingDuties.CONFIRM_DATE, MeetingDuties.CHOOSE_SPEAKER)
                        .forEach(duty -> found.add(given(Question.PLANNING, duty, role))));
        model.one(Question.DATA_WORK)
                .map(Role::valueOf)
                .ifPresent(role -> List.of(MeetingDuties.ORDER_DATA, MeetingDuties.RECEIVE_DATA)
                        .forEach(duty -> found.add(given(Question.DATA_WORK, duty, role))));
        return found;
    }

    private static Given given(Question because, Duty duty, Role role) {
        return new Given(because, duty, role, "Når opgaven kommer, og når den ligger åben");
    }

    private static void quorum(List<Effect<?>> found, Choices model) {
        String when = "Når tilmeldingen lukker, og der er for få";
        model.one(Question.QUORUM).map(Integer::valueOf).ifPresent(share -> {
            found.add(new Effect<>(Question.QUORUM, MeetingSettings.FEWEST_SHARE, share, when));
            if (share == 0) {
                found.add(new Effect<>(Question.QUORUM, MeetingSettings.FEWEST, 0, when));
            }
        });
    }

    private static <T> void add(
            List<Effect<?>> found, Choices model, Question because, Setting<T> setting, T value, String readBy) {
        if (!model.all(because).isEmpty()) {
            found.add(new Effect<>(because, setting, value, readBy));
        }
    }

    private static String weekdays(Choices model) {
        return String.join(", ", model.all(Question.WEEKDAYS));
    }

    private static String preparation(Choices model) {
        return switch (model.one(Question.PREPARATION).orElse("")) {
            case "SHORT" -> "Læs dagsorden og bilag; det tager højst en halv time.";
            case "OWN_DATA" -> "Se jeres egne tal igennem før mødet.";
            default -> "";
        };
    }

    private static String facilitator(Choices model) {
        return switch (model.one(Question.FACILITATOR).orElse("")) {
            case "COORDINATOR" -> "koordinatoren";
            case "BOARD" -> "et medlem af bestyrelsen";
            case "IN_TURN" -> Facilitators.IN_TURN;
            case "OUTSIDE" -> "en udefra";
            default -> "";
        };
    }
}
