package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CvrNumbers;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.foundings.Formality;
import dk.klyngeflow.foundings.Formality.Kind;
import dk.klyngeflow.foundings.FormalityRows;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.payments.DanishAccount;
import dk.klyngeflow.payments.Iban;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Here one of the formalities is settled, skipped or given to somebody else. */
@Component
class FormalityLink implements LinkPage {

    private static final String CHOICE = "handling";
    private static final String DONE = "klaret";
    private static final String PLO = "plo";
    private static final String SKIP = "spring";
    private static final String GIVE = "giv";
    private static final String CVR = "cvr";
    private static final String CERTIFICATE = "bevis";
    private static final String ACCOUNT = "konto";
    private static final String TO = "til";

    private final Foundings foundings;
    private final FormalityRows rows;
    private final Formalities formalities;
    private final FoundingDoctors doctors;

    FormalityLink(Foundings foundings, FormalityRows rows, Formalities formalities, FoundingDoctors doctors) {
        this.foundings = foundings;
        this.rows = rows;
        this.formalities = formalities;
        this.doctors = doctors;
    }

    @Override
    public String purpose() {
        return Formalities.PURPOSE;
    }

    @Override
    public Optional<Shown> show(Held held) {
        return open(held).map(this::question);
    }

    private Optional<Formality> open(Held held) {
        return rows.find(held.clusterId(), Kind.valueOf(held.subject()))
                .filter(formality -> formality.isOpen() && formality.holderId().equals(held.holder()))
                .filter(formality -> foundings.get(held.clusterId()).stage() == FoundingStage.FORMALITIES);
    }

    private Shown question(Formality formality) {
        List<Block> blocks = new ArrayList<>();
        List<Block.Choice.Option> options = new ArrayList<>();
        switch (formality.kind()) {
            case REGISTRATION -> {
                blocks.add(
                        new Block.Text(
                                "Klyngen kan registreres som forening hos Erhvervsstyrelsen (virk.dk) med vedtægter og referat. Om det"
                                        + " er nødvendigt, når PLO holder kontoen, ved vi ikke: spørg PLO, hvis I er i tvivl."));
                options.add(new Block.Choice.Option(DONE, "Vi har fået et CVR-nummer", "Skriv det herunder."));
            }
            case ACCOUNT -> {
                blocks.add(new Block.Text(
                        "Enten holder PLO klyngens konto og betaler de regninger, klyngen godkender, eller klyngen har sin egen"
                                + " konto."));
                options.add(new Block.Choice.Option(PLO, "PLO holder kontoen"));
                options.add(new Block.Choice.Option(DONE, "Klyngen har sin egen konto", "Skriv den herunder."));
            }
            case KIAP -> kiap(formality, blocks, options);
        }
        until(formality.clusterId()).map(Block.Text::new).ifPresent(blocks::add);
        options.add(new Block.Choice.Option(SKIP, "Spring over", "Det kan klares senere."));
        options.add(new Block.Choice.Option(GIVE, "Giv det videre", "Vælg hvem herunder; de får linket i en mail."));
        blocks.add(new Block.Choice(CHOICE, "Hvad gør I?", options, Set.of(), true, false));
        if (formality.kind() == Kind.REGISTRATION) {
            blocks.add(new Block.Field(CVR, "CVR-nummer", Block.Field.Kind.TEXT, "", false, 20));
            blocks.add(new Block.Upload(CERTIFICATE, "Registreringsbevis"));
        }
        if (formality.kind() == Kind.ACCOUNT) {
            blocks.add(new Block.Field(
                    ACCOUNT, "IBAN, eller registrerings- og kontonummer", Block.Field.Kind.TEXT, "", false, 50));
        }
        blocks.add(new Block.Pick(
                TO,
                "Giv det videre til",
                doctors.of(formality.clusterId()).stream()
                        .filter(doctor -> !doctor.personId().equals(formality.holderId()))
                        .map(doctor -> new Block.Choice.Option(doctor.personId(), doctor.name()))
                        .toList(),
                "",
                false));
        return new Shown(formality.kind().danish(), blocks, "Send");
    }

    private Optional<String> until(String clusterId) {
        return Optional.of(Formalities.until(foundings.get(clusterId))).filter(until -> !until.isEmpty());
    }

    private void kiap(Formality formality, List<Block> blocks, List<Block.Choice.Option> options) {
        String address = formalities.kiapAddress(formality.clusterId());
        blocks.add(new Block.Table(
                "Praksis i klyngen",
                List.of("Ydernummer og navn"),
                formalities.providerNumbers(formality.clusterId()).stream()
                        .map(List::of)
                        .toList()));
        if (address.isEmpty()) {
            blocks.add(new Block.Note(
                    "KiAP's mailadresse er ikke sat op her, så send selv listen til KiAP, og sig, når det er gjort."));
            options.add(new Block.Choice.Option(DONE, "Jeg har sendt listen til KiAP"));
        } else {
            options.add(new Block.Choice.Option(DONE, "Send listen til KiAP", "Den sendes til " + address + "."));
        }
    }

    @Override
    public Shown over(Held held) {
        Optional<Formality> formality = rows.find(held.clusterId(), Kind.valueOf(held.subject()));
        boolean isOthers = formality
                .filter(Formality::isOpen)
                .filter(each -> !each.holderId().equals(held.holder()))
                .isPresent();
        return Shown.over(
                isOthers
                        ? "Du har givet det videre. Du skal ikke gøre mere."
                        : "Det er klaret eller ikke aktuelt længere. Du skal ikke gøre mere.");
    }

    @Override
    public Done answer(Held held, Map<String, List<String>> sent) {
        foundings.lock(held.clusterId());
        Formality formality =
                open(held).orElseThrow(() -> new FormRefused("Det er klaret i mellemtiden. Du skal ikke gøre mere."));
        switch (new SentAnswers(sent).first(CHOICE)) {
            case SKIP -> formalities.skip(formality);
            case GIVE -> {
                formalities.give(
                        formality, first(sent, TO).orElseThrow(() -> new FormRefused("Vælg, hvem der får det.")));
                return new Done("Det er givet videre", "Linket er sendt i en mail, og du skal ikke gøre mere.");
            }
            case PLO -> formalities.settle(formality, "", null);
            default -> done(formality, sent);
        }
        return new Done(
                "Tak, det er noteret",
                until(held.clusterId()).orElse("Når de tre ting er klaret eller sprunget over, åbner klyngen."));
    }

    private void done(Formality formality, Map<String, List<String>> sent) {
        switch (formality.kind()) {
            case REGISTRATION -> {
                String cvr = CvrNumbers.bare(first(sent, CVR).orElse(""));
                CvrNumbers.objectionTo(cvr).ifPresent(wrong -> {
                    throw new FormRefused(wrong);
                });
                formalities.settle(formality, cvr, first(sent, CERTIFICATE).orElse(null));
            }
            case ACCOUNT ->
                formalities.settle(formality, iban(first(sent, ACCOUNT).orElse("")), null);
            case KIAP -> formalities.sendToKiap(formality);
        }
    }

    /** Written as people do: DK50 0040 0440 1162 43, or 0040 0440116243. */
    private static String iban(String typed) {
        String bare = typed.replaceAll("[\\s.-]", "");
        if (bare.matches("\\d{5,14}")) {
            DanishAccount account = new DanishAccount(bare.substring(0, 4), bare.substring(4));
            if (!account.faults().isEmpty()) {
                throw new FormRefused(account.faults());
            }
            return account.iban().number();
        }
        Iban iban = Iban.of(bare);
        if (bare.isEmpty() || !iban.faults().isEmpty()) {
            throw new FormRefused(
                    bare.isEmpty() ? List.of("Skriv kontoen, eller vælg, at PLO holder den.") : iban.faults());
        }
        return iban.number();
    }

    private static Optional<String> first(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().findFirst();
    }
}
