package vn.toancanh.administration;

import vn.toancanh.model.Site;

/**
 * A site as it was seen.
 *
 * @param version as it was seen
 */
public record SiteVersion(Site site, long version) {}
