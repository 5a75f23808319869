package vn.toancanh.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server has just said of somebody who is signed in.
 *
 * @param offlineUntil until when that holds while the server cannot be asked, by its own clock; null: it does not say
 * @param serverTime when it said so, by its own clock
 */
public record Confirmed(Session session, @Nullable Instant offlineUntil, Instant serverTime) {}
