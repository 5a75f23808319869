package vn.toancanh.desk;

import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.SessionService;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/** Whoever is signed in leaves the desk: the session ends and nothing of the catalogue stays in sight. */
public final class SignOut {
    private final SessionService sessions;
    private final Catalogue catalogue;
    private final Preferences preferences;
    private final OfflineRights rights;

    public SignOut(SessionService sessions, Catalogue catalogue, Preferences preferences, OfflineRights rights) {
        this.sessions = sessions;
        this.catalogue = catalogue;
        this.preferences = preferences;
        this.rights = rights;
    }

    /** Does it; what could be gone on with without the server goes too. What is still to be told to it stays. */
    public void now() {
        preferences.set(PreferenceKey.AT_WORK, "");
        sessions.current().ifPresent(session -> rights.forget(session.server(), session.user()));
        catalogue.close();
        sessions.signOut();
    }
}
