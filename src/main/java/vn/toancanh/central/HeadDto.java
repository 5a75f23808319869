package vn.toancanh.central;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the contract that speak of heads, as they lie on the wire. Everything may be missing. */
final class HeadDto {
    private HeadDto() {}

    record Person(@Nullable String id, @Nullable String name) {}

    record Lock(
            @Nullable String lockId,
            @Nullable Person holder,
            @Nullable Integer priority,
            @Nullable Instant expiresAt,
            @Nullable Boolean own) {}

    record Mover(@Nullable String name, @Nullable Instant at) {}

    record State(@Nullable Lock lock, @Nullable Mover lastMover) {}

    record Accepted(@Nullable Long seq, @Nullable Boolean dropped) {}

    record Place(
            @Nullable String id,
            @Nullable Integer number,
            @Nullable String name,
            @Nullable Boolean locked) {}

    record Places(
            @Nullable List<@Nullable Place> items,
            @Nullable Integer most,
            @Nullable Boolean home,
            @Nullable Boolean homeFixed) {}

    record Auxiliary(
            @Nullable String aux,
            @Nullable String name,
            @Nullable String state) {}

    record Equipment(
            @Nullable Boolean focus,
            @Nullable Boolean autoFocus,
            @Nullable Boolean iris,
            @Nullable Boolean autoIris,
            @Nullable List<@Nullable Auxiliary> auxiliaries) {}

    record Changed(@Nullable String cameraId) {}
}
