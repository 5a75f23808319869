package vn.toancanh.server.relay;

import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;

/**
 * What somebody is let in for.
 *
 * @param grantId also the user name for the relay
 * @param token the password for the relay, good for nothing else
 * @param sessionId the desk's session with the server, whose end ends this too
 */
public record Admission(String grantId, Secret token, String sessionId, String cameraId, StreamRole role) {}
