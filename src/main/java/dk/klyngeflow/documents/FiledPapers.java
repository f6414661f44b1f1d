package dk.klyngeflow.documents;

import java.time.LocalDate;
import java.util.List;

/** Says of files what they are, so that an archive can be read without the application. One bean for each kind, of the module that has it. */
public interface FiledPapers {

    /** A file may be named more than once; the first shelf counts. */
    List<FiledPaper> papers(String clusterId);

    /** Where it stands in an archive: in the order in which they are asked. */
    enum Shelf {
        VOUCHERS("bilag", "Bilag"),
        MINUTES("referater", "Referater"),
        ASSOCIATION("forening", "Stiftelse, valg, aftaler og overdragelser"),
        MEETINGS("moeder", "Dagsordener, mødelister og mødepapirer"),
        LETTERS("mails", "Filer fra modtagne mails"),
        OTHER("andre-filer", "Andre filer");

        private final String folder;
        private final String danish;

        Shelf(String folder, String danish) {
            this.folder = folder;
            this.danish = danish;
        }

        public String folder() {
            return folder;
        }

        public String danish() {
            return danish;
        }
    }

    /** @param day to which it belongs @param title Danish; what it is */
    record FiledPaper(String documentId, Shelf shelf, LocalDate day, String title) {}
}
