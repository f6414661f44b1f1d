package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.documents.VoucherAppendix;
import dk.klyngeflow.einvoices.VoucherPages;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts voucher, approvals and coding into one PDF and mails it to PLO, who pays from what it holds for the cluster, or takes what comes back. */
@Component
class PloPackages {

    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;

    private final Invoices invoices;
    private final InvoiceEvents events;
    private final InvoiceIntake intake;
    private final InvoiceViews views;
    private final Postings postings;
    private final Clusters clusters;
    private final ClusterSettings settings;
    private final ChartOfAccounts chart;
    private final Documents documents;
    private final VoucherPages pages;
    private final ObjectProvider<VoucherAppendix> appendices;
    private final PdfMaker pdfs;
    private final Outbox outbox;

    PloPackages(
            Invoices invoices,
            InvoiceEvents events,
            InvoiceIntake intake,
            InvoiceViews views,
            Postings postings,
            Clusters clusters,
            ClusterSettings settings,
            ChartOfAccounts chart,
            Documents documents,
            VoucherPages pages,
            ObjectProvider<VoucherAppendix> appendices,
            PdfMaker pdfs,
            Outbox outbox) {
        this.invoices = invoices;
        this.events = events;
        this.intake = intake;
        this.views = views;
        this.postings = postings;
        this.clusters = clusters;
        this.settings = settings;
        this.chart = chart;
        this.documents = documents;
        this.pages = pages;
        this.appendices = appendices;
        this.pdfs = pdfs;
        this.outbox = outbox;
    }

    /** @throws IllegalStateException when the cluster has not said where PLO takes vouchers; an administrator sees it as an incident */
    void send(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        String address = settings.get(clusterId, InvoiceSettings.PLO_MAIL);
        if (address.isBlank()) {
            throw new IllegalStateException("cluster " + clusterId + " has no address for PLO (invoices.ploMail)");
        }
        Document kept = documents.store(
                clusterId, "plo-" + invoice.id() + ".pdf", bundle(invoice, clusters.get(clusterId)), "system");
        invoices.ploPackage(invoice, kept.id());
        postings.handedToPlo(invoice);
        events.add(invoice, InvoiceEvents.Kind.SENT_TO_PLO, null, kept.fileName());
        outbox.enqueue(Mail.of(
                        clusterId,
                        "plo-package",
                        "plo-package:" + invoice.id() + ":plo:" + invoice.round(),
                        Recipient.address(address, "PLO"),
                        Map.of(
                                "invoiceId",
                                invoice.id(),
                                "amount",
                                invoice.amountLabel(),
                                "supplier",
                                invoice.supplierName(),
                                "number",
                                invoice.number(),
                                "due",
                                invoice.dueDate() == null || invoice.reducesDebt() ? "" : DAY.format(invoice.dueDate()),
                                "kind",
                                invoice.kindLabel(),
                                "givesBack",
                                invoice.reducesDebt() ? "ja" : ""),
                        invoice.businessKey())
                .withDocuments(List.of(kept.id())));
    }

    private record Cover(String clusterName, Cluster cluster, InvoiceViews.Page invoice, String account) {}

    private byte[] bundle(Invoice invoice, Cluster cluster) {
        Cover cover = new Cover(
                cluster.name(),
                cluster,
                views.page(invoice),
                chart.find(invoice.clusterId(), String.valueOf(invoice.account()))
                        .map(Account::label)
                        .orElse(""));
        List<PdfMaker.Part> parts = new ArrayList<>();
        parts.add(new PdfMaker.Part("Forside", pdfs.pdf("plo-package", cover)));
        if (invoice.documentId() != null) {
            parts.add(new PdfMaker.Part("Bilag", pages.shown(invoice.clusterId(), invoice.documentId())));
        }
        for (InvoiceIntake.Attached attached : intake.attachments(invoice)) {
            parts.add(
                    new PdfMaker.Part(attached.title(), documents.content(invoice.clusterId(), attached.documentId())));
        }
        appendices
                .orderedStream()
                .flatMap(appendix -> appendix.of(invoice.clusterId(), invoice.meeting()).stream())
                .forEach(paper -> parts.add(
                        new PdfMaker.Part(paper.title(), documents.content(invoice.clusterId(), paper.documentId()))));
        return pdfs.bundle(parts);
    }
}
