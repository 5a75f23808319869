package vn.toancanh.server.http;

/** Is told of every request that was answered. Any thread. */
@FunctionalInterface
public interface RequestMeter {
    /**
     * Counts one request.
     *
     * @param method as it came
     * @param route the path of the route with its placeholders; empty where there was none
     * @param status that was answered
     * @param seconds it took
     */
    void served(String method, String route, int status, double seconds);
}
