package vn.toancanh.central;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.toancanh.base.Handle;

/** Those who hear of one kind of news, and the events that tell it. DESK, but for {@link #read}. */
final class Hearers<N> {
    private static final Logger LOG = LoggerFactory.getLogger(Hearers.class);

    private final String what;
    private final Net net;
    private final Caller caller;
    private final Map<Object, N> all = new LinkedHashMap<>();

    /** @param what the events are about, in the log */
    Hearers(String what, Net net, Caller caller) {
        this.what = what;
        this.net = net;
        this.caller = caller;
    }

    /** Tells that one too, until the handle is closed. */
    Handle add(N news) {
        net.desk().assertHere();
        Object token = new Object();
        all.put(token, news);
        return () -> all.remove(token);
    }

    void tell(Consumer<? super N> word) {
        List.copyOf(all.values()).forEach(word);
    }

    /** An event's data; empty where it cannot be read, which is as good as news that were missed. Any thread. */
    <T> Optional<T> read(Class<T> type, String data) {
        try {
            return Optional.ofNullable(caller.wire().json().readValue(data, type));
        } catch (JacksonException broken) {
            LOG.warn(
                    "an event of {} cannot be read: {}", what, broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
