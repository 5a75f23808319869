package vn.toancanh.simulator.rtsp;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the server does.
 *
 * @param sent pictures sent, over all watchers since the start
 * @param left pictures left out for watchers that were too slow or waited for a key frame
 * @param cameras number of the camera that is watched from each TCP port of this machine
 */
public record ServerFigures(int watchers, int connections, long sent, long left, Map<Integer, Integer> cameras) {
    public ServerFigures {
        cameras = Map.copyOf(cameras);
    }

    static ServerFigures of(Collection<Feed> feeds, int connections) {
        Map<Integer, Integer> watched = new HashMap<>();
        feeds.forEach(feed -> feed.watchers(watched));
        return new ServerFigures(
                feeds.stream().mapToInt(feed -> feed.watchers().size()).sum(),
                connections,
                feeds.stream().mapToLong(Feed::sent).sum(),
                feeds.stream().mapToLong(Feed::left).sum(),
                watched);
    }
}
