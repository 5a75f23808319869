package vn.toancanh.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final String NAME = "n";
    private static final int KIB = 1024;

    private final Room room = new Room(80, 10);

    private CompletableFuture<Boolean> waits(String sharer, int weight) throws InterruptedException {
        return Waits.until(() -> room.take(sharer, weight, LONG));
    }

    @Test
    void oneHasHisPartAndTheRestIsTheOthers() {
        assertThat(room.take("a", 6, AT_ONCE)).isTrue();
        assertThat(room.take("a", 4, AT_ONCE)).isTrue();
        assertThat(room.take("a", 1, Duration.ofMillis(20))).isFalse();
        for (int i = 0; i < 7; i++) {
            assertThat(room.take("b" + i, 10, AT_ONCE)).as("caller %d", i).isTrue();
        }
        assertThat(room.take("c", 1, AT_ONCE)).as("full").isFalse();
        room.giveBack("a", 4);
        assertThat(room.take("c", 4, AT_ONCE)).isTrue();
    }

    @Test
    void whoHasNothingMayTakeOneThingThatIsLargerThanHisPart() {
        assertThat(room.take("a", 70, AT_ONCE)).isTrue();
        assertThat(room.take("a", 1, AT_ONCE)).isFalse();
        assertThat(room.take("b", 11, AT_ONCE)).isFalse();
        assertThat(room.take("b", 10, AT_ONCE)).isTrue();
    }

    @Test
    void whatFitsGoesBeforeWhatWaitsBecauseItDoesNot() throws Exception {
        assertThat(room.take("a", 70, AT_ONCE)).isTrue();
        CompletableFuture<Boolean> large = waits("b", 40);
        CompletableFuture<Boolean> more = waits("a", 1);
        assertThat(room.take("c", 5, AT_ONCE)).isTrue();
        assertThat(large).isNotDone();
        assertThat(more).isNotDone();
        room.giveBack("a", 70);
        assertThat(large.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(more.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(room.take("d", 80 - 40 - 1 - 5, AT_ONCE))
                .as("all that is left")
                .isTrue();
        assertThat(room.take("e", 1, AT_ONCE)).isFalse();
    }

    @Test
    void whoGaveUpWaitingTakesNothing() {
        assertThat(room.take("a", 80, AT_ONCE)).isTrue();
        assertThat(room.take("b", 80, Duration.ofMillis(20))).isFalse();
        room.giveBack("a", 80);
        assertThat(room.take("c", 80, AT_ONCE)).isTrue();
    }

    @Test
    void aRequestHoldsOnceAndGivesBackOnceWhatItTurnedOutToBe() {
        ServletRequest request = Attributes.request("a");
        assertThat(room.hold(request, NAME, 69 * KIB, AT_ONCE)).isTrue();
        assertThat(room.hold(request, NAME, 69 * KIB, AT_ONCE)).isTrue();
        Room.becomes(request, NAME, 4 * KIB);
        assertThat(room.take("b", 75, AT_ONCE)).isTrue();
        assertThat(room.take("c", 1, AT_ONCE)).isFalse();
        Room.giveBack(request, NAME);
        Room.giveBack(request, NAME);
        assertThat(room.take("c", 5, AT_ONCE)).isTrue();
        assertThat(room.take("d", 1, AT_ONCE)).isFalse();
    }

    @Test
    void whoeverHasNoAccountSharesByThePlaceWhereHeIs() {
        assertThat(Sharer.of(Attributes.request("u-1"))).isEqualTo("u-1");
        assertThat(Sharer.of(Attributes.from("192.0.2.1"))).isEqualTo(Sharer.of(Attributes.from("192.0.2.1")));
        assertThat(Sharer.of(Attributes.from("192.0.2.1"))).isNotEqualTo(Sharer.of(Attributes.from("192.0.2.2")));
        assertThat(Sharer.of(Attributes.from("[2001:db8::1]")))
                .isEqualTo(Sharer.of(Attributes.from("2001:db8:0:0:ffff::9")))
                .isNotEqualTo(Sharer.of(Attributes.from("2001:db8:0:1::1")));
    }
}
