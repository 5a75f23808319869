package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class HashMemoryTest {
    private static final Secret RIGHT = Secret.of("một mật khẩu");
    private static final Secret WRONG = Secret.of("một mật khẩu khác");
    private static final long A_HASH = Argon2id.MEMORY_KIB * 1024L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final HashMemory memory = new HashMemory();
    private final String hash = Argon2id.hash(RIGHT, new SecureRandom(), memory);

    private long taken(Runnable work) {
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void allHashesButTheFirstAreComputedInTheMemoryOfTheOnesBefore() {
        assertThat(taken(() -> Argon2id.matches(RIGHT, hash)))
                .as("with none kept")
                .isGreaterThan(A_HASH);
        assertThat(taken(() -> Argon2id.matches(RIGHT, hash, memory)))
                .as("bytes")
                .isLessThan(A_HASH / 10);
    }

    @Test
    void whatOneHashHasLeftThereChangesNoOther() {
        for (int i = 0; i < 3; i++) {
            assertThat(Argon2id.matches(RIGHT, hash, memory)).isTrue();
            assertThat(Argon2id.matches(WRONG, hash, memory)).isFalse();
        }
        assertThat(Argon2id.matches(RIGHT, Argon2id.hash(RIGHT, new SecureRandom(), memory)))
                .as("as without")
                .isTrue();
    }
}
