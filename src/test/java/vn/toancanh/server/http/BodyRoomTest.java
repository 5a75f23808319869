package vn.toancanh.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BodyRoomTest {
    private static final long CAP = 1 << 20;

    /** Room for one large body and a half; nobody waits. */
    private final BodyRoom room = new BodyRoom(1536, Duration.ofMillis(20));

    private static void isBusy(Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void whatComesTakesRoomUntilItIsAnswered() {
        ServletRequest slow = Attributes.request();
        room.comes(slow, CAP, CAP);
        assertThatThrownBy(() -> room.comes(Attributes.request(), CAP, CAP)).satisfies(BodyRoomTest::isBusy);
        room.comes(Attributes.request(), BodyRoom.SMALL, CAP);
        BodyRoom.answered(slow);
        BodyRoom.answered(slow);
        room.comes(Attributes.request(), CAP, CAP);
        assertThatThrownBy(() -> room.comes(Attributes.request(), CAP, CAP))
                .as("given back once")
                .satisfies(BodyRoomTest::isBusy);
    }

    @Test
    void oneThatDoesNotSayHowLongItIsMayBeAsLongAsAny() {
        room.comes(Attributes.request(), -1, CAP);
        assertThatThrownBy(() -> room.comes(Attributes.request(), -1, CAP)).satisfies(BodyRoomTest::isBusy);
    }

    @Test
    void whatIsReadOfSmallOnesTakesRoomToo() {
        ServletRequest first = Attributes.request();
        for (int i = 0; i < 3; i++) {
            room.isRead(i == 0 ? first : Attributes.request(), BodyRoom.SMALL);
        }
        assertThatThrownBy(() -> room.isRead(Attributes.request(), BodyRoom.SMALL))
                .satisfies(BodyRoomTest::isBusy);
        room.isRead(first, BodyRoom.SMALL);
        BodyRoom.answered(first);
        room.isRead(Attributes.request(), BodyRoom.SMALL);
    }
}
