package dk.klyngeflow.assembly;

import dk.klyngeflow.archive.Closing;
import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The board settles an association that two assemblies have dissolved: nothing is left that stands in the way of closing it. */
@Component
class SettleAssociationContract implements FormContract<SettleAssociationContract.Form> {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 200;

    private final CalledAssemblies assemblies;
    private final AssemblyMinutes minutes;
    private final Closing closing;

    SettleAssociationContract(CalledAssemblies assemblies, AssemblyMinutes minutes, Closing closing) {
        this.assemblies = assemblies;
        this.minutes = minutes;
        this.closing = closing;
    }

    record Form(String settlement, String archiveKeeper) {}

    @Override
    public String task() {
        return "settleAssociation";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Closing.Outlook outlook = closing.outlook(answer.clusterId());
        outlook.inTheWay().forEach(fields::wrong);
        outlook.toConfirm().forEach(sentence -> fields.doubt("CONFIRMED", sentence));
        String settlement = fields.requiredParagraphs("settlement", "Hvad der er sket med midlerne");
        if (settlement.length() > LONGEST) {
            fields.wrong("Hvad der er sket med midlerne må højst fylde 2.000 tegn.");
        }
        return new Form(settlement, fields.required("archiveKeeper", "Hvem der har arkivet", LONGEST_NAME));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        String id = GeneralAssemblyVariables.ASSEMBLY_ID.in(answer.known());
        assemblies.settled(assemblies.get(answer.clusterId(), id), form.settlement(), form.archiveKeeper());
        minutes.settlement(assemblies.get(answer.clusterId(), id), answer.personId());
        return Map.of();
    }
}
