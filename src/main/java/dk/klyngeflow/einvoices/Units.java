package dk.klyngeflow.einvoices;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** UN/ECE recommendation 20 codes that people meet, in Danish. */
final class Units {

    private static final Map<String, String> DANISH = Map.ofEntries(
            Map.entry("EA", "stk."),
            Map.entry("C62", "stk."),
            Map.entry("H87", "stk."),
            Map.entry("PCE", "stk."),
            Map.entry("NAR", "stk."),
            Map.entry("XPP", "stk."),
            Map.entry("ZZ", ""),
            Map.entry("HUR", "timer"),
            Map.entry("MIN", "min."),
            Map.entry("DAY", "dage"),
            Map.entry("WEE", "uger"),
            Map.entry("MON", "måneder"),
            Map.entry("ANN", "år"),
            Map.entry("KGM", "kg"),
            Map.entry("GRM", "g"),
            Map.entry("TNE", "t"),
            Map.entry("LTR", "l"),
            Map.entry("MTR", "m"),
            Map.entry("CMT", "cm"),
            Map.entry("KMT", "km"),
            Map.entry("MTK", "m²"),
            Map.entry("MTQ", "m³"),
            Map.entry("KWH", "kWh"),
            Map.entry("SET", "sæt"),
            Map.entry("PR", "par"),
            Map.entry("PK", "pk."),
            Map.entry("XPK", "pk."),
            Map.entry("BX", "kasser"),
            Map.entry("XBX", "kasser"),
            Map.entry("XCT", "kartoner"),
            Map.entry("LS", "samlet"),
            Map.entry("E48", "ydelser"),
            Map.entry("P1", "%"));

    private Units() {}

    static String danish(@Nullable String code) {
        String unit = Texts.of(code);
        return DANISH.getOrDefault(unit, unit);
    }
}
