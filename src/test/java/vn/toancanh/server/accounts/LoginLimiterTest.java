package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class LoginLimiterTest {
    private final LoginLimiter limiter = new LoginLimiter(new ManualClock());

    @Test
    void aTryThatWasNeverLookedAtDoesNotCount() {
        for (int i = 0; i < LoginLimiter.TRIES; i++) {
            assertThat(limiter.begin("an", "127.0.0.1")).isZero();
        }
        assertThat(limiter.begin("an", "127.0.0.1")).isPositive();
        limiter.withdraw("an", "127.0.0.1");
        assertThat(limiter.begin("an", "127.0.0.1")).isZero();
        assertThat(limiter.begin("an", "127.0.0.1")).isPositive();
        limiter.withdraw("nobody", "127.0.0.1");
        assertThat(limiter.begin("nobody", "127.0.0.1")).isZero();
    }

    @Test
    void guessingForSomebodyElsewhereLocksNobodyOut() {
        for (int i = 0; i < LoginLimiter.TRIES; i++) {
            assertThat(limiter.begin("an", "10.0.0.66")).isZero();
        }
        assertThat(limiter.begin("an", "10.0.0.66")).isPositive();
        assertThat(limiter.begin("an", "10.0.0.1")).as("at her own desk").isZero();
    }

    @Test
    void aFloodFromOneAddressTakesNoTurnsOfOthers() {
        for (int i = 0; i < LoginLimiter.AT_A_TIME; i++) {
            assertThat(limiter.enter("10.0.0.66")).isTrue();
        }
        assertThat(limiter.enter("10.0.0.66")).isFalse();
        assertThat(limiter.enter("10.0.0.1")).isTrue();
        limiter.leave("10.0.0.66");
        assertThat(limiter.enter("10.0.0.66")).isTrue();
    }
}
