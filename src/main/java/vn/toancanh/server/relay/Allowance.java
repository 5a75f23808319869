package vn.toancanh.server.relay;

import java.time.Instant;
import vn.toancanh.rtsp.RtspTarget;

/**
 * All that a relay needs to know to let somebody in.
 *
 * @param target the camera's stream, with the camera's own password
 * @param expiresAt nobody begins to play later
 * @param offlineUntil the same where the server cannot be asked and the grant had not ended when it went
 */
public record Allowance(Admission admission, RtspTarget target, Instant expiresAt, Instant offlineUntil) {}
