package dk.klyngeflow.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Asks one address by HTTPS, as the host that the certificate must be of; reads no more than a file may be long. */
record TlsWire(SSLSocketFactory factory, int port, int patience) implements FigureDownload.Wire {

    static final int PORT = 443;

    private static final int PATIENCE = 20_000;

    /** By the certificates that the machine trusts. */
    static TlsWire usual() {
        return new TlsWire((SSLSocketFactory) SSLSocketFactory.getDefault(), PORT, PATIENCE);
    }

    @Override
    public byte[] answer(InetAddress address, URI uri) throws IOException {
        String host = uri.getHost();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), patience);
            plain.setSoTimeout(patience);
            try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                socket.getOutputStream()
                        .write(("GET " + path + query + " HTTP/1.0\r\nHost: " + host
                                        + "\r\nUser-Agent: Klyngeflow\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                return read(socket.getInputStream());
            }
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer);
                count >= 0 && out.size() <= FigureDownload.LONGEST + FigureDownload.MOST_HEADERS;
                count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }
}
