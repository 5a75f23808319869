package vn.toancanh.server.relay.beside;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.toancanh.base.Secret;

/**
 * How server and relay show each other that they belong to the same data: HMAC-SHA-256 (RFC 2104) over both sides' fresh
 * numbers and the prover's role, by a secret that comes from the data folder's key. Any thread.
 */
final class Proof {
    private static final int NONCE_BYTES = 16;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Proof(Secret secret) {
        this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String ofServer(String relayNonce, String serverNonce) {
        return mac("server " + relayNonce + " " + serverNonce);
    }

    String ofRelay(String relayNonce, String serverNonce) {
        return mac("relay " + relayNonce + " " + serverNonce);
    }

    /** Compares in constant time. */
    static boolean same(String shown, String right) {
        return Secret.of(shown).equals(Secret.of(right));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
        }
    }
}
