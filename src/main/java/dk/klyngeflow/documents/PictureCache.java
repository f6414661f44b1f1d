package dk.klyngeflow.documents;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what was drawn last, up to a number of bytes. A page is looked at again and again while an invoice goes round. */
final class PictureCache {

    private final int mostBytes;
    private final Map<String, byte[]> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    PictureCache(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(pictures.get(key));
    }

    synchronized void put(String key, byte[] picture) {
        if (picture.length > mostBytes / 2) {
            return;
        }
        byte[] before = pictures.put(key, picture);
        bytes += picture.length - (before == null ? 0 : before.length);
        Iterator<byte[]> oldestFirst = pictures.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldestFirst.next().length;
            oldestFirst.remove();
        }
    }
}
