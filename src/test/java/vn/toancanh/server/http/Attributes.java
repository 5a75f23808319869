package vn.toancanh.server.http;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A request that keeps attributes and knows who calls, and nothing else. */
final class Attributes {
    private Attributes() {}

    /** Of one and the same caller. */
    static ServletRequest request() {
        return request("somebody");
    }

    /** Of an account. */
    static ServletRequest request(String sharer) {
        ServletRequest request = from("192.0.2.1");
        request.setAttribute(Sharer.ATTRIBUTE, sharer);
        return request;
    }

    /** Of whoever has no account, at an address. */
    static ServletRequest from(String address) {
        Map<Object, Object> attributes = new ConcurrentHashMap<>();
        return (ServletRequest) Proxy.newProxyInstance(
                Attributes.class.getClassLoader(),
                new Class<?>[] {ServletRequest.class},
                (self, method, given) -> switch (method.getName()) {
                    case "setAttribute" -> attributes.put(given[0], given[1]);
                    case "getAttribute" -> attributes.get(given[0]);
                    case "removeAttribute" -> attributes.remove(given[0]);
                    case "getRemoteAddr" -> address;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
