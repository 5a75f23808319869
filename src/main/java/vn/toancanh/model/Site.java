package vn.toancanh.model;

import org.jspecify.annotations.Nullable;

/**
 * A node of the tree cameras hang in: the city, the police, traffic, a ward.
 *
 * @param parent the site above, null at the root
 */
public record Site(SiteId id, @Nullable SiteId parent, String name) {}
