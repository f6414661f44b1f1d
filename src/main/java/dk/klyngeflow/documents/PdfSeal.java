package dk.klyngeflow.documents;

import dk.klyngeflow.engine.CopenhagenTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals a PDF (PAdES): whoever changes a byte of it breaks the seal. The key is the application's own and says nothing of a person; it
 * lies outside the database, is made when it is first needed, and is shared by all nodes.
 */
@Component
public class PdfSeal {

    private static final String NAME = "CN=Klyngeflow, OU=Segl over registrerede godkendelser";
    private static final String ALIAS = "seal";
    private static final char[] NO_SECRET = "klyngeflow".toCharArray();
    private static final int KEY_BITS = 3072;
    private static final Duration VALID = Duration.ofDays(20 * 365);
    private static final int ROOM = 32_768;

    private final Path folder;

    PdfSeal(@Value("${klyngeflow.seal.key-dir}") String folder) {
        this.folder = Path.of(folder).toAbsolutePath();
    }

    private record Key(PrivateKey secret, X509Certificate certificate) {}

    /**
     * @param pdf PDF/A, which it stays
     * @param lastPage a PDF that is put behind it
     * @param reason Danish
     */
    public byte[] sealed(byte[] pdf, byte[] lastPage, String reason, Instant at) {
        try {
            Key key = key(at);
            byte[] whole = joined(pdf, lastPage);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PDDocument document = PdfFiles.open(whole)) {
                PDSignature signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
                signature.setName("Klyngeflow");
                signature.setReason(reason);
                signature.setSignDate(GregorianCalendar.from(at.atZone(CopenhagenTime.ZONE)));
                org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions options =
                        new org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions();
                options.setPreferredSignatureSize(ROOM);
                document.addSignature(signature, content -> signed(content, key), options);
                document.saveIncremental(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("seal", e);
        }
    }

    private static byte[] joined(byte[] pdf, byte[] lastPage) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = PdfFiles.open(pdf);
                PDDocument last = PdfFiles.open(lastPage)) {
            new PDFMergerUtility().appendDocument(document, last);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] signed(InputStream content, Key key) throws IOException {
        try {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.certificate.getEncoded());
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
            DefaultSignedAttributeTableGenerator usual =
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
            JcaSignerInfoGeneratorBuilder signer =
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            // the time stands in the signature's dictionary; PAdES wants it there only
            signer.setSignedAttributeGenerator(
                    given -> usual.getAttributes(given).remove(org.bouncycastle.asn1.cms.CMSAttributes.signingTime));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    signer.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.secret), key.certificate));
            generator.addCertificates(new JcaCertStore(List.of(key.certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException("seal", e);
        }
    }

    private synchronized Key key(Instant at) throws IOException {
        Path file = folder.resolve("seal.p12");
        try {
            if (!Files.exists(file)) {
                make(file, at);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, NO_SECRET);
            }
            return new Key((PrivateKey) store.getKey(ALIAS, NO_SECRET), (X509Certificate) store.getCertificate(ALIAS));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("seal key", e);
        }
    }

    /** Of two nodes that make it at once the first one's stays. */
    private void make(Path file, Instant at) throws IOException, GeneralSecurityException, OperatorCreationException {
        Files.createDirectories(folder);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name(NAME);
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(128, new SecureRandom()),
                                Date.from(at.minus(Duration.ofDays(1))),
                                Date.from(at.plus(VALID)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_SECRET);
        store.setKeyEntry(ALIAS, pair.getPrivate(), NO_SECRET, new Certificate[] {certificate});
        Path draft = Files.createTempFile(folder, "seal", ".new", owner());
        try (var out = Files.newOutputStream(draft)) {
            store.store(out, NO_SECRET);
        }
        if (Files.exists(file)) {
            Files.delete(draft);
        } else {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private java.nio.file.attribute.FileAttribute<?>[] owner() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new java.nio.file.attribute.FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new java.nio.file.attribute.FileAttribute<?>[0];
    }
}
