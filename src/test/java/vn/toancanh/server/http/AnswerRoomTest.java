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
    private static final byte[] PAGE = new byte[1500 * 1024 - 1];

    /** Room for two of them; nobody waits. */
    private final AnswerRoom room = new AnswerRoom(1, 3080, Duration.ofMillis(20));

    private int callers;

    /** Of somebody else each time. */
    private ServletRequest another() {
        callers++;
        return Attributes.request("u-" + callers);
    }

    private static void isBusy(Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("busy");
            assertThat(problem.retryAfterS()).isPositive();
        });
    }

    @Test
    void whatIsNotSentYetTakesRoomUntilItIs() {
        ServletRequest slow = another();
        assertThat(room.make(slow, () -> PAGE)).isSameAs(PAGE);
        room.make(another(), () -> PAGE);
        assertThatThrownBy(() -> room.make(another(), () -> PAGE)).satisfies(AnswerRoomTest::isBusy);
        AnswerRoom.sent(slow);
        AnswerRoom.sent(slow);
        room.make(another(), () -> PAGE);
        assertThatThrownBy(() -> room.make(another(), () -> PAGE))
                .as("given back once")
                .satisfies(AnswerRoomTest::isBusy);
    }

    @Test
    void whatIsLargerThanTheRoomIsSentAlone() {
        ServletRequest large = another();
        room.make(large, () -> new byte[10 << 20]);
        assertThatThrownBy(() -> room.make(another(), () -> new byte[1])).satisfies(AnswerRoomTest::isBusy);
        AnswerRoom.sent(large);
        room.make(another(), () -> new byte[1]);
    }

    @Test
    void whatFailsWhileItIsMadeTakesNothing() {
        for (int i = 0; i < 3; i++) {
            ServletRequest refused = another();
            assertThatThrownBy(() -> room.make(refused, () -> {
                        throw ApiProblem.notFound();
                    }))
                    .isInstanceOf(ApiProblem.class);
            AnswerRoom.sent(refused);
        }
        room.make(another(), () -> PAGE);
        room.make(another(), () -> PAGE);
    }

    @Test
    void soManyAreMadeAtATime() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> room.make(another(), () -> {
            making.countDown();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return PAGE;
        }));
        making.await();
        assertThatThrownBy(() -> room.make(another(), () -> PAGE)).satisfies(AnswerRoomTest::isBusy);
        go.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isSameAs(PAGE);
        room.make(another(), () -> PAGE);
    }

    @Test
    void oneWhoReadsSlowlyHoldsUpHimselfAlone() {
        room.make(Attributes.request("slow"), () -> PAGE);
        assertThatThrownBy(() -> room.make(Attributes.request("slow"), () -> new byte[1]))
                .satisfies(AnswerRoomTest::isBusy);
        room.make(another(), () -> PAGE);
    }

    @Test
    void whoWaitsForRoomHasNoTurnMeanwhile() throws Exception {
        AnswerRoom patient = new AnswerRoom(1, 3080, Duration.ofSeconds(50));
        ServletRequest slow = Attributes.request("slow");
        patient.make(slow, () -> PAGE);
        CompletableFuture<byte[]> waits = Waits.until(() -> patient.make(Attributes.request("slow"), () -> PAGE));
        assertThat(patient.make(another(), () -> PAGE)).isSameAs(PAGE);
        assertThat(waits).isNotDone();
        AnswerRoom.sent(slow);
        assertThat(waits.get(10, TimeUnit.SECONDS)).isSameAs(PAGE);
    }

    @Test
    void whatIsThereAlreadyTakesRoomTooUnlessItIsSmall() {
        ServletRequest record = Attributes.request("slow");
        room.isMade(record, 400 << 10);
        assertThatThrownBy(() -> room.isMade(Attributes.request("slow"), 400 << 10))
                .satisfies(AnswerRoomTest::isBusy);
        for (int i = 0; i < 1000; i++) {
            room.isMade(Attributes.request("slow"), AnswerRoom.SMALL);
        }
        AnswerRoom.sent(record);
        room.isMade(Attributes.request("slow"), 400 << 10);
    }

    @Test
    void whatWasReadIsGivenBackBeforeItsAnswerWaits() {
        BodyRoom bodies = new BodyRoom(400, Duration.ofMillis(20));
        ServletRequest request = Attributes.request("slow");
        bodies.comes(request, 300 << 10, 300 << 10);
        bodies.isRead(request, 300 << 10);
        room.isMade(Attributes.request("slow"), 400 << 10);
        assertThatThrownBy(() -> room.isMade(request, 400 << 10)).satisfies(AnswerRoomTest::isBusy);
        bodies.comes(another(), 300 << 10, 300 << 10);
        bodies.isRead(another(), 300 << 10);
    }

    @Test
    void littleOfWhatIsThereAlreadyWaits() throws Exception {
        AnswerRoom patient = new AnswerRoom(1, 3080, Duration.ofSeconds(50));
        ServletRequest slow = Attributes.request("slow");
        patient.isMade(slow, 400 << 10);
        ServletRequest next = Attributes.request("slow");
        CompletableFuture<Boolean> waits = Waits.until(() -> {
            patient.isMade(next, 400 << 10);
            return true;
        });
        assertThatThrownBy(() -> patient.isMade(Attributes.request("slow"), 400 << 10))
                .satisfies(AnswerRoomTest::isBusy);
        AnswerRoom.sent(slow);
        waits.get(10, TimeUnit.SECONDS);
    }
}
