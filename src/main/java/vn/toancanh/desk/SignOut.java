package vn.toancanh.desk;

import vn.toancanh.access.SessionService;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/** Whoever is signed in leaves the desk: the session ends and nothing of the catalogue stays in sight. */
public final class SignOut {
    private final SessionService sessions;
    private final Catalogue catalogue;
    private final Preferences preferences;

    public SignOut(SessionService sessions, Catalogue catalogue, Preferences preferences) {
        this.sessions = sessions;
        this.catalogue = catalogue;
        this.preferences = preferences;
    }

    /** Does it. */
    public void now() {
        preferences.set(PreferenceKey.AT_WORK, "");
        catalogue.close();
        sessions.signOut();
    }
}
