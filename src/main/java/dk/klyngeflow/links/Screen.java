package dk.klyngeflow.links;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One screen as the template draws it: what was shown, what she has typed meanwhile, and what was wrong with that. */
final class Screen {

    private static final int SHORT_LABEL = 16;
    private static final int SIDE_BY_SIDE = 3;

    private final Shown shown;
    private final Map<String, List<String>> typed;
    private final Map<String, String> faults;
    private final Map<String, String> uploads;
    private final boolean sent;

    /**
     * @param typed what was sent and could not be taken; empty when she has only opened the page
     * @param uploads names of the files that are kept for her, by name of the upload
     */
    Screen(
            Shown shown,
            Map<String, List<String>> typed,
            Map<String, String> faults,
            Map<String, String> uploads,
            boolean sent) {
        this.shown = shown;
        this.typed = typed;
        this.faults = faults;
        this.uploads = uploads;
        this.sent = sent;
    }

    static Screen fresh(Shown shown) {
        return new Screen(shown, Map.of(), Map.of(), Map.of(), false);
    }

    public Shown shown() {
        return shown;
    }

    public boolean isPicked(Block.Choice choice, Block.Choice.Option option) {
        return (sent ? typed.getOrDefault(choice.name(), List.of()) : choice.chosen()).contains(option.value());
    }

    public boolean isPicked(Block.Pick pick, Block.Choice.Option option) {
        return (sent ? first(pick.name()) : pick.chosen()).equals(option.value());
    }

    public String valueOf(Block.Field field) {
        if (isPassword(field)) {
            return "";
        }
        return sent ? first(field.name()) : field.value();
    }

    /** The id of the document that was uploaded before something else turned out wrong. */
    public String kept(Block.Upload upload) {
        return uploads.containsKey(upload.name()) ? first(upload.name()) : "";
    }

    public String fileName(Block.Upload upload) {
        return uploads.getOrDefault(upload.name(), "");
    }

    public String fault(String name) {
        return faults.getOrDefault(name, "");
    }

    public boolean hasUpload() {
        return shown.blocks().stream().anyMatch(block -> block instanceof Block.Upload || block instanceof Block.Sheet);
    }

    /** Two or three short answers stand side by side, so that ten dates fit on a phone. */
    public boolean isSideBySide(Block.Choice choice) {
        return choice.options().size() <= SIDE_BY_SIDE
                && !choice.many()
                && choice.options().stream()
                        .allMatch(option ->
                                option.hint().isEmpty() && option.label().length() <= SHORT_LABEL);
    }

    /** Many short answers of which several may be picked stand in two columns. */
    public boolean isTiled(Block.Choice choice) {
        return choice.many()
                && choice.options().stream()
                        .allMatch(option ->
                                option.hint().isEmpty() && option.label().length() <= SHORT_LABEL);
    }

    public boolean isArea(Block.Field field) {
        return field.kind() == Block.Field.Kind.AREA;
    }

    public boolean isPassword(Block.Field field) {
        return field.kind() == Block.Field.Kind.PASSWORD;
    }

    public String inputMode(Block.Field field) {
        return switch (field.kind()) {
            case NUMBER, DAY -> "numeric";
            case MONEY -> "decimal";
            case MAIL -> "email";
            case PHONE -> "tel";
            case TEXT, AREA, PASSWORD -> "text";
        };
    }

    /** As a picture, not as part of the page: nothing in it can run, and its own styles need no permission. */
    public String data(Block.Picture picture) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8));
    }

    public Set<String> faultyNames() {
        return faults.keySet();
    }

    private String first(String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
