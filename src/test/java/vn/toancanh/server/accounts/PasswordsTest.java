package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.ApiProblem;

class PasswordsTest {
    private static final Secret RIGHT = Secret.of("một mật khẩu");

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash(RIGHT);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("mật");
        assertThat(passwords.matches(RIGHT, hash)).isTrue();
        assertThat(passwords.matches(Secret.of("một mật khẩu "), hash)).isFalse();
        assertThat(passwords.matches(RIGHT, passwords.unmatchable())).isFalse();
    }

    @Test
    void whoseTurnDoesNotComeIsToldToTryAgainAndTheTurnsAreGivenBack() {
        Semaphore turns = new Semaphore(1);
        Passwords passwords = new Passwords(turns, Duration.ofMillis(1));
        String hash = passwords.hash(RIGHT);
        assertThat(turns.tryAcquire()).as("given back after hashing").isTrue();
        assertThatThrownBy(() -> passwords.matches(RIGHT, hash)).isInstanceOfSatisfying(ApiProblem.class, busy -> {
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.code()).isEqualTo("busy");
            assertThat(busy.retryAfterS()).isPositive();
        });
        turns.release();
        assertThat(passwords.matches(RIGHT, hash)).isTrue();
        assertThat(turns.availablePermits()).isEqualTo(1);
    }
}
