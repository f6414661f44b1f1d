package dk.klyngeflow.gatherings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What many people ask a kitchen for. Whatever else there is, a guest writes in her own words. */
public enum Diet {
    VEGETARIAN("Vegetarisk"),
    VEGAN("Vegansk"),
    NO_PORK("Uden svinekød"),
    HALAL("Halal"),
    NO_GLUTEN("Uden gluten"),
    NO_LACTOSE("Uden laktose"),
    NO_NUTS("Uden nødder");

    private final String danish;

    Diet(String danish) {
        this.danish = danish;
    }

    public String danish() {
        return danish;
    }

    public static Optional<Diet> named(String name) {
        return Arrays.stream(values()).filter(diet -> diet.name().equals(name)).findFirst();
    }

    public static List<Diet> all() {
        return List.of(values());
    }
}
