package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LateBytesTest {
    private static final Delay FIVE = new Delay(0, Duration.ofNanos(5), Duration.ZERO);

    private final LateBytes late = new LateBytes(10);
    private final StringBuilder taken = new StringBuilder();
    /** As a socket that takes no more. */
    private int takes = Integer.MAX_VALUE;

    private void add(String text, long now) {
        late.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), now);
    }

    private String at(long now, Delay delay) throws IOException {
        taken.setLength(0);
        late.handOn(this::take, now, delay);
        return taken.toString();
    }

    private int take(ByteBuffer bytes) {
        int count = Math.min(takes, bytes.remaining());
        for (int i = 0; i < count; i++) {
            taken.append((char) bytes.get());
        }
        takes -= count;
        return count;
    }

    @Test
    void eachGoesOnAsLateAsIsToldAndInItsOrder() throws IOException {
        add("abc", 1);
        add("d", 3);
        assertThat(at(5, FIVE)).isEmpty();
        assertThat(late.nextNanos(FIVE)).isEqualTo(OptionalLong.of(6));
        assertThat(at(6, FIVE)).isEqualTo("abc");
        assertThat(late.nextNanos(FIVE)).isEqualTo(OptionalLong.of(8));
        assertThat(at(9, FIVE)).isEqualTo("d");
        assertThat(late.nextNanos(FIVE)).isEmpty();
    }

    @Test
    void whatWaitsGoesOnAtOnceWhenThePathIsQuickAgain() throws IOException {
        add("abc", 1);
        add("d", 3);
        assertThat(at(4, Delay.NONE)).isEqualTo("abcd");
    }

    @Test
    void whatIsNotTakenIsTakenFirstTheNextTime() throws IOException {
        add("abc", 1);
        add("d", 1);
        takes = 2;
        assertThat(at(9, FIVE)).isEqualTo("ab");
        assertThat(late.room()).isEqualTo(8);
        takes = 5;
        assertThat(at(9, FIVE)).isEqualTo("cd");
    }

    @Test
    void noMoreIsHeldThanThereIsRoomFor() throws IOException {
        add("0123456789", 1);
        assertThat(late.room()).isZero();
        assertThatThrownBy(() -> add("x", 1)).isInstanceOf(IllegalStateException.class);
        assertThat(at(6, FIVE)).hasSize(10);
        assertThat(late.room()).isEqualTo(10);
    }

    @Test
    void theEndComesAfterAllBytesAndAsLateAsThey() throws IOException {
        add("a", 1);
        late.end(3);
        late.end(7);
        assertThat(at(6, FIVE)).isEqualTo("a");
        assertThat(late.over(7, FIVE)).isFalse();
        assertThat(late.nextNanos(FIVE)).isEqualTo(OptionalLong.of(8));
        assertThat(late.over(8, FIVE)).isTrue();
    }
}
