package vn.toancanh.server.http;

/** A group of routes of one part of the server. */
@FunctionalInterface
public interface Endpoints {
    void addTo(Routes routes);
}
