package vn.toancanh.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * A request is of the method that its first line says. The web library would take another from a header, so that what a proxy lets through
 * as a POST deletes something; the contract knows no such header. Any thread.
 */
final class PlainMethods implements HttpConfiguration.Customizer {
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!request.getHeaders().contains(OVERRIDE)) {
            return request;
        }
        HttpFields others =
                HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return others;
            }
        };
    }
}
