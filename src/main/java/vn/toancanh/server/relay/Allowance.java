package vn.toancanh.server.relay;

import vn.toancanh.rtsp.RtspTarget;

/**
 * All that a relay needs to know to let somebody in. Its ends are by {@link vn.toancanh.base.Clock#nanos}, which no setting of the
 * clock moves, and which a relay beside its server counts as the server does.
 *
 * @param target the camera's stream, with the camera's own password
 * @param endsNanos nobody begins to play later
 * @param offlineNanos the same where the server cannot be asked and the grant had not ended when it went
 */
public record Allowance(Admission admission, RtspTarget target, long endsNanos, long offlineNanos) {}
