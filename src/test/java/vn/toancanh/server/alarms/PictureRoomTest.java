package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.http.ApiProblem;

class PictureRoomTest {
    private static final int LARGE = 2 << 20;

    private final ManualClock clock = new ManualClock();
    private final PictureRoom room = new PictureRoom(clock);

    private static Caller device(String id) {
        return Caller.of(new Webhook(id, "AI", null, null, 80, 6000, "Nguyễn Văn An", Instant.EPOCH, null));
    }

    @Test
    void aDayHasRoomForSoMuchOfOneSenderAndOthersHaveTheirs() {
        Caller wild = device("w-1");
        int taken = 0;
        while (taken < 10_000 && takes(wild)) {
            taken++;
        }
        assertThat(taken).isEqualTo(512);
        assertThatThrownBy(() -> room.take(wild, LARGE))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(429));
        room.take(device("w-2"), LARGE);
        room.take(wild, 0);
        clock.advance(Duration.ofMinutes(3));
        room.take(wild, LARGE);
    }

    private boolean takes(Caller caller) {
        try {
            room.take(caller, LARGE);
            return true;
        } catch (ApiProblem full) {
            return false;
        }
    }
}
