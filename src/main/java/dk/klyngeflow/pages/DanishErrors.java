package dk.klyngeflow.pages;

import dk.klyngeflow.engine.NoRoom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Whatever goes wrong is told in one Danish sentence and nothing else: {@code {"status": 404, "message": …}}. */
@Component
class DanishErrors extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Object status = super.getErrorAttributes(request, options).get("status");
        int code = status instanceof Integer number ? number : 500;
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("status", code);
        attributes.put("message", sentence(code));
        return attributes;
    }

    static String sentence(int status) {
        return switch (status) {
            case 400 -> "Der var noget i det sendte, som vi ikke kunne forstå.";
            case 401 -> "Log ind for at fortsætte.";
            case 403 -> "Det har du ikke adgang til.";
            case 404 -> "Det findes ikke.";
            case 405 -> "Det kan man ikke gøre her.";
            case 406, 415 -> "Den slags indhold kan vi ikke tage imod her.";
            case 409 -> "En anden har ændret det samme i mellemtiden. Hent siden igen.";
            case 413 -> "Filen er for stor. En fil må højst fylde 10 MB.";
            case NoRoom.STATUS -> NoRoom.SENTENCE;
            case 429 -> "Der er kommet mange forsøg på kort tid. Vent et minut, og prøv igen.";
            default -> status >= 500 ? "Noget gik galt hos os. Prøv igen om lidt." : "Det kunne ikke lade sig gøre.";
        };
    }
}
