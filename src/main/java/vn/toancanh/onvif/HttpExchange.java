package vn.toancanh.onvif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import vn.toancanh.onvif.OnvifFailure.Kind;
import vn.toancanh.rtsp.message.Headers;

/** One request, one bounded answer. Blocks. */
final class HttpExchange {
    /** The profiles of a recorder with 256 channels have about two thirds of it. */
    static final int LARGEST_ANSWER = 2 << 20;

    /**
     * An answer.
     *
     * @param challenges fields named {@code WWW-Authenticate}
     * @param html true where it says that it is a web page
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answer(int status, Headers challenges, boolean html, byte[] body) {}

    private final OkHttpClient http;

    HttpExchange(OkHttpClient http) {
        this.http = http;
    }

    /**
     * Posts an envelope.
     *
     * @param authorization value of the header; null: none
     * @throws OnvifException where there is no whole answer, or too large a one
     */
    Answer post(URI to, Message message, String envelope, @Nullable String authorization) {
        Request.Builder request = new Request.Builder()
                .url(to.toString())
                .header("Accept-Encoding", "identity")
                .post(body(message, envelope));
        return exchange(request, message.patience(), LARGEST_ANSWER, authorization);
    }

    /**
     * Fetches what is no SOAP.
     *
     * @param most bytes of the answer
     * @param authorization value of the header; null: none
     * @throws OnvifException where there is no whole answer, or too large a one
     */
    Answer get(URI from, Duration patience, int most, @Nullable String authorization) {
        Request.Builder request = new Request.Builder()
                .url(from.toString())
                .header("Accept-Encoding", "identity")
                .get();
        return exchange(request, patience, most, authorization);
    }

    private Answer exchange(Request.Builder request, Duration patience, int most, @Nullable String authorization) {
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var call = http.newCall(request.build());
        call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            Headers challenges = Headers.NONE;
            for (String value : response.headers("WWW-Authenticate")) {
                challenges = challenges.with("WWW-Authenticate", value);
            }
            return new Answer(
                    response.code(),
                    challenges,
                    isHtml(response),
                    limited(response.body().byteStream(), most));
        } catch (IOException fault) {
            throw failure(fault);
        }
    }

    private static boolean isHtml(Response response) {
        @Nullable MediaType type = response.body().contentType();
        return type != null && type.subtype().toLowerCase(Locale.ROOT).contains("html");
    }

    private static byte[] limited(InputStream in, int most) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(4096);
        byte[] piece = new byte[8192];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            if (whole.size() + read > most) {
                throw OnvifFailure.of(Kind.NOT_ONVIF, "an answer of more than " + most + " bytes");
            }
            whole.write(piece, 0, read);
        }
        return whole.toByteArray();
    }

    private static RequestBody body(Message message, String envelope) {
        MediaType type = MediaType.get("application/soap+xml; charset=utf-8; action=\"" + message.action() + "\"");
        return RequestBody.create(envelope.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Messages of what was caught may hold addresses; they go along as cause, and the kind of it is told. */
    private static OnvifException failure(IOException fault) {
        if (caused(fault, GuardedSockets.ForbiddenAddress.class)) {
            return OnvifFailure.of(Kind.FORBIDDEN_ADDRESS, "the device's address may not be called");
        }
        if (caused(fault, CertificateException.class) || fault instanceof SSLPeerUnverifiedException) {
            return OnvifFailure.of(Kind.CERTIFICATE, "its certificate is not accepted", fault);
        }
        if (fault instanceof InterruptedIOException) {
            return OnvifFailure.of(Kind.TIMEOUT, "no whole answer in time", fault);
        }
        if (fault instanceof SSLException) {
            return OnvifFailure.of(Kind.UNREACHABLE, "no encrypted connection", fault);
        }
        // OkHttp calls an answer that breaks off by the same name as one that is no HTTP.
        boolean brokenOff = String.valueOf(fault.getMessage()).startsWith("unexpected end of stream");
        return fault instanceof ProtocolException && !brokenOff
                ? OnvifFailure.of(Kind.NOT_ONVIF, "no HTTP", fault)
                : OnvifFailure.of(Kind.UNREACHABLE, fault.getClass().getSimpleName(), fault);
    }

    private static boolean caused(Throwable fault, Class<? extends Throwable> by) {
        @Nullable Throwable each = fault;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (by.isInstance(each)) {
                return true;
            }
            for (Throwable beside : each.getSuppressed()) {
                if (by.isInstance(beside)) {
                    return true;
                }
            }
            each = each.getCause();
        }
        return false;
    }
}
