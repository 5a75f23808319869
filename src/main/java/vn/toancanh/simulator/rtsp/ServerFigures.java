package vn.toancanh.simulator.rtsp;

/**
 * What the server does.
 *
 * @param sent pictures sent, over all watchers since the start
 * @param left pictures left out for watchers that were too slow or waited for a key frame
 */
public record ServerFigures(int watchers, int connections, long sent, long left) {}
