package vn.toancanh.desk;

import vn.toancanh.access.SessionService;
import vn.toancanh.catalogue.Catalogue;

/** Whoever is signed in leaves the desk: the session ends and nothing of the catalogue stays in sight. */
public final class SignOut {
    private final SessionService sessions;
    private final Catalogue catalogue;

    public SignOut(SessionService sessions, Catalogue catalogue) {
        this.sessions = sessions;
        this.catalogue = catalogue;
    }

    /** Does it. */
    public void now() {
        catalogue.close();
        sessions.signOut();
    }
}
