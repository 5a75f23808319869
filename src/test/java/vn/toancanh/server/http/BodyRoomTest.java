package vn.toancanh.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BodyRoomTest {
    private static final int CAP = 1 << 20;
    private static final long IMPORT = 64L << 20;

    /** Room for ten large bodies while they come, and for one to be read; nobody waits. */
    private final BodyRoom room = new BodyRoom(10 * 1025, Duration.ofMillis(20));

    private static void isBusy(Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(503));
    }

    private List<ServletRequest> everybodySendsALargeOne() {
        List<ServletRequest> requests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ServletRequest request = Attributes.request("u-" + i);
            room.comes(request, CAP, CAP);
            requests.add(request);
        }
        return requests;
    }

    @Test
    void whatComesTakesRoomUntilItIsDone() {
        ServletRequest slow = everybodySendsALargeOne().getFirst();
        assertThatThrownBy(() -> room.comes(Attributes.request(), CAP, CAP)).satisfies(BodyRoomTest::isBusy);
        room.comes(Attributes.request(), BodyRoom.SMALL, CAP);
        BodyRoom.isDone(slow);
        BodyRoom.isDone(slow);
        room.comes(Attributes.request(), CAP, CAP);
        assertThatThrownBy(() -> room.comes(Attributes.request("another"), CAP, CAP))
                .as("given back once")
                .satisfies(BodyRoomTest::isBusy);
    }

    @Test
    void oneWhoSendsSlowlyHoldsUpHimselfAlone() {
        ServletRequest first = Attributes.request("slow");
        room.comes(first, CAP, CAP);
        assertThatThrownBy(() -> room.comes(Attributes.request("slow"), CAP, CAP))
                .satisfies(BodyRoomTest::isBusy);
        room.comes(Attributes.request("other"), CAP, CAP);
        BodyRoom.isUnderstood(first);
        room.comes(Attributes.request("slow"), CAP, CAP);
    }

    @Test
    void oneThatDoesNotSayHowLongItIsMayBeAsLongAsAny() {
        room.comes(Attributes.request(), -1, CAP);
        assertThatThrownBy(() -> room.comes(Attributes.request(), -1, CAP)).satisfies(BodyRoomTest::isBusy);
        room.comes(Attributes.request(), -1, Json.SMALL);
    }

    @Test
    void whatIsReadOfSmallOnesTakesRoomTooAndNoneOfLargeOnes() {
        ServletRequest first = Attributes.request("a");
        room.isRead(first, BodyRoom.SMALL);
        room.isRead(first, BodyRoom.SMALL);
        assertThatThrownBy(() -> room.isRead(Attributes.request("a"), BodyRoom.SMALL))
                .satisfies(BodyRoomTest::isBusy);
        ServletRequest large = Attributes.request("b");
        room.isRead(large, CAP);
        assertThatThrownBy(() -> room.isRead(Attributes.request("c"), CAP)).satisfies(BodyRoomTest::isBusy);
        room.isRead(Attributes.request("b"), BodyRoom.SMALL);
        BodyRoom.isDone(first);
        room.isRead(Attributes.request("a"), BodyRoom.SMALL);
        BodyRoom.isDone(large);
        room.isRead(Attributes.request("c"), CAP);
    }

    @Test
    void stopsAndSignInsWaitForNobody() {
        everybodySendsALargeOne();
        for (int i = 0; i < 1000; i++) {
            try {
                room.isRead(Attributes.request("u-" + i), BodyRoom.SMALL);
            } catch (ApiProblem full) {
                isBusy(full);
                break;
            }
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            ServletRequest stop = Attributes.request("u-1");
            room.comes(stop, BodyRoom.SHORT, Json.SMALL);
            room.isRead(stop, BodyRoom.SHORT);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsReadAsItComesTakesARoomOfItsOwnAndHoldsUpNothingElse() {
        ServletRequest first = Attributes.request("a");
        room.isReadAsItComes(first, CAP, IMPORT);
        assertThatThrownBy(() -> room.isReadAsItComes(Attributes.request("a"), CAP, IMPORT))
                .as("one has his part")
                .satisfies(BodyRoomTest::isBusy);
        assertThatThrownBy(() -> room.isReadAsItComes(Attributes.request("b"), CAP, IMPORT))
                .as("and all together theirs")
                .satisfies(BodyRoomTest::isBusy);
        everybodySendsALargeOne();
        BodyRoom.isUnderstood(first);
        assertThatThrownBy(() -> room.isReadAsItComes(Attributes.request("b"), CAP, IMPORT))
                .as("what is read of it lies there as long as its route works")
                .satisfies(BodyRoomTest::isBusy);
        BodyRoom.isDone(first);
        room.isReadAsItComes(Attributes.request("b"), CAP, IMPORT);
    }

    @Test
    void ofVeryLongOnesThereIsOneAtATimeBesideTheOthers() {
        ServletRequest slow = Attributes.request("slow");
        room.isReadAsItComes(slow, -1, IMPORT);
        assertThatThrownBy(() -> room.isReadAsItComes(Attributes.request("b"), BodyRoom.LONG + 1L, IMPORT))
                .satisfies(BodyRoomTest::isBusy);
        room.isReadAsItComes(Attributes.request("b"), CAP, IMPORT);
        BodyRoom.isDone(slow);
        room.isReadAsItComes(Attributes.request("c"), IMPORT, IMPORT);
    }
}
