package vn.toancanh.ptz;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may steer a head now.
 *
 * @param lockId by which it is steered; null where somebody else holds it
 * @param holder the person's name as shown
 * @param priority 0 to 100; the higher one may take it from the lower
 * @param expiresAt its end, by the server's clock, unless it is renewed
 * @param own true where this desk holds it
 */
public record HeadLease(@Nullable String lockId, String holder, int priority, Instant expiresAt, boolean own) {}
