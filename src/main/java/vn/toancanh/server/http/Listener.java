package vn.toancanh.server.http;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/** Makes what the web server listens with. */
public interface Listener {
    /** A connector that is not yet open. */
    Connector connector(Server server, HttpConfiguration http, String address, int port);
}
