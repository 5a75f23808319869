package vn.toancanh.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventRingTest {
    private final EventRing ring = new EventRing(8, "e");

    @Test
    void whoKeepsUpHearsEveryEventOnce() throws InterruptedException {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EventRing own = new EventRing(8, "e");
            long place = 0;
            long heard = 0;
            for (int round = 0; round < 40; round++) {
                int published = random.nextInt(0, 9);
                for (int i = 0; i < published; i++) {
                    own.publish(Event.catalogueChanged(i));
                }
                EventRing.Batch batch = own.await(place, Duration.ZERO);
                assertThat(batch.missed()).as("seed %d", seed).isFalse();
                assertThat(batch.events()).as("seed %d", seed).hasSize(published);
                heard += published;
                place = batch.next();
            }
            assertThat(place).isEqualTo(heard);
        }
    }

    @Test
    void whoFallsBehindIsTold() throws InterruptedException {
        for (int i = 0; i < 9; i++) {
            ring.publish(Event.catalogueChanged(i));
        }
        EventRing.Batch batch = ring.await(0, Duration.ZERO);
        assertThat(batch.missed()).isTrue();
        assertThat(batch.next()).isEqualTo(9);
        assertThat(ring.await(1, Duration.ZERO).missed()).isFalse();
    }

    @Test
    void idsOfOtherRingsAndOfTheFutureAreNoPlace() {
        ring.publish(Event.catalogueChanged(1));
        assertThat(ring.place(ring.id(1))).isEqualTo(1);
        assertThat(ring.place(ring.id(2))).isEqualTo(-1);
        assertThat(ring.place("f-1")).isEqualTo(-1);
        assertThat(ring.place("e-")).isEqualTo(-1);
        assertThat(ring.place("e--1")).isEqualTo(-1);
    }

    @Test
    void closingWakesWhoWaits() throws InterruptedException {
        ring.close();
        assertThat(ring.await(0, Duration.ofMinutes(5)).events()).isEmpty();
        assertThat(ring.isClosed()).isTrue();
    }
}
