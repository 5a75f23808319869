package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;

/** What layouts were in which version, as far as it was seen since this program began; of many the last. Lane: DESK. */
final class KnownLayouts {
    private static final int MOST = 200;

    private record Key(LayoutId id, long version) {}

    private final Map<Key, Layout> seen = new LinkedHashMap<>();

    void see(Layout layout) {
        LayoutId id = layout.id();
        if (id != null) {
            Key key = new Key(id, layout.version());
            seen.remove(key);
            seen.put(key, layout);
            if (seen.size() > MOST) {
                seen.remove(seen.keySet().iterator().next());
            }
        }
    }

    Optional<Layout> of(LayoutId id, long version) {
        return Optional.ofNullable(seen.get(new Key(id, version)));
    }

    /** 0: none was seen. */
    long newest(LayoutId id) {
        return seen.keySet().stream()
                .filter(key -> key.id().equals(id))
                .mapToLong(Key::version)
                .max()
                .orElse(0);
    }

    void forget() {
        seen.clear();
    }
}
