package dk.klyngeflow.archive;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.VoucherList;
import dk.klyngeflow.archive.ArchiveContents.Contents;
import dk.klyngeflow.archive.ArchiveContents.Filed;
import dk.klyngeflow.archive.ArchiveIndex.Entry;
import dk.klyngeflow.documents.CsvTable;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Cluster;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Writes the archive of a cluster, running or closed: books, members, minutes, vouchers and all other files, and an index that tells what each of
 * them is. One file at a time is in memory, and no transaction is open while somebody fetches slowly.
 */
@Component
class ArchiveFile {

    private final ArchiveContents contents;
    private final Documents documents;
    private final AccountingYears years;
    private final VoucherList books;
    private final MemberTables members;
    private final ArchiveIndex index;
    private final CopenhagenTime time;

    ArchiveFile(
            ArchiveContents contents,
            Documents documents,
            AccountingYears years,
            VoucherList books,
            MemberTables members,
            ArchiveIndex index,
            CopenhagenTime time) {
        this.contents = contents;
        this.documents = documents;
        this.years = years;
        this.books = books;
        this.members = members;
        this.index = index;
        this.time = time;
    }

    /** @param withKeptBack also with what only the secretary may see */
    void write(Cluster cluster, boolean withKeptBack, OutputStream out) throws IOException {
        Contents found = contents.of(cluster.id(), withKeptBack);
        List<Entry> entries = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8)) {
            // most files are compressed already
            zip.setLevel(Deflater.BEST_SPEED);
            for (int year : years.withVouchers(cluster.id())) {
                for (Sheet table : books.tables(cluster.id(), year)) {
                    entries.add(table(
                            "regnskab/" + year + " " + table.name(),
                            "Regnskab",
                            table.name() + " for regnskabsåret " + year,
                            LocalDate.of(year, 12, 31),
                            table,
                            zip));
                }
            }
            for (Sheet table : members.of(cluster.id())) {
                entries.add(table(
                        "medlemmer/" + time.today() + " " + table.name(),
                        "Medlemmer",
                        table.name() + " gennem tiden",
                        time.today(),
                        table,
                        zip));
            }
            for (Filed filed : found.files()) {
                entries.add(file(cluster.id(), filed, zip));
            }
            begin("indhold.html", zip);
            zip.write(index.html(cluster, entries, found.keptBack()).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            begin("indhold.csv", zip);
            CsvTable.write(ArchiveIndex.sheet(entries), zip);
            zip.closeEntry();
        }
    }

    private Entry table(String name, String shelf, String what, LocalDate day, Sheet table, ZipOutputStream zip)
            throws IOException {
        String path = name + ".csv";
        begin(path, zip);
        DigestOutputStream hashed = new DigestOutputStream(zip, sha256());
        Counted counted = new Counted(hashed);
        CsvTable.write(table, counted);
        zip.closeEntry();
        return new Entry(
                path,
                shelf,
                what,
                day,
                counted.count,
                HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
    }

    private Entry file(String clusterId, Filed filed, ZipOutputStream zip) throws IOException {
        begin(filed.path(), zip);
        zip.write(documents.content(clusterId, filed.document().id()));
        zip.closeEntry();
        return new Entry(
                filed.path(),
                filed.paper().shelf().danish(),
                filed.paper().title(),
                filed.paper().day(),
                filed.document().size(),
                filed.document().sha256());
    }

    private void begin(String path, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(LocalDateTime.ofInstant(time.now(), CopenhagenTime.ZONE));
        zip.putNextEntry(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Who has opened the stream closes it: an archive that breaks off must not look whole. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }
}
