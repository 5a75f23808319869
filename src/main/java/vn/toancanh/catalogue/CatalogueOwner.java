package vn.toancanh.catalogue;

import java.net.URI;

/** Whose view of which server's catalogue: what one user may see must never be shown to another from a cache. */
public record CatalogueOwner(URI server, String user) {}
