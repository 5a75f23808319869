package vn.toancanh.server.accounts;

import org.jspecify.annotations.Nullable;

/**
 * One right of a role.
 *
 * @param siteId the subtree it is narrowed to, null for everywhere
 */
public record Right(Level level, @Nullable String siteId) {}
