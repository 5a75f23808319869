package vn.toancanh.rtsp.message;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import vn.toancanh.base.Secret;

/** The client's side of one digest challenge: counts its uses of the nonce. One thread at a time. */
public final class DigestAuth {
    private final DigestChallenge challenge;
    private final String user;
    private final Secret password;
    private final String clientNonce;
    private int uses;

    public DigestAuth(DigestChallenge challenge, String user, Secret password, RandomGenerator random) {
        this.challenge = challenge;
        this.user = user;
        this.password = password;
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        this.clientNonce = HexFormat.of().formatHex(bytes);
    }

    public DigestChallenge challenge() {
        return challenge;
    }

    /** The value of {@code Authorization} for the next request; holds no password, but is not for logs. */
    public String authorization(String method, String uri) {
        String count = String.format("%08x", ++uses);
        StringBuilder text = new StringBuilder(256)
                .append("Digest username=\"")
                .append(DigestChallenge.quoted(user))
                .append("\", realm=\"")
                .append(DigestChallenge.quoted(challenge.realm()))
                .append("\", nonce=\"")
                .append(DigestChallenge.quoted(challenge.nonce()))
                .append("\", uri=\"")
                .append(uri)
                .append("\", response=\"")
                .append(challenge.response(user, password, method, uri, count, clientNonce))
                .append('"');
        if (challenge.algorithm() != DigestAlgorithm.MD5 || challenge.qop()) {
            text.append(", algorithm=").append(challenge.algorithm().token());
        }
        if (challenge.qop()) {
            text.append(", qop=auth, nc=").append(count);
        }
        if (challenge.qop() || challenge.algorithm().session()) {
            text.append(", cnonce=\"").append(clientNonce).append('"');
        }
        if (challenge.opaque() != null) {
            text.append(", opaque=\"")
                    .append(DigestChallenge.quoted(challenge.opaque()))
                    .append('"');
        }
        return text.toString();
    }
}
