package vn.toancanh.rtsp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.toancanh.model.MediaTransport;

/**
 * Servers that were heard by another transport than the one asked for first: their next session begins with that one, so that what
 * a camera does not do is tried in vain once and not at every opening. The client's thread.
 */
final class LearntWays {
    /** Servers that are remembered; beyond it the one asked for longest ago is forgotten. */
    static final int MOST = 4096;

    private final Map<String, Transport> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Transport> eldest) {
            return size() > MOST;
        }
    };

    /** The leg with what is known of its server tried first. */
    Leg begin(Leg leg) {
        Transport best = known.get(server(leg));
        return best == null ? leg : leg.beginningBy(best);
    }

    /** Packets came on that leg. */
    void heard(Leg leg, MediaTransport by) {
        Transport heard = by == MediaTransport.UDP ? Transport.UDP : Transport.TCP;
        var usual = leg.target().transports().order(leg.encrypted());
        if (usual.indexOf(heard) > 0) {
            known.put(server(leg), heard);
        } else {
            known.remove(server(leg));
        }
    }

    private static String server(Leg leg) {
        return leg.host().toLowerCase(Locale.ROOT) + ':' + leg.port();
    }
}
