package dk.klyngeflow.demo;

import dk.klyngeflow.demo.FastForward.Happening;
import dk.klyngeflow.demo.FastForward.Journey;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.OpenPages;
import dk.klyngeflow.security.Refused;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /spol-frem}: what time it is in the demo, and buttons that move it forwards, by a year at most. Open to everybody on this machine. */
@Controller
@Profile("demo")
class FastForwardPage implements OpenPages {

    private static final DateTimeFormatter NOW = danish("EEEE 'den' d. MMMM yyyy 'kl.' H.mm");
    private static final DateTimeFormatter MOMENT = danish("EEEE 'den' d. MMMM 'kl.' H.mm");
    private static final DateTimeFormatter DAY = danish("d. MMMM yyyy");
    private static final Duration LONG = Duration.ofDays(60);
    private static final int MOST_SHOWN = 200;

    private final DemoClock clock;
    private final FastForward forward;
    private volatile @Nullable Journey last;

    FastForwardPage(DemoClock clock, FastForward forward) {
        this.clock = clock;
        this.forward = forward;
    }

    /** All that happened at one time. */
    record Moment(String when, List<String> what) {}

    @Override
    public List<String> patterns() {
        return List.of("/spol-frem");
    }

    @GetMapping("/spol-frem")
    String show(Model model) {
        model.addAttribute("now", NOW.format(clock.now()));
        model.addAttribute("ahead", ahead(clock.ahead()));
        model.addAttribute("token", clock.ahead().toString());
        Journey journey = last;
        if (journey != null) {
            model.addAttribute("summary", summary(journey));
            model.addAttribute("arrived", journey.arrived());
            model.addAttribute("moments", moments(journey.happenings(), isLong(journey)));
            model.addAttribute("more", Math.max(0, journey.happenings().size() - MOST_SHOWN));
        }
        return "demo/fast-forward";
    }

    /** @param token what the clock showed when the button was pressed: pressed twice, it moves once */
    @PostMapping("/spol-frem")
    synchronized String move(@RequestParam("til") String where, @RequestParam("ur") String token) {
        if (!token.equals(clock.ahead().toString())) {
            return "redirect:/spol-frem?flyttet";
        }
        Optional<Journey> journey = switch (where) {
            case "dag" -> forward.by(Duration.ofDays(1));
            case "uge" -> forward.by(Duration.ofDays(7));
            case "aar" -> forward.by(Duration.ofDays(365));
            case "begivenhed" -> forward.toNextEvent();
            default -> throw Refused.badRequest("Vælg en dag, en uge, et år eller den næste begivenhed.");
        };
        journey.ifPresent(made -> last = made);
        return journey.isPresent() ? "redirect:/spol-frem" : "redirect:/spol-frem?flyttet";
    }

    private static String summary(Journey journey) {
        int mails = 0;
        int steps = 0;
        for (Happening happening : journey.happenings()) {
            if (happening.what().startsWith("Mail: ")) {
                mails += happening.count();
            } else {
                steps += happening.count();
            }
        }
        String what = mails == 0 && steps == 0
                ? "Der skete ikke noget undervejs."
                : "Undervejs: " + count(mails, "mail sendt", "mails sendt") + " og "
                        + count(steps, "trin i sagerne", "trin i sagerne") + ".";
        DateTimeFormatter format = isLong(journey) ? DAY : MOMENT;
        return "Tiden gik fra " + format.format(journey.from()) + " til " + format.format(journey.to()) + ". " + what;
    }

    private static boolean isLong(Journey journey) {
        return journey.from().plus(LONG).isBefore(journey.to());
    }

    private static String count(int number, String one, String several) {
        return (number == 0 ? "ingen" : String.valueOf(number)) + " " + (number == 1 ? one : several);
    }

    private static List<Moment> moments(List<Happening> happenings, boolean isLong) {
        List<Moment> moments = new ArrayList<>();
        for (Happening happening : happenings.subList(0, Math.min(MOST_SHOWN, happenings.size()))) {
            String when = (isLong ? NOW : MOMENT).format(happening.at());
            if (moments.isEmpty() || !moments.get(moments.size() - 1).when().equals(when)) {
                moments.add(new Moment(when, new ArrayList<>()));
            }
            String times = happening.count() > 1 ? happening.count() + " × " : "";
            moments.get(moments.size() - 1).what().add(times + happening.what());
        }
        return moments;
    }

    private static String ahead(Duration ahead) {
        long days = ahead.toDays();
        if (days > 0) {
            return days == 1 ? "en dag" : days + " dage";
        }
        long hours = ahead.toHours();
        return hours > 0 ? (hours == 1 ? "en time" : hours + " timer") : ahead.isZero() ? "" : "under en time";
    }

    private static DateTimeFormatter danish(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag("da")).withZone(CopenhagenTime.ZONE);
    }
}
