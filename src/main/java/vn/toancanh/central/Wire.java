package vn.toancanh.central;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.FailureException;

/** One request, one answer. Blocks; for threads named NET. Everything that goes wrong leaves as a {@link FailureException}. */
final class Wire {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LARGEST_BODY = 64L << 20;

    /**
     * An answer.
     *
     * @param body null where the server had nothing to say (204) or nothing new (304)
     * @param serverTime by the server's clock, whole seconds; null where it does not tell
     */
    record Reply<T>(
            int status,
            @Nullable T body,
            @Nullable String etag,
            @Nullable Instant serverTime) {
        boolean unchanged() {
            return status == 304;
        }

        T orThrow() {
            T present = body;
            if (present == null) {
                throw Failures.missing("body");
            }
            return present;
        }
    }

    private final OkHttpClient http;
    private final JsonMapper json;

    Wire(OkHttpClient http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    JsonMapper json() {
        return json;
    }

    RequestBody body(Object value) {
        return RequestBody.create(json.writeValueAsBytes(value), JSON);
    }

    /** What goes with a verb that wants a body to a path that has none. */
    static RequestBody nothing() {
        return RequestBody.create(new byte[0]);
    }

    /** A body that must not be sent twice, even where the connection breaks: it makes something new. */
    RequestBody bodyOnce(Object value) {
        RequestBody body = body(value);
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return body.contentType();
            }

            @Override
            public long contentLength() throws IOException {
                return body.contentLength();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                body.writeTo(sink);
            }

            @Override
            public boolean isOneShot() {
                return true;
            }
        };
    }

    /** Sends it and reads the answer as {@code type}; {@code Void.class} where no body is wanted. */
    <T> Reply<T> ask(Request request, Class<T> type, Duration patience) {
        String what = request.method() + " " + request.url().encodedPath();
        var call = http.newCall(request);
        call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return read(response, type, what);
        } catch (IOException fault) {
            throw new FailureException(Failures.of(fault, what));
        }
    }

    /** Sends it and answers with the body's bytes, whatever they are. */
    byte[] bytes(Request request, long cap, Duration patience) {
        String what = request.method() + " " + request.url().encodedPath();
        var call = http.newCall(request);
        call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw refused(response, what);
            }
            try (InputStream in = new Limited(response.body().byteStream(), cap)) {
                return in.readAllBytes();
            }
        } catch (IOException fault) {
            throw new FailureException(Failures.of(fault, what));
        }
    }

    /**
     * Sends it and passes the body's bytes on as they come; tells how many they were.
     *
     * @throws UncheckedIOException where they cannot be written
     */
    long copy(Request request, OutputStream out, Duration patience) {
        String what = request.method() + " " + request.url().encodedPath();
        var call = http.newCall(request);
        call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw refused(response, what);
            }
            InputStream in = response.body().byteStream();
            byte[] portion = new byte[1 << 16];
            long all = 0;
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                write(out, portion, read);
                all += read;
            }
            return all;
        } catch (IOException fault) {
            throw new FailureException(Failures.of(fault, what));
        }
    }

    /** A full disk is no fault of the connection. */
    private static void write(OutputStream out, byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private <T> Reply<T> read(Response response, Class<T> type, String what) {
        if (response.code() != 304 && !response.isSuccessful()) {
            throw refused(response, what);
        }
        Date date = response.headers().getDate("Date");
        Instant serverTime = date == null ? null : date.toInstant();
        String etag = response.header("ETag");
        boolean empty = response.code() == 304 || response.code() == 204 || type == Void.class;
        return new Reply<>(response.code(), empty ? null : parse(response.body(), type, what), etag, serverTime);
    }

    private <T> T parse(ResponseBody body, Class<T> type, String what) {
        MediaType contentType = body.contentType();
        if (contentType == null || !isJson(contentType)) {
            throw new FailureException(Failures.notUnderstood(
                            what + ": content type " + Failures.shortened(String.valueOf(contentType)), null)
                    .withText("central.notServer"));
        }
        try (InputStream in = new Limited(body.byteStream(), LARGEST_BODY)) {
            T value = json.readValue(in, type);
            if (value == null) {
                throw Failures.missing("body");
            }
            return value;
        } catch (JacksonIOException fault) {
            IOException cause = fault.getCause();
            throw new FailureException(Failures.inBody(
                    cause == null ? new IOException(fault.getClass().getSimpleName()) : cause, what));
        } catch (IOException fault) {
            throw new FailureException(Failures.inBody(fault, what));
        } catch (JacksonException broken) {
            // Its message may quote the body, and a body may hold tokens: only the place goes into the detail.
            throw new FailureException(Failures.notUnderstood(
                    what + ": " + broken.getClass().getSimpleName() + " at "
                            + broken.getLocation().offsetDescription(),
                    null));
        }
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.subtype().toLowerCase(Locale.ROOT);
        return type.type().equalsIgnoreCase("application") && (subtype.equals("json") || subtype.endsWith("+json"));
    }

    FailureException refused(Response response, String what) {
        Dto.Problem problem = null;
        MediaType contentType = response.body().contentType();
        if (contentType != null && isJson(contentType)) {
            try {
                problem = parse(response.body(), Dto.Problem.class, what);
            } catch (FailureException unreadable) {
                problem = null;
            }
        }
        return new FailureException(
                Failures.of(response.code(), problem, retryAfter(response).orElse(null), what));
    }

    private static Optional<Duration> retryAfter(Response response) {
        String header = response.header("Retry-After");
        if (header == null || !header.matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }

    /** Ends a body that is larger than anything the contract knows. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new java.net.ProtocolException("body too large");
            }
        }
    }
}
