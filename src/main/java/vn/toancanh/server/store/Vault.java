package vn.toancanh.server.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;

/**
 * Seals camera passwords with AES-256-GCM under a key in a file of its own, so that a copy of the database alone tells
 * none of them. A sealed value is one version byte, a 12-byte nonce, ciphertext and tag; the label it was sealed for is
 * authenticated with it, so that values cannot be swapped between cameras. Any thread.
 */
public final class Vault {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;

    /** Made once: an import of a city seals and marks a hundred thousand times, a wall opens dozens. Each is used under its own lock. */
    private final Cipher sealer;

    private final Cipher opener;
    private final Mac marker;

    private Vault(byte[] key) {
        this.sealing = new SecretKeySpec(derive(key, "seal"), "AES");
        try {
            this.sealer = Cipher.getInstance(TRANSFORMATION);
            this.opener = Cipher.getInstance(TRANSFORMATION);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
        this.marker = hmac(new SecretKeySpec(derive(key, "mark"), "HmacSHA256"));
    }

    /**
     * Reads the key, or makes one where there is none yet.
     *
     * @throws FailureException where the file is not a key, cannot be read or made, or others than its owner may read it
     */
    public static Vault open(Path keyFile) {
        if (!Files.exists(keyFile)) {
            try {
                make(keyFile);
            } catch (IOException full) {
                throw StoreFailures.notWritable(keyFile, full);
            }
        }
        KeyFiles.refuseReadableByOthers(keyFile);
        try {
            byte[] key = Files.readAllBytes(keyFile);
            if (key.length != KEY) {
                throw wrongKey(keyFile);
            }
            return new Vault(key);
        } catch (IOException unreadable) {
            throw unreadable(keyFile, unreadable);
        }
    }

    /**
     * The same for data that lie beside it: a key is made only where there are none, for a new one could never open old data.
     *
     * @throws FailureException also where there are data and no key
     */
    public static Vault of(DataFolder folder) {
        if (Files.exists(folder.database()) && !Files.exists(folder.key())) {
            throw unreadable(folder.key(), new IOException("no such file, and data beside it"));
        }
        return open(folder.key());
    }

    /** The failure of a key that cannot be read, or is not there where one must be. */
    static FailureException unreadable(Path keyFile, IOException why) {
        return new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot read " + keyFile, why)
                .withText("server.keyUnreadable", keyFile.toString()));
    }

    private static void make(Path keyFile) throws IOException {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        // Whatever is sealed with it must not outlive it when the power fails.
        KeyFiles.write(keyFile, key);
    }

    /** The failure of a key that belongs to other data. */
    public static FailureException wrongKey(Path keyFile) {
        return new FailureException(Failure.of(Failure.Kind.BAD_INPUT, keyFile + " is not the key of these data")
                .withText("server.wrongKey", keyFile.toString()));
    }

    /** Seals a secret for the thing named by {@code label}. */
    public byte[] seal(Secret secret, String label) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] text;
            synchronized (sealer) {
                sealer.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
                sealer.updateAAD(label.getBytes(StandardCharsets.UTF_8));
                text = sealer.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            }
            byte[] sealed = new byte[1 + NONCE + text.length];
            sealed[0] = VERSION;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            System.arraycopy(text, 0, sealed, 1 + NONCE, text.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    /**
     * Opens what {@link #seal} made for the same label.
     *
     * @throws GeneralSecurityException where the key is another, the label is another, or the value was changed
     */
    public Secret open(byte[] sealed, String label) throws GeneralSecurityException {
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
            throw new GeneralSecurityException("not a sealed value of version " + VERSION);
        }
        byte[] text;
        synchronized (opener) {
            opener.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
            opener.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            text = opener.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        }
        return Secret.of(new String(text, StandardCharsets.UTF_8));
    }

    /** A keyed fingerprint: equal text, equal mark; the text cannot be guessed from it without the key. */
    public String mark(String text) {
        synchronized (marker) {
            return HexFormat.of().formatHex(marker.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static byte[] derive(byte[] key, String purpose) {
        return hmac(new SecretKeySpec(key, "HmacSHA256")).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac hmac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
        }
    }
}
