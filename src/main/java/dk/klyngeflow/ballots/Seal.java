package dk.klyngeflow.ballots;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The outer envelope: X25519 with a fresh key of its own for every envelope, HKDF-SHA-256, AES-256-GCM. It is bound to the vote and the
 * voter, so that a copy under another name does not open.
 */
final class Seal {

    static final int KEY_BYTES = 32;

    private static final String CURVE = "X25519";
    private static final int PUBLIC_BYTES = 44;
    private static final int TAG_BYTES = 16;
    /** A key is used once, so its nonce may be the same for all. */
    private static final byte[] NONCE = new byte[12];

    private static final byte[] SALT = "klyngeflow ballot 1".getBytes(StandardCharsets.UTF_8);

    private Seal() {}

    /** The length of every envelope, whatever is in it. */
    static final int SEALED_BYTES = PUBLIC_BYTES + Marks.BYTES + TAG_BYTES;

    /** Whose envelope it is. */
    record Owner(String clusterId, String ballotId, String voter) {

        private byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String part : Arrays.asList(clusterId, ballotId, voter)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // with its length in front, no part can borrow from the next
                all.writeBytes(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                all.writeBytes(bytes);
            }
            return all.toByteArray();
        }
    }

    static KeyPair newKeys() {
        return sure(() -> KeyPairGenerator.getInstance(CURVE).generateKeyPair());
    }

    static byte[] raw(PrivateKey key) {
        return ((XECPrivateKey) key).getScalar().orElseThrow();
    }

    static PrivateKey privateKey(byte[] raw) {
        return sure(() ->
                KeyFactory.getInstance(CURVE).generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, raw)));
    }

    /** True when what is sealed to the one opens with the other. */
    static boolean fit(byte[] publicKey, PrivateKey privateKey) {
        Owner nobody = new Owner("", "", "");
        byte[] sealed = seal(new byte[Marks.BYTES], publicKey, nobody);
        return open(sealed, privateKey, publicKey, nobody).isPresent();
    }

    static byte[] seal(byte[] plain, byte[] publicKey, Owner owner) {
        if (plain.length != Marks.BYTES) {
            throw new IllegalArgumentException("an envelope of another length");
        }
        return sure(() -> {
            KeyPair own = newKeys();
            byte[] ownPublic = own.getPublic().getEncoded();
            byte[] box = gcm(Cipher.ENCRYPT_MODE, key(own.getPrivate(), publicKey, ownPublic, publicKey), owner, plain);
            return ByteBuffer.allocate(SEALED_BYTES).put(ownPublic).put(box).array();
        });
    }

    /** @return empty when it is damaged, or somebody else's */
    static Optional<byte[]> open(byte[] sealed, PrivateKey privateKey, byte[] publicKey, Owner owner) {
        if (sealed.length != SEALED_BYTES) {
            return Optional.empty();
        }
        byte[] theirPublic = Arrays.copyOf(sealed, PUBLIC_BYTES);
        byte[] box = Arrays.copyOfRange(sealed, PUBLIC_BYTES, sealed.length);
        try {
            byte[] key = key(privateKey, theirPublic, theirPublic, publicKey);
            return Optional.of(gcm(Cipher.DECRYPT_MODE, key, owner, box));
        } catch (AEADBadTagException damaged) {
            return Optional.empty();
        } catch (GeneralSecurityException noKey) {
            // its own public key is damaged
            return Optional.empty();
        }
    }

    private static byte[] key(PrivateKey mine, byte[] theirs, byte[] fresh, byte[] ballots)
            throws GeneralSecurityException {
        PublicKey other = KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(theirs));
        KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(mine);
        agreement.doPhase(other, true);
        byte[] extracted = hmac(SALT, agreement.generateSecret());
        return hmac(
                extracted,
                ByteBuffer.allocate(2 * PUBLIC_BYTES + 1)
                        .put(fresh)
                        .put(ballots)
                        .put((byte) 1)
                        .array());
    }

    private static byte[] gcm(int mode, byte[] key, Owner owner, byte[] content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, NONCE));
        cipher.updateAAD(owner.bytes());
        return cipher.doFinal(content);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private interface Work<T> {
        T get() throws GeneralSecurityException;
    }

    private static <T> T sure(Work<T> work) {
        try {
            return work.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has X25519 and AES-GCM", e);
        }
    }
}
