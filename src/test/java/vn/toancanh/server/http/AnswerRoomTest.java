package vn.toancanh.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerRoomTest {
    private static final byte[] TEN_KIB = new byte[10 * 1024 - 1];

    /** Room for two of them; nobody waits. */
    private final AnswerRoom room = new AnswerRoom(1, 20, Duration.ofMillis(20));

    private static void isBusy(Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("busy");
            assertThat(problem.retryAfterS()).isPositive();
        });
    }

    @Test
    void whatIsNotSentYetTakesRoomUntilItIs() {
        ServletRequest slow = Attributes.request();
        assertThat(room.make(slow, () -> TEN_KIB)).isSameAs(TEN_KIB);
        room.make(Attributes.request(), () -> TEN_KIB);
        assertThatThrownBy(() -> room.make(Attributes.request(), () -> TEN_KIB)).satisfies(AnswerRoomTest::isBusy);
        AnswerRoom.sent(slow);
        AnswerRoom.sent(slow);
        room.make(Attributes.request(), () -> TEN_KIB);
        assertThatThrownBy(() -> room.make(Attributes.request(), () -> TEN_KIB))
                .as("given back once")
                .satisfies(AnswerRoomTest::isBusy);
    }

    @Test
    void whatIsLargerThanTheRoomIsSentAlone() {
        ServletRequest large = Attributes.request();
        room.make(large, () -> new byte[100 * 1024]);
        assertThatThrownBy(() -> room.make(Attributes.request(), () -> new byte[1]))
                .satisfies(AnswerRoomTest::isBusy);
        AnswerRoom.sent(large);
        room.make(Attributes.request(), () -> new byte[1]);
    }

    @Test
    void whatFailsWhileItIsMadeTakesNothing() {
        for (int i = 0; i < 3; i++) {
            ServletRequest refused = Attributes.request();
            assertThatThrownBy(() -> room.make(refused, () -> {
                        throw ApiProblem.notFound();
                    }))
                    .isInstanceOf(ApiProblem.class);
            AnswerRoom.sent(refused);
        }
        room.make(Attributes.request(), () -> TEN_KIB);
        room.make(Attributes.request(), () -> TEN_KIB);
    }

    @Test
    void soManyAreMadeAtATime() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> room.make(Attributes.request(), () -> {
            making.countDown();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return TEN_KIB;
        }));
        making.await();
        assertThatThrownBy(() -> room.make(Attributes.request(), () -> TEN_KIB)).satisfies(AnswerRoomTest::isBusy);
        go.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isSameAs(TEN_KIB);
        room.make(Attributes.request(), () -> TEN_KIB);
    }
}
