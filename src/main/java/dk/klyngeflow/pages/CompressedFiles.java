package dk.klyngeflow.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Compresses each file once, when it is first asked for, and keeps it so. */
final class CompressedFiles implements ResourceResolver {

    private static final Pattern TEXT = Pattern.compile(".+\\.(css|html|js|json|svg)");
    private static final Pattern TAKES_GZIP =
            Pattern.compile("(?i)(.*,)?\\s*gzip\\s*(,.*|;\\s*q=(?!0(\\.0*)?\\s*(,|$)).*)?");

    /** What in the address says which version of a library a file is of, and how long it may then be kept. */
    record Version(String parameter, String value, CacheControl keep) {}

    private record Known(String hash, byte @Nullable [] zipped, boolean isOfLibrary) {}

    private final Version version;
    private final Map<String, Known> files = new ConcurrentHashMap<>();

    /** For files whose address says nothing of how long they are kept. */
    CompressedFiles() {
        this(new Version("", "", CacheControl.empty()));
    }

    CompressedFiles(Version version) {
        this.version = version;
    }

    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource file = chain.resolveResource(request, path, locations);
        return file == null || request == null ? file : sent(file, request);
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private Resource sent(Resource file, HttpServletRequest request) {
        try {
            Known known = files.get(file.getURL().toString());
            if (known == null) {
                known = read(file);
                files.put(file.getURL().toString(), known);
            }
            String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            boolean isZipped = known.zipped() != null
                    && accepted != null
                    && TAKES_GZIP.matcher(accepted).matches();
            boolean isKept = known.isOfLibrary() && version.value().equals(request.getParameter(version.parameter()));
            return new Sent(file, known.hash(), isZipped ? known.zipped() : null, isKept ? version.keep() : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Known read(Resource file) throws IOException {
        byte[] content = file.getContentAsByteArray();
        byte[] zipped = TEXT.matcher(String.valueOf(file.getFilename())).matches() ? zipped(content) : content;
        return new Known(
                DigestUtils.md5DigestAsHex(content),
                zipped.length < content.length ? zipped : null,
                file.getURL().toString().contains("/camunda-webapp-webjar-"));
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (Best stream = new Best(zipped)) {
            stream.write(content);
        }
        return zipped.toByteArray();
    }

    private static final class Best extends GZIPOutputStream {

        Best(ByteArrayOutputStream to) throws IOException {
            super(to);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** A file as it goes to this browser. */
    static final class Sent extends AbstractResource implements HttpResource {

        private final Resource file;
        private final String hash;
        private final byte @Nullable [] zipped;
        private final @Nullable CacheControl keep;

        Sent(Resource file, String hash, byte @Nullable [] zipped, @Nullable CacheControl keep) {
            this.file = file;
            this.hash = hash;
            this.zipped = zipped;
            this.keep = keep;
        }

        String mark() {
            return '"' + hash + (zipped == null ? "" : "-gzip") + '"';
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (zipped != null) {
                headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            if (keep != null) {
                headers.setCacheControl(keep);
            }
            return headers;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return zipped == null ? file.getInputStream() : new ByteArrayInputStream(zipped);
        }

        @Override
        public long contentLength() throws IOException {
            return zipped == null ? file.contentLength() : zipped.length;
        }

        @Override
        public long lastModified() throws IOException {
            return file.lastModified();
        }

        @Override
        public @Nullable String getFilename() {
            return file.getFilename();
        }

        @Override
        public URL getURL() throws IOException {
            return file.getURL();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String getDescription() {
            return file.getDescription();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sent sent && file.equals(sent.file) && mark().equals(sent.mark());
        }

        @Override
        public int hashCode() {
            return file.hashCode();
        }
    }
}
