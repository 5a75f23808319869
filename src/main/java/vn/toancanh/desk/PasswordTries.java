package vn.toancanh.desk;

import java.time.Duration;
import java.util.function.Consumer;
import vn.toancanh.base.Argon2id;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;

/**
 * Passwords that are judged on this machine, by the hash it keeps: so many wrong ones in a row, wherever in the program they were
 * typed; then one has to wait. The server counts for itself. Lane: DESK.
 */
public final class PasswordTries {
    /** So many wrong ones in a row are looked at. */
    static final int MOST = 5;

    static final Duration WAIT = Duration.ofMinutes(1);

    private final Lane desk;
    private final Lane compute;
    private final Clock clock;
    private int wrong;
    private long mayTryAt;

    /** @param compute where hashes are computed */
    public PasswordTries(Lane desk, Lane compute, Clock clock) {
        this.desk = desk;
        this.compute = compute;
        this.clock = clock;
        this.mayTryAt = clock.nanos();
    }

    /** For how long none is looked at; zero where one may be tried now. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, mayTryAt - clock.nanos()));
    }

    /** Tells whether it is the password of that hash; {@code answer} is called once, on DESK. */
    void judge(Secret password, String hash, Consumer<Boolean> answer) {
        compute.execute(() -> {
            boolean right = Argon2id.matches(password, hash);
            desk.execute(() -> {
                count(right);
                answer.accept(right);
            });
        });
    }

    private void count(boolean right) {
        wrong = right ? 0 : wrong + 1;
        if (wrong >= MOST) {
            wrong = 0;
            mayTryAt = clock.nanos() + WAIT.toNanos();
        }
    }
}
