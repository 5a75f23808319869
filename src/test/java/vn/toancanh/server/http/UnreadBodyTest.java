package vn.toancanh.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of a body when its request has been answered: see also {@code RefusedBodyTest}, over real sockets. */
class UnreadBodyTest {
    /** How many bytes were asked for at a time. */
    private final List<Integer> reads = new ArrayList<>();

    private final ByteArrayInputStream body = new ByteArrayInputStream(new byte[40_000]);

    private final class Body extends ServletInputStream {
        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read() {
            reads.add(1);
            return body.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            reads.add(length);
            return body.read(into, offset, length);
        }
    }

    private static final class Sent extends ServletOutputStream {
        private final OutputStream nowhere = OutputStream.nullOutputStream();

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int value) throws java.io.IOException {
            nowhere.write(value);
        }
    }

    private void answer(long length, @Nullable String encoding) throws Exception {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getContentLengthLong" -> length;
                    case "getHeader" -> "Transfer-Encoding".equals(given[0]) ? encoding : null;
                    case "isAsyncStarted" -> false;
                    case "getInputStream" -> new Body();
                    default -> null;
                });
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, given) -> new Sent());
        new UnreadBody().doFilter(request, response, (asked, told) -> {});
    }

    @Test
    void whoSentNoBodyIsNotRead() throws Exception {
        answer(-1, null);
        answer(0, null);
        assertThat(reads).isEmpty();
    }

    @Test
    void whatWasLeftIsReadAwayWhetherItSaysHowLongItIsOrNot() throws Exception {
        answer(40_000, null);
        assertThat(body.available()).isZero();
        body.reset();
        answer(-1, "chunked");
        assertThat(body.available()).isZero();
    }

    @Test
    void aBodyThatARouteHasReadCostsNoBuffer() throws Exception {
        body.skip(40_000);
        answer(40_000, null);
        assertThat(reads).containsExactly(1);
    }
}
