package vn.toancanh.onvif;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/**
 * Remembers that a device refused the password. Cameras lock an account, and with it the operators' pictures, after a few wrong tries:
 * a device that said no is left alone for a while, which doubles with each further no. Any thread.
 */
final class Refusals {
    private final Clock clock;
    private final Duration first;
    private final Duration longest;
    private @Nullable Long untilNanos;
    private Duration next;

    Refusals(Clock clock, Duration first, Duration longest) {
        this.clock = clock;
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** @throws OnvifException CREDENTIALS, without asking the device, where it said no a short while ago */
    synchronized void requireNone() {
        if (untilNanos != null && untilNanos - clock.nanos() > 0) {
            throw OnvifFailure.of(
                    OnvifFailure.Kind.CREDENTIALS,
                    "user or password was refused; the device is left alone for a while");
        }
    }

    synchronized void note() {
        untilNanos = clock.nanos() + next.toNanos();
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
    }

    synchronized void clear() {
        untilNanos = null;
        next = first;
    }
}
