package vn.toancanh.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;

/**
 * Seals with AES-256-GCM (NIST SP 800-38D) what must not be read from a copy of the database alone: the key lies in a file of
 * its own beside it. A sealed value is one version byte, a 12-byte nonce, ciphertext and tag; the label it was sealed for is
 * authenticated with it, so that no row can take the place of another. Until {@link #settle} the key is in memory only; what was
 * sealed with it until then can still be opened afterwards, as long as the program runs. MAIN while the database is opened, then
 * STORE.
 */
final class Seal {
    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKeySpec> former = new ArrayList<>();
    private SecretKeySpec key;

    /** With a fresh key. */
    Seal() {
        byte[] made = new byte[KEY];
        random.nextBytes(made);
        key = new SecretKeySpec(made, "AES");
    }

    /**
     * Takes the key of that file; where there is none, or what is there is none, puts this one there.
     *
     * @return true where something else lay there: nothing that was sealed before can be opened any more
     * @throws FailureException {@code RESOURCES} where it can be neither read nor written
     */
    boolean settle(Path file) {
        try {
            boolean there = Files.exists(file);
            if (there) {
                StoreFiles.restrict(file, "rw-------");
                byte[] found = Files.readAllBytes(file);
                if (found.length == KEY) {
                    take(new SecretKeySpec(found, "AES"));
                    return false;
                }
                LOG.warn("{} holds no key; a new one is made", file);
            }
            write(file);
            return there;
        } catch (IOException fault) {
            throw new FailureException(Failure.of(Kind.RESOURCES, "cannot read or write " + file, fault)
                    .withText("store.cannotWrite", file));
        }
    }

    private void take(SecretKeySpec found) {
        if (!found.equals(key)) {
            former.remove(found);
            former.add(key);
            key = found;
        }
    }

    private void write(Path file) throws IOException {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(made);
        Files.createFile(made);
        StoreFiles.restrict(made, "rw-------");
        try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(key.getEncoded());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // What is sealed with it must not outlive it when the power fails.
            channel.force(true);
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Seals for the thing of that name. */
    byte[] close(byte[] plain, String label) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            byte[] text = cipher.doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + text.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    /** What was sealed for that name; empty where it was changed, sealed for another, with another key, or in another way. */
    Optional<byte[]> open(byte[] sealed, String label) {
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
            return Optional.empty();
        }
        return open(sealed, label, key)
                .or(() -> former.stream()
                        .flatMap(each -> open(sealed, label, each).stream())
                        .findFirst());
    }

    private static Optional<byte[]> open(byte[] sealed, String label, SecretKeySpec by) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(
                    Cipher.DECRYPT_MODE, by, new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(sealed, 1, 1 + NONCE)));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }
}
