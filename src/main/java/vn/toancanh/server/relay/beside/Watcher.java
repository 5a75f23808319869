package vn.toancanh.server.relay.beside;

import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.relay.Admission;

/** Somebody who plays, by the grant he was let in for. */
record Watcher(String grant, String session, String camera, StreamRole role) {
    private static final Secret UNTOLD = Secret.of("");

    Watcher {
        Absent.refuse(grant, session, camera, role);
    }

    static Watcher of(Admission who) {
        return new Watcher(who.grantId(), who.sessionId(), who.cameraId(), who.role());
    }

    /** Without the token, which nobody needs who asks whether somebody may stay. */
    Admission admission() {
        return new Admission(grant, UNTOLD, session, camera, role);
    }
}
