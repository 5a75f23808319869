package vn.toancanh.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.random.RandomGenerator;
import vn.toancanh.base.Secret;

/** The SOAP 1.2 envelope around a message, with a WS-UsernameToken where one is wanted. */
final class Envelope {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

    private Envelope() {}

    static String around(String body, String header) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\">"
                + (header.isEmpty() ? "" : "<e:Header>" + header + "</e:Header>")
                + "<e:Body>" + body + "</e:Body></e:Envelope>";
    }

    /**
     * WS-Security UsernameToken Profile 1.0, digest form.
     *
     * @param created by the device's clock: one that is minutes off refuses the token as old
     * @param random a secure one outside tests
     */
    static String token(String user, Secret password, Instant created, RandomGenerator random) {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        String time = created.truncatedTo(ChronoUnit.MILLIS).toString();
        return "<w:Security xmlns:w=\"" + WSSE + "\" e:mustUnderstand=\"1\"><w:UsernameToken><w:Username>"
                + Xml.text(user) + "</w:Username><w:Password Type=\"" + PROFILE + "\">"
                + digest(nonce, time, password) + "</w:Password><w:Nonce EncodingType=\"" + BASE64 + "\">"
                + Base64.getEncoder().encodeToString(nonce) + "</w:Nonce><u:Created xmlns:u=\"" + WSU + "\">" + time
                + "</u:Created></w:UsernameToken></w:Security>";
    }

    static String digest(byte[] nonce, String created, Secret password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(nonce);
            sha.update(created.getBytes(StandardCharsets.UTF_8));
            sha.update(password.reveal().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }
}
