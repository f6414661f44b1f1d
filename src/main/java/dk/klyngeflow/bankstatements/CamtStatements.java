package dk.klyngeflow.bankstatements;

import static dk.klyngeflow.bankstatements.StatementReader.refused;
import static dk.klyngeflow.bankstatements.StatementReader.shortened;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.security.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads camt.053 of the versions 02 to 13, by local names: what we need of it has kept its names through all of them. */
final class CamtStatements {

    private static final Pattern VERSION =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\\.\\d{3})\\.001\\.(\\d{2})");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(?:\\.\\d{1,5})?");
    private static final Map<String, String> OTHERS = Map.of(
            "camt.052", "bevægelser inden for dagen",
            "camt.054", "besked om enkelte bevægelser",
            "pain.001", "betalinger til banken",
            "pain.002", "svar på betalinger");

    private CamtStatements() {}

    static ReadFile read(byte[] file) {
        XmlTree.Element document = XmlTree.read(file);
        Matcher version = VERSION.matcher(document.namespace());
        String kind = version.matches() ? version.group(1) : "";
        if (OTHERS.containsKey(kind)) {
            throw refused("Filen er " + kind + " (" + OTHERS.get(kind)
                    + "). Hent kontoudtoget, der hedder camt.053, for en hel periode i netbanken.");
        }
        int number = version.matches() ? Integer.parseInt(version.group(2)) : 0;
        if (!kind.equals(StatementReader.CAMT) || number < 2 || number > 13) {
            throw refused(
                    "Filen er XML, men ikke camt.053 i en version fra 02 til 13. Hent kontoudtoget som camt.053 i netbanken.");
        }
        List<XmlTree.Element> found =
                document.child("BkToCstmrStmt").map(root -> root.all("Stmt")).orElse(List.of());
        if (found.isEmpty()) {
            throw refused("Der er intet kontoudtog i filen. Hent camt.053 for en periode, der er slut.");
        }
        Entries entries = new Entries();
        // a statement that stands in the file twice is one
        Map<String, XmlTree.Element> once = new LinkedHashMap<>();
        found.forEach(each -> once.putIfAbsent(each.toString(), each));
        List<ReadFile.Statement> statements =
                once.values().stream().map(entries::statement).toList();
        return new ReadFile(StatementReader.CAMT, statements, List.of());
    }

    /** Counts the entries through the whole file, since people are told of them by number. */
    private static final class Entries {

        private int number;

        ReadFile.Statement statement(XmlTree.Element statement) {
            String account = statement
                    .at("Acct", "Id", "IBAN")
                    .or(() -> statement.at("Acct", "Id", "Othr", "Id"))
                    .map(XmlTree.Element::text)
                    .orElse("");
            Balance opening = balance(statement, "OPBD", "PRCD");
            Balance closing = balance(statement, "CLBD");
            if (!opening.currency.equals(closing.currency)) {
                throw refused("Kontoudtoget begynder i " + opening.currency + " og slutter i " + closing.currency
                        + ". Saldiene går ikke op, og intet er gemt. Hent filen i netbanken igen.");
            }
            List<Entry> entries = new ArrayList<>();
            for (XmlTree.Element each : statement.all("Ntry")) {
                number++;
                String status = each.at("Sts", "Cd")
                        .or(() -> each.child("Sts"))
                        .map(XmlTree.Element::text)
                        .orElse("");
                if (status.equals("BOOK") || status.isEmpty()) {
                    entries.add(entry(number, each, opening.currency));
                }
            }
            LocalDate from = day(statement, "FrToDt", "FrDtTm").orElse(first(entries, opening.day));
            LocalDate to = day(statement, "FrToDt", "ToDtTm").orElse(closing.day);
            if (from.isAfter(to)) {
                throw refused("Kontoudtoget slutter, før det begynder. Intet er gemt. Hent filen i netbanken igen.");
            }
            return new ReadFile.Statement(
                    account,
                    opening.currency,
                    from,
                    to,
                    opening.oere,
                    closing.oere,
                    balanced(entries, opening, closing));
        }
    }

    private record Balance(long oere, String currency, LocalDate day) {}

    private record Entry(ReadFile.Line line, boolean isReversal) {

        ReadFile.Line turned() {
            return isReversal
                    ? new ReadFile.Line(
                            line.line(),
                            line.day(),
                            line.valueDay(),
                            -line.amountOere(),
                            null,
                            line.text(),
                            line.parts())
                    : line;
        }
    }

    private static LocalDate first(List<Entry> entries, LocalDate otherwise) {
        return entries.stream()
                .map(entry -> entry.line.day())
                .min(LocalDate::compareTo)
                .filter(otherwise::isAfter)
                .orElse(otherwise);
    }

    private static Balance balance(XmlTree.Element statement, String... codes) {
        for (String code : codes) {
            for (XmlTree.Element each : statement.all("Bal")) {
                if (each.at("Tp", "CdOrPrtry", "Cd").filter(is(code)).isPresent()) {
                    return new Balance(
                            signed(each),
                            each.child("Amt").map(XmlTree.Element::currency).orElse(""),
                            day(each, "Dt").orElseThrow(() -> refused("En saldo i filen har ingen dato.")));
                }
            }
        }
        throw refused("Kontoudtoget har ingen " + (codes.length > 1 ? "startsaldo (OPBD)" : "slutsaldo (CLBD)")
                + ". Hent et udtog for en periode, der er slut.");
    }

    private static Predicate<XmlTree.Element> is(String text) {
        return element -> element.text().equals(text);
    }

    /** What is turned back is written the one way by some banks and the other by others: the balance decides. */
    private static List<ReadFile.Line> balanced(List<Entry> entries, Balance opening, Balance closing) {
        List<ReadFile.Line> asWritten = entries.stream().map(Entry::line).toList();
        List<ReadFile.Line> turned = entries.stream().map(Entry::turned).toList();
        long difference = opening.oere + sum(asWritten) - closing.oere;
        if (difference == 0) {
            return running(asWritten, opening.oere);
        } else if (opening.oere + sum(turned) == closing.oere) {
            return running(turned, opening.oere);
        }
        throw doesNotAddUp(opening.oere, sum(asWritten), closing.oere);
    }

    static Refused doesNotAddUp(long opening, long sum, long closing) {
        long difference = opening + sum - closing;
        return Refused.unprocessable(
                "Saldiene går ikke op: " + Money.kroner(opening) + " ved begyndelsen og bevægelser for "
                        + Money.kroner(sum)
                        + " giver " + Money.kroner(opening + sum) + ", men kontoudtoget slutter med "
                        + Money.kroner(closing) + " Forskellen er " + Money.kroner(Math.abs(difference))
                        + ", og intet er gemt.",
                Map.of("differenceOere", difference));
    }

    private static long sum(List<ReadFile.Line> lines) {
        return lines.stream().mapToLong(ReadFile.Line::amountOere).sum();
    }

    private static List<ReadFile.Line> running(List<ReadFile.Line> lines, long opening) {
        List<ReadFile.Line> result = new ArrayList<>();
        long balance = opening;
        for (ReadFile.Line line : lines) {
            balance += line.amountOere();
            result.add(line.withBalance(balance));
        }
        return List.copyOf(result);
    }

    private static Entry entry(int number, XmlTree.Element entry, String currency) {
        if (!entry.child("Amt").map(XmlTree.Element::currency).orElse("").equals(currency)) {
            throw refused("Post " + number + " er ikke i kontoens valuta " + currency
                    + ". Saldiene kan ikke gå op, og intet er gemt.");
        }
        LocalDate day = day(entry, "BookgDt")
                .or(() -> day(entry, "ValDt"))
                .orElseThrow(() -> refused("Post " + number + " har ingen dato."));
        long amount = signed(entry);
        List<XmlTree.Element> details = entry.all("NtryDtls").stream()
                .flatMap(each -> each.all("TxDtls").stream())
                .toList();
        List<ReadFile.Part> parts = details.stream()
                .map(each -> part(each, details.size() == 1 ? amount : null, amount < 0, currency))
                .toList();
        return new Entry(
                new ReadFile.Line(
                        number,
                        day,
                        day(entry, "ValDt").orElse(day),
                        amount,
                        null,
                        FreeText.kept(text(entry, parts)),
                        parts.stream()
                                .filter(part -> !part.reference().isEmpty() || parts.size() > 1)
                                .toList()),
                entry.child("RvslInd")
                        .filter(each ->
                                each.text().equals("true") || each.text().equals("1"))
                        .isPresent());
    }

    private static String text(XmlTree.Element entry, List<ReadFile.Part> parts) {
        if (parts.size() > 1) {
            return "Samlet overførsel " + parts.size() + " betalinger";
        }
        String detail = parts.isEmpty() ? "" : parts.get(0).text();
        return detail.isEmpty()
                ? entry.child("AddtlNtryInf").map(XmlTree.Element::text).orElse("")
                : detail;
    }

    private static ReadFile.Part part(XmlTree.Element detail, @Nullable Long whole, boolean isDebit, String currency) {
        String reference =
                detail.at("Refs", "EndToEndId").map(XmlTree.Element::text).orElse("");
        Long amount = whole;
        if (amount == null) {
            amount = detail.at("AmtDtls", "TxAmt", "Amt")
                    .or(() -> detail.child("Amt"))
                    .filter(each -> each.currency().equals(currency))
                    .map(each -> isDebit ? -oere(each) : oere(each))
                    .orElse(null);
        }
        String text = detail.child("RmtInf")
                .map(each -> String.join(" ", each.texts("Ustrd")))
                .orElse("");
        String party = detail.at("RltdPties", isDebit ? "Cdtr" : "Dbtr")
                .flatMap(each -> each.child("Nm").or(() -> each.at("Pty", "Nm")))
                .map(XmlTree.Element::text)
                .orElse("");
        return new ReadFile.Part(
                reference.equals("NOTPROVIDED") ? "" : shortened(reference),
                amount,
                FreeText.kept(text.isEmpty() ? party : text));
    }

    private static long signed(XmlTree.Element element) {
        String way = element.child("CdtDbtInd").map(XmlTree.Element::text).orElse("");
        long oere = oere(element.child("Amt").orElseThrow(() -> refused("Der mangler et beløb i filen.")));
        return switch (way) {
            case "CRDT" -> oere;
            case "DBIT" -> -oere;
            default -> throw refused("Et beløb i filen siger ikke, om det er ind eller ud.");
        };
    }

    private static long oere(XmlTree.Element amount) {
        try {
            if (AMOUNT.matcher(amount.text()).matches()) {
                return Money.ofDecimal(new BigDecimal(amount.text()));
            }
        } catch (ArithmeticException fraction) {
            // said below
        }
        throw refused("„" + shortened(amount.text()) + "“ er ikke et beløb med hele ører.");
    }

    private static Optional<LocalDate> day(XmlTree.Element element, String... path) {
        return element.at(path)
                .map(found -> found.child("Dt").or(() -> found.child("DtTm")).orElse(found))
                .map(XmlTree.Element::text)
                .map(CamtStatements::day);
    }

    /** A moment belongs to the day it is in Copenhagen; a day may bring the zone it was meant in, which says nothing. */
    private static LocalDate day(String written) {
        try {
            if (!written.contains("T")) {
                return inReason(LocalDate.parse(written.replaceFirst("(Z|[+-]\\d{2}:\\d{2})$", "")));
            }
            boolean hasZone = written.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})");
            return inReason(
                    hasZone
                            ? CopenhagenTime.dayOf(OffsetDateTime.parse(written).toInstant())
                            : LocalDateTime.parse(written).toLocalDate());
        } catch (DateTimeException otherwise) {
            throw refused("„" + shortened(written) + "“ er ikke en dato.");
        }
    }

    private static LocalDate inReason(LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() >= 2200) {
            throw new DateTimeException(Objects.toString(day));
        }
        return day;
    }
}
