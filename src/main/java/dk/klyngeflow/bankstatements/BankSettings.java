package dk.klyngeflow.bankstatements;

import dk.klyngeflow.members.Setting;
import dk.klyngeflow.members.SettingCatalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each cluster decides about its bank statements. */
@Component
class BankSettings implements SettingCatalog {

    static final Setting<Long> FEE_LIMIT = Setting.money(
            "bank.feeLimit",
            50_00,
            "Kontoudtog: største forskel, der kan være et gebyr",
            "Er linjen i banken op til så meget større end bilaget, foreslås forskellen bogført som gebyr.");

    @Override
    public String heading() {
        return "Regnskab: bank";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(FEE_LIMIT);
    }
}
