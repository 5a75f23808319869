package vn.toancanh.catalogue;

import java.time.Instant;
import java.util.List;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;

/**
 * Everything a server told of its cameras.
 *
 * @param asOf when the server said so, by the server's clock
 * @param syncToken what the source needs to ask only for what changed since; opaque, empty where it cannot
 */
public record CatalogueContents(List<Site> sites, List<Camera> cameras, Instant asOf, String syncToken) {
    public CatalogueContents {
        sites = List.copyOf(sites);
        cameras = List.copyOf(cameras);
    }
}
