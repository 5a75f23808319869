package vn.toancanh.server.http;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A request that keeps attributes and knows nothing else. */
final class Attributes {
    private Attributes() {}

    static ServletRequest request() {
        Map<Object, Object> attributes = new HashMap<>();
        return (ServletRequest) Proxy.newProxyInstance(
                Attributes.class.getClassLoader(),
                new Class<?>[] {ServletRequest.class},
                (self, method, given) -> switch (method.getName()) {
                    case "setAttribute" -> attributes.put(given[0], given[1]);
                    case "getAttribute" -> attributes.get(given[0]);
                    case "removeAttribute" -> attributes.remove(given[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
