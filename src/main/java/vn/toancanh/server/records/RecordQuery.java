package vn.toancanh.server.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; what is null does not narrow.
 *
 * @param from not signed before that, by the desk's own time
 * @param to not signed after that
 * @param before a place in the order in which they came
 */
record RecordQuery(
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before,
        int limit) {}
