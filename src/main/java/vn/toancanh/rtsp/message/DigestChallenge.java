package vn.toancanh.rtsp.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;

/**
 * Digest authentication asked for, RFC 7616 and, without {@code qop}, RFC 2069.
 *
 * @param qop true: {@code qop="auth"}, with counter and client nonce; false: the legacy form
 * @param stale the credentials were right, only the nonce had grown old
 */
public record DigestChallenge(
        String realm,
        String nonce,
        DigestAlgorithm algorithm,
        boolean qop,
        boolean stale,
        @Nullable String opaque) implements Challenge {
    static Optional<DigestChallenge> of(AuthFields fields) {
        Optional<DigestAlgorithm> algorithm =
                DigestAlgorithm.of(fields.get("algorithm").orElse("MD5"));
        Optional<String> nonce = fields.get("nonce");
        String qop = fields.get("qop").orElse("");
        boolean auth = false;
        for (String item : qop.split(",", -1)) {
            auth |= item.strip().equalsIgnoreCase("auth");
        }
        if (algorithm.isEmpty() || nonce.isEmpty() || (!auth && !qop.isBlank())) {
            return Optional.empty();
        }
        return Optional.of(new DigestChallenge(
                fields.get("realm").orElse(""),
                nonce.get(),
                algorithm.get(),
                auth,
                fields.get("stale").map(value -> value.equalsIgnoreCase("true")).orElse(false),
                fields.get("opaque").orElse(null)));
    }

    @Override
    public int strength() {
        return 2 * algorithm.strength() + (qop ? 1 : 0);
    }

    /** The value of {@code WWW-Authenticate}. */
    public String header() {
        StringBuilder text =
                new StringBuilder("Digest realm=\"" + quoted(realm) + "\", nonce=\"" + quoted(nonce) + "\"");
        if (algorithm != DigestAlgorithm.MD5 || qop) {
            text.append(", algorithm=").append(algorithm.token());
        }
        if (qop) {
            text.append(", qop=\"auth\"");
        }
        if (stale) {
            text.append(", stale=TRUE");
        }
        if (opaque != null) {
            text.append(", opaque=\"").append(quoted(opaque)).append('"');
        }
        return text.toString();
    }

    /** The digest both sides must come to; {@code count} and {@code clientNonce} stand for nothing in the legacy form. */
    String response(String user, Secret password, String method, String uri, String count, String clientNonce) {
        String first = algorithm.hex(user + ":" + realm + ":" + password.reveal());
        if (algorithm.session()) {
            first = algorithm.hex(first + ":" + nonce + ":" + clientNonce);
        }
        String second = algorithm.hex(method + ":" + uri);
        return algorithm.hex(
                qop
                        ? first + ":" + nonce + ":" + count + ":" + clientNonce + ":auth:" + second
                        : first + ":" + nonce + ":" + second);
    }

    static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
