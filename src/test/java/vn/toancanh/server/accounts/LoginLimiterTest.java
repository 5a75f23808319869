package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class LoginLimiterTest {
    private final ManualClock clock = new ManualClock();
    private final LoginLimiter limiter = new LoginLimiter(clock);

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

    @Test
    void triesThatWereNeverLookedAtPushOutNothingThatWas() {
        for (int i = 0; i < LoginLimiter.TRIES; i++) {
            limiter.begin("admin", "10.0.0.66");
        }
        for (int i = 0; i < LoginLimiter.REMEMBERED; i++) {
            limiter.begin("nguoi-la-" + i, "10.0.0.66");
            limiter.withdraw("nguoi-la-" + i, "10.0.0.66");
        }
        assertThat(limiter.begin("admin", "10.0.0.66")).isPositive();
    }

    @Test
    void addressesOfOneNetworkAreOnePlace() {
        for (int i = 0; i < LoginLimiter.TRIES; i++) {
            assertThat(limiter.begin("an", "2001:db8:1:2::" + i)).isZero();
        }
        assertThat(limiter.begin("an", "[2001:db8:1:2:ffff::1]")).isPositive();
        assertThat(limiter.begin("an", "2001:db8:1:2:a::1%eth0")).isPositive();
        assertThat(limiter.begin("an", "2001:db8:1:3::1")).as("another network").isZero();
        for (int i = 0; i < LoginLimiter.AT_A_TIME; i++) {
            assertThat(limiter.enter("2001:db8:1:2::" + i)).isTrue();
        }
        assertThat(limiter.enter("2001:db8:1:2::beef")).isFalse();
        limiter.leave("2001:db8:1:2::1");
        assertThat(limiter.enter("2001:db8:1:2::beef")).isTrue();
        assertThat(limiter.enter("2001:db8:1:3::1")).isTrue();
    }

    @Test
    void onePasswordForEverybodyIsSoonNoMoreTried() {
        for (int i = 0; i < LoginLimiter.WRONG; i++) {
            assertThat(limiter.begin("nguoi-" + i, "10.0.0.66")).isZero();
            limiter.failed("10.0.0.66");
        }
        assertThat(limiter.begin("an", "10.0.0.66")).isPositive();
        assertThat(limiter.begin("an", "10.0.0.1")).as("from elsewhere").isZero();
        clock.advance(LoginLimiter.WINDOW);
        assertThat(limiter.begin("an", "10.0.0.66")).isZero();
    }
}
