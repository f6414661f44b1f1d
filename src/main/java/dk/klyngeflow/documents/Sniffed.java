package dk.klyngeflow.documents;

import dk.klyngeflow.documents.Inspection.Kind;
import java.nio.charset.StandardCharsets;

/** Finds the type of a file from its first bytes. Names and declared types can lie, and mail programs get them wrong. */
record Sniffed(Kind kind, String mediaType) {

    private static final int HEAD = 1024;

    static Sniffed of(byte[] content) {
        if (startsWith(content, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return new Sniffed(Kind.PNG, "image/png");
        }
        if (startsWith(content, 0, 0xff, 0xd8, 0xff)) {
            return new Sniffed(Kind.JPEG, "image/jpeg");
        }
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        // readers accept rubbish before the mark, and some mail gateways put it there
        if (head.contains("%PDF-")) {
            return new Sniffed(Kind.PDF, "application/pdf");
        }
        if (looksLikeXml(head)) {
            return new Sniffed(Kind.XML, "application/xml");
        }
        return new Sniffed(Kind.OTHER, "application/octet-stream");
    }

    private static boolean looksLikeXml(String head) {
        // UTF-16 has a zero beside every character; byte order marks come first
        String text = head.replace("\0", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .stripLeading();
        if (text.startsWith("<?xml")) {
            return true;
        }
        return text.matches("(?s)<(!--|[A-Za-z_][\\w.:-]*[\\s>/]).*")
                && !text.matches("(?is)<(!doctype\\s+)?html\\b.*");
    }

    private static boolean startsWith(byte[] content, int from, int... expected) {
        if (content.length < from + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((content[from + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
