package vn.toancanh.administration;

import java.time.Instant;

/**
 * Where somebody is signed in.
 *
 * @param expiresAt when he has to sign in again at the latest
 * @param address the machine's
 * @param client the program as it calls itself; may be empty
 * @param current true for the session that asks
 */
public record HeldSession(
        String id, Instant createdAt, Instant expiresAt, String address, String client, boolean current) {}
