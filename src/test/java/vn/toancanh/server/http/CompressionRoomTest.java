package vn.toancanh.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompressionRoomTest {
    private static final int LARGE = 100_000;

    private final CompressionRoom room = new CompressionRoom();

    /** True where the library is left to compress an answer of that length. */
    private boolean compresses(HttpServletRequest request, @Nullable String taken, int length) {
        AtomicBoolean forbidden = new AtomicBoolean();
        room.decide(proxy(Context.class, (self, method, given) -> switch (method.getName()) {
            case "req" -> request;
            case "header" -> taken;
            case "resultInputStream" -> new ByteArrayInputStream(new byte[length]);
            case "disableCompression" -> {
                forbidden.set(true);
                yield self;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        }));
        return !forbidden.get();
    }

    private static HttpServletRequest of(String sharer) {
        ServletRequest kept = Attributes.request(sharer);
        return proxy(HttpServletRequest.class, (self, method, given) -> method.invoke(kept, given));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private List<HttpServletRequest> all(String sharer) {
        List<HttpServletRequest> compressed = new ArrayList<>();
        while (compressed.size() < 1000) {
            HttpServletRequest request = of(sharer);
            if (!compresses(request, "gzip", LARGE)) {
                return compressed;
            }
            compressed.add(request);
        }
        return compressed;
    }

    @Test
    void oneWhoReadsSlowlyGetsHisOwnAnswersUncompressedAndNobodyElses() {
        List<HttpServletRequest> slow = all("slow");
        assertThat(slow).hasSizeBetween(4, 8);
        assertThat(compresses(of("other"), "gzip", LARGE)).isTrue();
        CompressionRoom.isSent(slow.getFirst());
        CompressionRoom.isSent(slow.getFirst());
        assertThat(compresses(of("slow"), "gzip", LARGE)).isTrue();
        assertThat(compresses(of("slow"), "gzip", LARGE)).as("given back once").isFalse();
    }

    @Test
    void manyTakeTogetherWhatThereIsAndNoMore() {
        int compressed = 0;
        for (int i = 0; i < 100; i++) {
            compressed += all("u-" + i).size();
        }
        assertThat(compressed * CompressionRoom.EACH).isBetween(8L << 20, 17L << 20);
        assertThat(compresses(of("one more"), "gzip", LARGE)).isFalse();
    }

    @Test
    void whatIsNotCompressedTakesNone() {
        for (int i = 0; i < 100; i++) {
            assertThat(compresses(of("a"), "gzip", CompressionRoom.LEAST - 1)).isTrue();
            assertThat(compresses(of("a"), null, LARGE)).isTrue();
        }
        assertThat(all("a")).isNotEmpty();
    }
}
