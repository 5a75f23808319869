package vn.toancanh.rtsp.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.toancanh.base.Secret;

/** Basic authentication, RFC 7617. */
public record BasicChallenge(String realm) implements Challenge {
    @Override
    public int strength() {
        return 0;
    }

    /** The value of {@code WWW-Authenticate}. */
    public String header() {
        return "Basic realm=\"" + realm + "\"";
    }

    /** The value of {@code Authorization}: a secret. */
    public static String authorization(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** True where {@code authorization} is of that user and password. */
    public static boolean matches(String authorization, String user, Secret password) {
        return Secret.of(authorization(user, password)).equals(Secret.of(authorization.strip()));
    }
}
