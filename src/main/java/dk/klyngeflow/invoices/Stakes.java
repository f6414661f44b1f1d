package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.KnownInvoices;
import dk.klyngeflow.engine.TransactionMemory;
import dk.klyngeflow.inbox.ReceivedLetter;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.payments.DanishAccount;
import dk.klyngeflow.payments.Iban;
import dk.klyngeflow.payments.NemKonto;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.payments.PaymentTarget;
import dk.klyngeflow.security.Role;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds out whose money an invoice is, also when it does not say so: a supplier with the name, the mail or the bank account of somebody of the
 * cluster is taken for her. To be wrong costs another pair of eyes, nothing else.
 */
@Component
class Stakes {

    private final People people;
    private final KnownInvoices known;
    private final ReceivedLetters letters;
    private final ChartOfAccounts chart;
    private final TransactionMemory<String, List<Person>> memory = new TransactionMemory<>();
    private final TransactionMemory<String, List<KnownInvoices.ClaimantAccount>> accounts = new TransactionMemory<>();

    Stakes(People people, KnownInvoices known, ReceivedLetters letters, ChartOfAccounts chart) {
        this.people = people;
        this.known = known;
        this.letters = letters;
        this.chart = chart;
    }

    Interests in(Invoice invoice) {
        String cluster = invoice.clusterId();
        boolean isBoardOnly = Optional.ofNullable(invoice.account())
                .flatMap(number -> chart.find(cluster, number))
                .filter(Account::isBoardOnly)
                .isPresent();
        List<Person> everybody = memory.get(cluster, () -> people.of(cluster));
        return new Interests(
                invoice.claimantId(),
                payees(invoice, everybody),
                senders(invoice, everybody),
                isBoardOnly,
                isBoardOnly ? ids(people.holding(cluster, Role.COORDINATOR)) : Set.of());
    }

    private Set<String> payees(Invoice invoice, List<Person> everybody) {
        Set<String> payees = everybody.stream()
                .filter(person -> isSameName(person.name(), invoice.supplierName())
                        || isSameMail(person.mail(), invoice.supplierMail()))
                .map(Person::id)
                .collect(Collectors.toCollection(HashSet::new));
        if (invoice.claimantId() != null) {
            payees.add(invoice.claimantId());
        }
        Optional<String> account = account(invoice.paymentTarget());
        if (account.isPresent()) {
            accounts.get(invoice.clusterId(), () -> known.accountsOfClaimants(invoice.clusterId())).stream()
                    .filter(hers -> account(hers.payTo()).equals(account))
                    .forEach(hers -> payees.add(hers.personId()));
        }
        return payees;
    }

    /** Who handed it in; a mail is from whom it says it is from. */
    private Set<String> senders(Invoice invoice, List<Person> everybody) {
        Set<String> senders = new HashSet<>();
        if (!invoice.senderId().isEmpty()) {
            senders.add(invoice.senderId());
        }
        String document = invoice.documentId();
        if (invoice.source() == Invoice.Source.MAIL && document != null) {
            String mail = letters.withFile(invoice.clusterId(), document)
                    .map(ReceivedLetter::sender)
                    .orElse("");
            everybody.stream()
                    .filter(person -> isSameMail(person.mail(), mail))
                    .forEach(person -> senders.add(person.id()));
        }
        return senders;
    }

    private static Set<String> ids(List<Person> found) {
        return found.stream().map(Person::id).collect(Collectors.toSet());
    }

    private static boolean isSameMail(String one, String other) {
        return !one.isBlank() && one.strip().equalsIgnoreCase(other.strip());
    }

    /**
     * In any order and with or without middle names, titles and what else stands on an invoice: "Ahlmark, K.", "Lægerne v/ Kirsten Marie
     * Ahlmark". A single name is nobody's.
     */
    static boolean isSameName(String person, String payee) {
        List<String> hers = words(person);
        List<String> theirs = words(payee);
        if (hers.size() < 2 || theirs.size() < 2 || !theirs.contains(hers.get(hers.size() - 1))) {
            return false;
        }
        String first = hers.get(0);
        return theirs.stream().anyMatch(word -> word.equals(first) || word.length() == 1 && first.startsWith(word));
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The same account is the same, as registration and number and as IBAN. */
    private static Optional<String> account(PaymentTarget target) {
        if (target instanceof DanishAccount danish) {
            return Optional.of(danish.faults().isEmpty() ? danish.iban().number() : danish.key());
        }
        if (target instanceof Iban iban) {
            return Optional.of(iban.number());
        }
        return target instanceof NoTransfer || target instanceof NemKonto
                ? Optional.empty()
                : Optional.of(target.key());
    }
}
