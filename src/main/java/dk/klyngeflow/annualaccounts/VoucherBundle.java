package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.VoucherList;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All vouchers of a year in one PDF: the list first, then each file by number. */
@Component
class VoucherBundle {

    private final Ledger ledger;
    private final VoucherList list;
    private final Documents documents;
    private final PdfMaker pdfMaker;

    VoucherBundle(Ledger ledger, VoucherList list, Documents documents, PdfMaker pdfMaker) {
        this.ledger = ledger;
        this.list = list;
        this.documents = documents;
        this.pdfMaker = pdfMaker;
    }

    byte[] of(String clusterId, int year) {
        List<PdfMaker.Part> parts = new ArrayList<>();
        parts.add(new PdfMaker.Part("Bilagsliste " + year, list.pdf(clusterId, year)));
        ledger.vouchers(clusterId, year).forEach(voucher -> {
            String document = voucher.documentId();
            if (document != null) {
                parts.add(new PdfMaker.Part("Bilag " + voucher.label(), documents.content(clusterId, document)));
            }
        });
        return pdfMaker.bundle(parts);
    }
}
